/**
 * The schema of a pipeline chart: each stage's schema under its name, so that an error names pipeline, stage and field.
 */

import type { Chart } from "../../chart/define-chart.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { oncePer } from "../../once-per.ts";
import { generatedFrom } from "../../values/generated-from.ts";
import { toJsonSchema } from "../../values/schemas/print-schema.ts";
import type { Pipeline } from "../pipeline.ts";
import { pipelineValues } from "./pipeline-model.ts";

/** The schema of a pipeline's values. */
export const pipelineSchema: (pipeline: Pipeline) => JsonSchema = oncePer(composeSchema);

const ownSchema = toJsonSchema(pipelineValues, "pipeline", "generator/pipeline/environments/pipeline-model.ts");

// `global` is composed of what the charts of the stages know.
const { global: _, ...ownProperties } = ownSchema.properties ?? {};

function composeSchema(pipeline: Pipeline): JsonSchema {
  const parts = [...pipeline.parts].map(([name, { stage }]) => ({ name, chart: stage.chart }));
  const charts = [...new Set(parts.map(({ chart }) => chart))];
  const stages = parts.map(({ name, chart }) => [name, { $ref: `#/definitions/${chart.name}` }] as const);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: generatedFrom(pipeline.source),
    title: pipeline.name,
    type: "object",
    additionalProperties: false,
    properties: {
      enabled: { type: "boolean" },
      global: globalSchema(charts),
      ...ownProperties,
      ...Object.fromEntries(stages),
    },
    definitions: definitionsOf(charts),
  };
}

function globalSchema(charts: readonly Chart[]): JsonSchema {
  const schemas = charts.map(({ schema }) => schema.properties?.["global"] ?? {});
  return { ...schemas[0], properties: Object.assign({}, ...schemas.map(({ properties }) => properties)) };
}

function definitionsOf(charts: readonly Chart[]): Readonly<Record<string, JsonSchema>> {
  const all = [ownSchema, ...charts.map(({ schema }) => schema)].map(({ definitions }) => definitions);
  const shared = Object.assign({}, ...all) as Record<string, JsonSchema>; // a map of schemas each
  const own = charts.map(({ name, schema }) => {
    const { $schema: _, $comment: __, definitions: ___, ...rest } = schema;
    return [name, rest] as const;
  });
  return Object.fromEntries([...Object.entries(shared), ...own].sort(([a], [b]) => (a < b ? -1 : 1)));
}
