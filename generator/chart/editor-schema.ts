/** The schema by which editors check the values files of a chart: beside values.yaml, and never in a package. */

import type { JsonSchema } from "../json-schema.ts";
import { toPartialSchema } from "../values/schemas/partial-schema.ts";
import { printSchema } from "../values/schemas/print-schema.ts";

/** Its path in the chart. */
export const EDITOR_SCHEMA = "values.partial.schema.json";

/** Its text. */
export function printEditorSchema(schema: JsonSchema): string {
  return printSchema(toPartialSchema(schema));
}

/** The line by which editors find it; `chart` is the way to the chart from a values file elsewhere: `../`. */
export function printModeline(chart = ""): string {
  return `# yaml-language-server: $schema=${chart}${EDITOR_SCHEMA}\n`;
}
