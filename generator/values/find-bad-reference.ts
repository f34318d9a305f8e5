/** References in a values model: Helm would fetch one that is not local, and follow a cycle without end. */
import { nearest } from "../nearest.ts";
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

interface Walk {
  readonly definitions: Definitions;
  readonly path: readonly string[];
  /** The objects around the one that is looked at. */
  readonly around: readonly object[];
  /** The definitions that led to it. */
  readonly trail: readonly string[];
  /** Definitions without a fault. */
  readonly done: Set<string>;
}

/** Data beside the schemas: what stands in it is no reference. */
const DATA: ReadonlySet<string> = new Set(["default", "examples", "const", "enum"]);
/** Keywords that move the place that references are resolved from, or are references that draft-07 does not know. */
const MOVING: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicRef", "$recursiveRef"]);

/** Finds the first reference of a model that is not to one of `definitions`, or that leads back to itself. */
export function findBadReference(
  model: object,
  definitions: Definitions = kubernetesDefinitions,
): BadReference | undefined {
  return visit(model, { definitions, path: [], around: [], trail: [], done: new Set() });
}

function visit(value: unknown, walk: Walk): BadReference | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (walk.around.includes(value)) return bad(walk, "a schema without cycles", "one that holds itself");
  for (const [key, child] of Object.entries(value)) {
    const at: Walk = { ...walk, path: [...walk.path, key], around: [...walk.around, value] };
    const found =
      typeof child === "string" ? checkKeyword(key, child, at) : DATA.has(key) ? undefined : visit(child, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkKeyword(key: string, text: string, walk: Walk): BadReference | undefined {
  if (MOVING.has(key)) return bad(walk, `no ${key}`, JSON.stringify(text));
  return key === "$ref" ? follow(text, walk) : undefined;
}

function follow(reference: string, walk: Walk): BadReference | undefined {
  const name = reference.startsWith(DEFINITIONS) ? reference.slice(DEFINITIONS.length) : undefined;
  const definition = name !== undefined && Object.hasOwn(walk.definitions, name) ? walk.definitions[name] : undefined;
  if (name === undefined || definition === undefined) {
    const hint = name === undefined ? undefined : nearest(name, Object.keys(walk.definitions));
    const wanted = `a reference to a definition of Kubernetes, ${DEFINITIONS}${hint ?? "NAME"}`;
    return bad(walk, wanted, JSON.stringify(reference));
  }
  const trail = [...walk.trail, name];
  if (walk.trail.includes(name)) {
    return bad(walk, "references without cycles", trail.slice(trail.indexOf(name)).join(" -> "));
  }
  if (walk.done.has(name)) return undefined;
  const found = visit(definition, { ...walk, trail });
  if (found === undefined) walk.done.add(name);
  return found;
}

function bad({ path }: Walk, wanted: string, found: string): BadReference {
  return { path: path.join("."), wanted, found };
}
