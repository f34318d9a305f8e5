/** Every value is used, and every used value is declared: setting a value must have an effect. */
import type { JsonSchema } from "../json-schema.ts";
import { ChartError } from "./chart-error.ts";

/**
 * Values that Helm itself or a pipeline chart reads, not the templates; and what an umbrella passes to all its charts,
 * which a chart without pods or claims does not use.
 */
const READ_ELSEWHERE: readonly string[] = [
  "enabled",
  ...["pipeline", "imageRegistry", "imagePullSecrets", "defaultStorageClass"].map((key) => `global.${key}`),
];

/** Refuses a model with leaves that no template reads. (A reference to what is not declared cannot be made.) */
export function checkValuesUse(
  chart: { readonly name: string; readonly values: object },
  used: ReadonlySet<string>,
): void {
  const unused = leavesOf(chart.values as JsonSchema, []).filter(
    (leaf) => !READ_ELSEWHERE.some((key) => leaf === key || leaf.startsWith(`${key}.`)) && !isUsed(leaf, used),
  );
  if (unused.length > 0) throw new ChartError(chart.name, unused.join(", "), "a template that uses the value", "none");
}

/** The paths of a model's leaves, keys joined by dots, `*` for an entry of a map. */
export function leavesOf(schema: JsonSchema, path: readonly string[]): readonly string[] {
  const fields = Object.entries(schema.properties ?? {});
  const [entry] = Object.values(schema.patternProperties ?? {});
  if (fields.length > 0) return fields.flatMap(([key, field]) => leavesOf(field, [...path, key]));
  if (entry?.properties !== undefined) return leavesOf(entry, [...path, "*"]);
  return [path.join(".")];
}

// A leaf is used where it or its entries are read, or where something that holds it is read whole.
function isUsed(leaf: string, used: ReadonlySet<string>): boolean {
  if (used.has(`${leaf}.*`)) return true;
  const keys = leaf.split(".");
  return keys.some((_, i) => used.has(keys.slice(0, i + 1).join(".")));
}
