/** Compares plain data, maps key by key, and lists each difference by its path. */
import { isDeepStrictEqual } from "node:util";
import { compareText } from "../compare-text.ts";
import type { Values } from "../evaluate/coalesce-values.ts";
import { ownEntry } from "../functions/own-entry.ts";
import { isMap } from "../is-map.ts";
import { pairNamedItems } from "./pair-named-items.ts";

/** One place where two sides differ. A side that lacks the place has no such field; one that holds null has null. */
export interface Difference {
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** How paths are written, and how lists are compared. */
export interface Notation {
  /** The path of a map's key; the path of the root is "". */
  readonly appendKey: (path: string, key: string) => string;
  /** The path of a list's item by its name; without it lists are compared as a whole. */
  readonly appendItem?: (path: string, name: string) => string;
}

/**
 * Values as a values file has them. The paths can be used with `--set`: characters that Helm interprets there have a
 * backslash before them, as in `podAnnotations.example\.com/team`. Helm replaces lists, so they are compared as a
 * whole.
 */
export const valuesNotation: Notation = {
  appendKey: (path, key) => join(path, key.replace(/[\\.,=[\]{}]/g, "\\$&")),
};

/** Fields of objects: `metadata.labels["example.com/team"]`, `spec.template.spec.containers[main].image`. */
export const fieldsNotation: Notation = {
  appendKey: (path, key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? join(path, key) : `${path}[${JSON.stringify(key)}]`),
  appendItem: (path, name) => `${path}[${name}]`,
};

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** All differences of two trees, keys in sorted order. What only one of them has is listed leaf by leaf. */
export function compareTrees(from: unknown, to: unknown, notation: Notation): readonly Difference[] {
  return compareAt("", from, to, notation);
}

// Neither JSON nor YAML has undefined: here it means that a side has no value.
function compareAt(path: string, from: unknown, to: unknown, notation: Notation): readonly Difference[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (isMapOrAbsent(from) && isMapOrAbsent(to)) {
    const keys = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].sort(compareText);
    if (keys.length > 0) {
      return keys.flatMap((key) =>
        compareAt(notation.appendKey(path, key), ownEntry(from, key), ownEntry(to, key), notation),
      );
    }
  }
  const { appendItem } = notation;
  const items = appendItem === undefined ? undefined : pairNamedItems(from, to);
  if (appendItem === undefined || items === undefined) return [differenceOf(path, from, to)];
  return items.flatMap(([name, one, other]) => {
    const itemPath = appendItem(path, name);
    // An item that only one side has is clearest as a whole.
    if (one === undefined || other === undefined) return [differenceOf(itemPath, one, other)];
    return compareAt(itemPath, one, other, notation);
  });
}

function isMapOrAbsent(value: unknown): value is Values | undefined {
  return value === undefined || isMap(value);
}

function differenceOf(path: string, from: unknown, to: unknown): Difference {
  return { path, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
