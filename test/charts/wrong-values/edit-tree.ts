/** Edits of one values file, merged; two that cannot both be there are told apart. */
import type { Json, JsonObject } from "../../../generator/json-schema.ts";
import type { Edit } from "./mistake.ts";
import type { Path } from "./site.ts";

/** Keys and places in lists. */
export type Keys = readonly (string | number)[];
/** One place of a values file; `claim` is there for the one edit that owns all below. */
export interface EditTree {
  readonly children: Map<string | number, EditTree>;
  claim?: Exclude<Edit, { do: "hold" }>;
  isList?: boolean;
}

/** A tree without edits. */
export function createTree(): EditTree {
  return { children: new Map() };
}

/** Whether the edits of one mistake leave room for one another. */
export function areCompatible(edits: readonly Edit[]): boolean {
  const tree = createTree();
  return edits.every((edit) => {
    const path = keysOf(edit.path, () => 0);
    const isPossible = isFree(tree, path, edit);
    if (isPossible) insert(tree, path, edit);
    return isPossible;
  });
}

/** A path with a slot chosen for each step that represents many. */
export function keysOf(path: Path, slotOf: (step: Path[number]) => number): Keys {
  return path.map((step) => (typeof step === "string" ? step : step.keyOf(slotOf(step))));
}

/** Whether an edit can be made without a change of what is there. */
export function isFree(tree: EditTree, path: Keys, edit: Edit): boolean {
  let node = tree;
  for (const key of path) {
    if (node.claim !== undefined) return false;
    const next = node.children.get(key);
    if (next === undefined) return true;
    node = next;
  }
  if (node.claim !== undefined) return isSame(node.claim, edit);
  return edit.do === "hold" || (node.children.size === 0 && node.isList === undefined);
}

/** Makes an edit that is possible. */
export function insert(tree: EditTree, path: Keys, edit: Edit): void {
  let node = tree;
  for (const key of path) {
    node.isList = typeof key === "number";
    const next = node.children.get(key) ?? createTree();
    node.children.set(key, next);
    node = next;
  }
  if (edit.do === "hold") node.isList ??= edit.value === "array";
  else node.claim = edit;
}

/** The values; a null takes a default away, and without defaults there is none. */
export function toValues(tree: EditTree, defaults: Json | undefined): Json | undefined {
  if (tree.claim?.do === "omit") return defaults === undefined ? undefined : null;
  if (tree.claim !== undefined) return standAlone(tree.claim.value, defaults);
  if (tree.isList === true) {
    const length = Math.max(-1, ...[...tree.children.keys()].map(Number)) + 1;
    const items = Array.from({ length }, (_, index) => tree.children.get(index) ?? createTree());
    return items.map((item) => toValues(item, undefined) ?? {});
  }
  const entries = [...tree.children].map(([key, child]) => [key, toValues(child, valueAt(defaults, key))] as const);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

// What two mistakes need alike they may share; what is wrong belongs to one.
function isSame(claim: Edit, edit: Edit): boolean {
  if (claim.do === "hold" || edit.do === "hold" || claim.isWrong || edit.isWrong) return false;
  return JSON.stringify({ ...claim, path: [] }) === JSON.stringify({ ...edit, path: [] });
}

// An object without the defaults that would merge into it.
function standAlone(value: Json, defaults: Json | undefined): Json {
  if (!isObject(value) || !isObject(defaults)) return value;
  return { ...Object.fromEntries(Object.keys(defaults).map((key) => [key, null])), ...value };
}

function valueAt(value: Json | undefined, key: string | number): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
