/** References in a values model: Helm would fetch one that is not local, and follow a cycle without end. */
import { nearest } from "../nearest.ts";
import { oncePer } from "../once-per.ts";
import { kubernetesDefinitions } from "./kubernetes/definitions.ts";
import { DEFINITIONS } from "./kubernetes/list-references.ts";

/** A reference that a chart's schema must not have. */
export interface BadReference {
  /** Where it stands in the model, keys joined by dots. */
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}

type Definitions = Readonly<Record<string, object>>;

/** What is wrong with a reference, and the keys that lead to it from the place that is looked at. */
interface Fault {
  readonly keys: readonly string[];
  readonly wanted: string;
  readonly found: string;
}

interface Walk {
  readonly definitions: Definitions;
  /** The objects around the one that is looked at, itself included. */
  readonly around: Set<object>;
  /** The definitions that led to it. */
  readonly trail: Set<string>;
  /** Definitions without a fault. */
  readonly sound: Set<string>;
}

/** Data beside the schemas: what stands in it is no reference. */
const DATA: ReadonlySet<string> = new Set(["default", "examples", "const", "enum"]);
/** Keywords that move the place that references are resolved from, or are references that draft-07 does not know. */
const MOVING: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicRef", "$recursiveRef"]);

/** The definitions without a fault that were found: they are without one for all models. */
const soundOf = oncePer((_: Definitions) => new Set<string>());

/** Finds the first reference of a model that is not to one of `definitions`, or that leads back to itself. */
export function findBadReference(
  model: object,
  definitions: Definitions = kubernetesDefinitions,
): BadReference | undefined {
  const fault = visit(model, { definitions, around: new Set(), trail: new Set(), sound: soundOf(definitions) });
  return fault && { path: fault.keys.join("."), wanted: fault.wanted, found: fault.found };
}

function visit(value: unknown, walk: Walk): Fault | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (walk.around.has(value)) return { keys: [], wanted: "a schema without cycles", found: "one that holds itself" };
  walk.around.add(value);
  const fault = visitEntries(value, walk);
  walk.around.delete(value);
  return fault;
}

function visitEntries(value: object, walk: Walk): Fault | undefined {
  for (const [key, child] of Object.entries(value)) {
    const fault =
      typeof child === "string" ? checkKeyword(key, child, walk) : DATA.has(key) ? undefined : visit(child, walk);
    if (fault !== undefined) return { ...fault, keys: [key, ...fault.keys] };
  }
  return undefined;
}

function checkKeyword(key: string, text: string, walk: Walk): Fault | undefined {
  if (MOVING.has(key)) return { keys: [], wanted: `no ${key}`, found: JSON.stringify(text) };
  return key === "$ref" ? follow(text, walk) : undefined;
}

function follow(reference: string, walk: Walk): Fault | undefined {
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
  const fault = visit(definition, walk);
  trail.delete(name);
  if (fault === undefined) sound.add(name);
  return fault;
}
