/** Checks the references in a values model: Helm would fetch one that is not local, and follow a cycle endlessly. */
import { nearest } from "../nearest.ts";
import { oncePer } from "../once-per.ts";
import { allDefinitions } from "./kubernetes/definitions.ts";
import { objectDefinitions } from "./kubernetes/extra-object.ts";
import { DEFINITIONS } from "./kubernetes/list-references.ts";

/** A reference that a chart's schema must not have. */
export interface BadReference {
  /** Its place in the model, keys joined by dots. */
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}

type Definitions = Readonly<Record<string, object>>;

/** A violation, and the keys that lead to it from the visited object. */
interface Violation {
  readonly keys: readonly string[];
  readonly wanted: string;
  readonly found: string;
}

interface Walk {
  readonly definitions: Definitions;
  /** The ancestors of the object that is visited, and the object itself. */
  readonly around: Set<object>;
  /** The definitions through which it was reached. */
  readonly trail: Set<string>;
  /** Definitions without a violation. */
  readonly sound: Set<string>;
}

/** Keywords that hold data and no schemas: a $ref in them is not a reference. */
const DATA: ReadonlySet<string> = new Set(["default", "examples", "const", "enum"]);
/** Keywords that change the base of references, or are references that draft-07 does not know. */
const MOVING: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicRef", "$recursiveRef"]);

/**
 * The definitions that were found to have no violation: that holds for all models. Those of parts of objects refer to
 * themselves, but for the fields and items of what they describe, which end.
 */
const soundOf = oncePer((_: Definitions) => new Set<string>(Object.keys(objectDefinitions)));

/** Finds the first reference of a model that is not to one of `definitions`, or that leads back to itself. */
export function findBadReference(model: object, definitions: Definitions = allDefinitions): BadReference | undefined {
  const violation = visit(model, { definitions, around: new Set(), trail: new Set(), sound: soundOf(definitions) });
  return violation && { path: violation.keys.join("."), wanted: violation.wanted, found: violation.found };
}

function visit(value: unknown, walk: Walk): Violation | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (walk.around.has(value)) return { keys: [], wanted: "a schema without cycles", found: "one that contains itself" };
  walk.around.add(value);
  const violation = visitEntries(value, walk);
  walk.around.delete(value);
  return violation;
}

function visitEntries(value: object, walk: Walk): Violation | undefined {
  for (const [key, child] of Object.entries(value)) {
    const violation =
      typeof child === "string" ? checkKeyword(key, child, walk) : DATA.has(key) ? undefined : visit(child, walk);
    if (violation !== undefined) return { ...violation, keys: [key, ...violation.keys] };
  }
  return undefined;
}

function checkKeyword(key: string, text: string, walk: Walk): Violation | undefined {
  if (MOVING.has(key)) return { keys: [], wanted: `no ${key}`, found: JSON.stringify(text) };
  return key === "$ref" ? follow(text, walk) : undefined;
}

function follow(reference: string, walk: Walk): Violation | undefined {
  const { definitions, trail, sound } = walk;
  const name = reference.startsWith(DEFINITIONS) ? reference.slice(DEFINITIONS.length) : undefined;
  const definition = name !== undefined && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  if (name === undefined || definition === undefined) {
    const hint = name === undefined ? undefined : nearest(name, Object.keys(definitions));
    const wanted = `a reference to a definition of Kubernetes, ${DEFINITIONS}${hint ?? "NAME"}`;
    return { keys: [], wanted, found: JSON.stringify(reference) };
  }
  if (trail.has(name)) {
    const names = [...trail, name];
    return { keys: [], wanted: "references without cycles", found: names.slice(names.indexOf(name)).join(" -> ") };
  }
  if (sound.has(name)) return undefined;
  trail.add(name);
  const violation = visit(definition, walk);
  trail.delete(name);
  if (violation === undefined) sound.add(name);
  return violation;
}
