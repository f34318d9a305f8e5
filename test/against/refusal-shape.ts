/** What kind of refusal a message is: the message without the names, numbers and texts of one values file. */
import type { JsonSchema } from "../../generator/json-schema.ts";
import { flattenSchema } from "../property/flatten-schema.ts";

const ANY = "*";

/** Words after "got" that the guard itself says. */
const SAID =
  /^(?:that of|the same|it in both|none|neither|both|two|OnFailure|TerminatingOrFailed|false\b|a number that)/;

/** The shape of a message; `models` are those of the values that it may be about. */
export function refusalShape(models: readonly JsonSchema[], message: string): string {
  if (message.startsWith("Cannot use ")) return message.replace(/:[\s\S]*/, "");
  if (message.startsWith("Cannot define ")) return shapeOfDefinition(message);
  const [, path = "", rest = message] = /^([A-Za-z][\w-]*(?:\.[^:\s]*)*)((?::| ).*)$/s.exec(message) ?? [];
  const hasPath = /^: | (?:is|and|gives) /.test(rest) || path.includes(".");
  return (hasPath ? generalPath(models, path) : path) + generalWords(rest);
}

function shapeOfDefinition(message: string): string {
  return message
    .replace(/environment \S+ of/, `environment ${ANY} of`)
    .replace(/"[^"]*": [^.:]*/, `${ANY}: ${ANY}`)
    .replace(/one of .*?, got/, `one of ${ANY}, got`)
    .replace(/, got .*/s, "");
}

function generalWords(text: string): string {
  return text
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, ANY)
    .replaceAll(/got (.*?)(?= as in | twice$|; |, and | and, for|, which|$)/gs, (all, found) =>
      SAID.test(found) ? all : `got ${ANY}`,
    )
    .replaceAll(
      /\b(volumes|persistence|sidecars|initContainers|limits|ports|storageClasses)\.[^\s:;,.)]+[^\s:;,)]*/g,
      `$1.${ANY}`,
    )
    .replaceAll(
      /(in container|and, for|below completions,|claim\.size,|at least port,|parts of|limits\.\*,) [^\s;,]+/g,
      `$1 ${ANY}`,
    )
    .replaceAll(/(multiple of|affinity: expected|pipelineVolume|existingClaim) (?!of|in)[^\s;,]+/g, `$1 ${ANY}`)
    .replaceAll(/mismatch in \S+/g, `mismatch in ${ANY}`)
    .replaceAll(/ConfigMap \S+ has no/g, `ConfigMap ${ANY} has no`)
    .replaceAll(/expected \S+ in matchLabelKeys/g, `expected ${ANY} in matchLabelKeys`)
    .replaceAll(/(volume|pipelineVolume) \* of [^\s,]+/g, `$1 ${ANY} of ${ANY}`)
    .replaceAll(/\(.*?\)/gs, `(${ANY})`)
    .replaceAll(/\b\d[\w.+-]*/g, ANY)
    .replaceAll(/\*(?:, \*)+/g, ANY);
}

/** A path with a star for each key and index that values choose. */
function generalPath(models: readonly JsonSchema[], path: string): string {
  const ways = models.map((model) => walk(model, path.split(".")));
  const [best] = ways.sort((a, b) => b.known - a.known);
  // The name of an extended resource has a dot.
  return (best?.path ?? []).join(".").replaceAll(/(?:\.\*)+(?:\.com\/\w+)?/g, (stars) => stars.replace(/\.com.*/, ""));
}

interface Way {
  /** How many parts of the path the model names. */
  readonly known: number;
  readonly path: readonly string[];
}

function walk(model: JsonSchema, parts: readonly string[]): Way {
  const path: string[] = [];
  let known = 0;
  let schema: JsonSchema | undefined = model;
  for (const part of parts) {
    const flat: ReturnType<typeof flattenSchema> | undefined = schema === undefined ? undefined : flattenSchema(schema);
    const property: JsonSchema | undefined =
      flat !== undefined && Object.hasOwn(flat.properties, part) ? flat.properties[part] : undefined;
    if (property !== undefined) known += 1;
    schema = property ?? flat?.keyed[0]?.[1] ?? flat?.items;
    path.push(property === undefined && (schema !== undefined || known === 0 || /^\d+$/.test(part)) ? ANY : part);
  }
  return { known, path };
}
