/** A pipeline as a chart under test: the umbrella, with the values of all its stages. */
import { coalesceValues, mergeFiles, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { ownEntry } from "../../generator/functions/own-entry.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { coalescedValues } from "../../generator/pipeline/environments/coalesce-pipeline.ts";
import { pipelineSchema } from "../../generator/pipeline/environments/compose-schema.ts";
import { chartValues } from "../../generator/pipeline/environments/umbrella-values.ts";
import { evaluatePipeline, evaluatePipelineNotes } from "../../generator/pipeline/evaluate-pipeline.ts";
import { printUmbrella } from "../../generator/pipeline/umbrella/print-umbrella.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { createNames, listStarters, once, optionsFor, type Subject } from "./subject.ts";
import type { Names } from "./values-arbitrary.ts";

/** How a pipeline is installed, and how its values are checked. */
export interface PipelineSubjectOptions {
  /** One of the pipeline's environments: its values come before those that are drawn. */
  readonly environment?: string;
  /** The check of merged values; that of the pipeline's schema takes long to compile. */
  readonly check?: (merged: unknown) => readonly unknown[];
}

/** A pipeline, in one of its environments or in none. */
export function pipelineSubject(pipeline: Pipeline, { environment, check }: PipelineSubjectOptions = {}): Subject {
  const chosen = environment === undefined ? {} : { environment };
  const parts = [...pipeline.parts.keys()];
  const inEnvironment = environment === undefined ? {} : (pipeline.environments.get(environment) as Values); // values are a map
  const given = (values: Values): Values => mergeFiles([inEnvironment, values]);
  const base = coalesceValues(chartValues(pipeline), inEnvironment);
  const schema = pipelineSchema(pipeline);
  return {
    name: pipeline.name,
    // Not checked: drawn values may mend what the pipeline itself would be refused for.
    files: once(() => printUmbrella(pipeline)),
    model: modelOf(pipeline, schema),
    names: namesOf(pipeline),
    starters: [...pipeline.parts].map(([name, { stage }]) =>
      listStarters(stage.chart.name).map((one) => ({ [name]: one })),
    ),
    parts,
    base,
    given,
    merge: (values) => coalescedValues(pipeline, [inEnvironment, values]).values,
    check: check ?? ((merged) => compileSchema(schema)(merged)),
    evaluate: (values, options) => evaluatePipeline(pipeline, { ...optionsFor(values, options), ...chosen }),
    notes: (values, options) => evaluatePipelineNotes(pipeline, { ...optionsFor(values, options), ...chosen }),
    ownObjects: (values) =>
      [values, ...parts.map((part) => mapAt(values, part))].flatMap((one) => Object.values(mapAt(one, "extraObjects"))),
  };
}

// The schema refers to definitions; the models of the charts are whole.
function modelOf({ parts }: Pipeline, { properties = {} }: JsonSchema): JsonSchema {
  const stages = [...parts].map(([name, { stage }]) => [name, stage.chart.values as JsonSchema] as const); // a TypeBox schema is a JSON schema
  return { type: "object", additionalProperties: false, properties: { ...properties, ...Object.fromEntries(stages) } };
}

/** What stages can ask of one another. */
function namesOf({ parts }: Pipeline): Names {
  const stages = [...parts.keys()];
  const values = [...parts.values()].map((part) => part.values as Values); // values are a map
  const keysOf = (key: string): readonly string[] => [
    ...new Set(values.flatMap((one) => Object.keys(mapAt(one, key)))),
  ];
  return createNames(keysOf("ports"), { stages, volumes: keysOf("volumes") });
}

function mapAt(values: Values, key: string): Values {
  const value = ownEntry(values, key);
  return isMap(value) ? value : {};
}
