/**
 * Checks of the definition of a pipeline that the compiler makes as well: JavaScript has no compiler, and the compiler
 * does not check the keys of an object that is spread.
 */
import { isMap } from "../is-map.ts";
import { nearest } from "../nearest.ts";
import { joinWords, show } from "../values/refusals/words.ts";
import { orderings } from "./orderings/orderings.ts";
import type { Rerun } from "./pipeline.ts";
import { PipelineError } from "./pipeline-error.ts";

/** What a field of the definition must be. */
interface Field {
  readonly wanted: string;
  readonly accepts: (value: unknown) => boolean;
  /** The words of a field that is one of several. */
  readonly words?: readonly string[];
}

const RERUNS: Readonly<Record<Rerun, true>> = { downstream: true, self: true };

const isText = (value: unknown): boolean => typeof value === "string";
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isMixed = (value: unknown): boolean =>
  isMap(value) &&
  Object.keys(value).every((key) => key === "inPod") &&
  Array.isArray(value["inPod"]) &&
  value["inPod"].every(isTextList);
const optional = (field: Field): Field => ({
  ...field,
  accepts: (value) => value === undefined || field.accepts(value),
});

function oneOf(words: readonly string[]): Field {
  return { wanted: joinWords(words.map(show), "or"), accepts: (value) => words.some((word) => word === value), words };
}

/** The fields of a definition. */
const FIELDS = {
  name: { wanted: "the chart's name", accepts: isText },
  version: { wanted: "a semantic version such as 1.2.0", accepts: isText },
  description: optional({ wanted: "a text", accepts: isText }),
  ordering: optional({
    ...oneOf(Object.keys(orderings)),
    wanted: `${joinWords([...Object.keys(orderings).map(show)], "or")}, or { inPod: [["extract", "load"]] }`,
    accepts: (value) => Object.keys(orderings).some((name) => name === value) || isMixed(value),
  }),
  rerun: optional(oneOf(Object.keys(RERUNS))),
  volumes: optional({ wanted: "a map of volumes, such as { data: new CsiVolume({...}) }", accepts: isMap }),
  stages: { wanted: "a map of stages, such as { load: new BatchJob({...}) }", accepts: isMap },
  extraObjects: optional({ wanted: "a map of objects by id", accepts: isMap }),
  environments: optional({ wanted: "a map of environments, such as { prod: {...} }", accepts: isMap }),
} as const satisfies Readonly<Record<string, Field>>;

/** A key of a definition. */
type DefinitionKey = keyof typeof FIELDS;

/**
 * Refuses unknown keys of a definition, and fields of another type or with another word than those that are known.
 *
 * @throws PipelineError that names the key, what it must be, and the nearest key or word
 */
export function checkDefinition(definition: unknown): void {
  if (!isMap(definition))
    throw new PipelineError("", "definition", "a map: { name, version, stages }", show(definition));
  const name = String(definition["name"] ?? "");
  for (const key of Object.keys(definition)) {
    if (!Object.hasOwn(FIELDS, key)) throw new PipelineError(name, key, describeNearest(key), "an unknown key");
  }
  for (const [key, field] of Object.entries<Field>(FIELDS)) checkField(name, key, definition[key], field);
}

function describeNearest(key: string): string {
  const known = Object.keys(FIELDS);
  const near = known.find((other) => other === nearest(key, known)) as DefinitionKey | undefined; // one of its keys
  return near === undefined ? `one of ${known.join(", ")}` : `"${near}" (${FIELDS[near].wanted})`;
}

function checkField(pipeline: string, key: string, value: unknown, { wanted, accepts, words = [] }: Field): void {
  if (accepts(value)) return;
  const near = typeof value === "string" ? nearest(value, words) : undefined;
  const hint = near === undefined ? "" : ` (did you mean "${near}"?)`;
  throw new PipelineError(pipeline, key, wanted, `${show(value)}${hint}`);
}

/** Refuses dependencies of a stage that are not a list of names: a text would be read letter by letter. */
export function checkDependsOn(pipeline: string, stage: string, dependsOn: unknown): void {
  const example = typeof dependsOn === "string" ? dependsOn : "extract";
  const wanted = `a list of names of stages, such as ${show([example])}`;
  checkField(pipeline, `${stage}.dependsOn`, dependsOn, { wanted, accepts: isTextList });
}

/** Refuses values of an environment that are not a map by stage. */
export function checkEnvironmentMap(pipeline: string, environment: string, values: unknown): void {
  const wanted = "a map of the values of stages";
  checkField(pipeline, `environments.${environment}`, values, { wanted, accepts: isMap });
}
