/** What kind of refusal a message is: the message without the names, numbers and texts of one values file. */
import type { JsonSchema } from "../../generator/json-schema.ts";
import { flattenSchema } from "../property/flatten-schema.ts";

const ANY = "*";

/** The path of a message with a star for each key and number that values choose; undefined where no model has it. */
function generalPath(models: readonly JsonSchema[], path: string): string {
  const parts = path.split(".");
  const ways = models.map((model) => walk(model, parts));
  const [best] = ways.sort((a, b) => b.known - a.known);
  return best === undefined ? path : best.path.join(".");
}

function walk(model: JsonSchema, parts: readonly string[]): { readonly known: number; readonly path: readonly string[] } {
  const path: string[] = [];
  let known = 0;
  let schema: JsonSchema | undefined = model;
  for (const part of parts) {
    const flat: ReturnType<typeof flattenSchema> | undefined = schema === undefined ? undefined : flattenSchema(schema);
    const property = flat !== undefined && Object.hasOwn(flat.properties, part) ? flat.properties[part] : undefined;
    if (property !== undefined) known += 1;
    schema = property ?? flat?.keyed[0]?.[1] ?? flat?.items;
    path.push(property === undefined && (schema !== undefined || known === 0 || /^\d+$/.test(part)) ? ANY : part);
  }
  return { known, path };
}

/** The shape of a message; `models` are those of the values that it may be about. */
export function refusalShape(models: readonly JsonSchema[], message: string): string {
  const [, path = "", rest = message] = /^([A-Za-z][\w-]*(?:\.[^:\s]*)*)((?::| ).*)$/s.exec(message) ?? [];
  const start = /^: | (?:is|and) /.test(rest) || path.includes(".") ? generalPath(models, path) : path;
  return (start + rest)
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, ANY)
    .replaceAll(/\b(volumes|persistence|sidecars|initContainers|limits|service\.ports|ports|storageClasses)\.[^\s:;,.)]+/g, `$1.${ANY}`)
    .replaceAll(/(got|and, for|of|container|below completions,|claim\.size,|at least port,) (?!that of|the same|it in|none|neither|both|two|a name|its own|OnFailure|CronJob|TerminatingOrFailed|false)[^\s;,)]+/g, `$1 ${ANY}`)
    .replaceAll(/limits\.\*, \S+,/g, `limits.*, ${ANY},`)
    .replaceAll(/(has the (?:existingClaim|pipelineVolume)) \S+/g, `$1 ${ANY}`)
    .replaceAll(/\(.*?\)/g, `(${ANY})`)
    .replaceAll(/\b\d[\w.+-]*/g, ANY)
    .replaceAll(/\*(?:, \*)+/g, ANY);
}
