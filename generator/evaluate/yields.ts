/** A cache of what named templates yield in one render. */
import { isDeepStrictEqual } from "node:util";
import type { NamedTemplate } from "../expression/node.ts";

/** What an include sees: `.Values`, `.Release` and more. */
export type Root = Readonly<Record<string, unknown>>;

/** What each named template has yielded. */
export type KnownYields = Map<NamedTemplate, unknown>;

/** The cached results for the first of several equal roots. */
interface KnownRoot {
  readonly root: Root;
  readonly yields: KnownYields;
}

/** How many recent roots a root is compared with, at most: a search must not take long. */
const MOST_COMPARED = 8;

/**
 * What named templates have yielded, by the root that they saw. A named template has no parameters, and nothing changes
 * a root, so the same template yields the same from equal roots: the context of a pipeline's stages is computed once
 * and not once for each stage, and a Job's name once for all templates that use it.
 */
export class Yields {
  /** What is kept for all roots. */
  readonly shared: KnownYields = new Map();
  // Roots of one stage share its values; those of different stages are never equal.
  readonly #latest = new Map<unknown, KnownRoot[]>();

  /** The cached results for a root, to which more are added. */
  of(root: Root): KnownYields {
    const latest = this.#latest.get(root["Values"]);
    const alike = latest?.find((known) => areAlike(known.root, root));
    if (alike !== undefined) return alike.yields;
    const known = { root, yields: new Map() };
    if (latest === undefined) this.#latest.set(root["Values"], [known]);
    else if (latest.unshift(known) > MOST_COMPARED) latest.pop();
    return known.yields;
  }
}

function areAlike(a: Root, b: Root): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && (a[key] === b[key] || isDeepStrictEqual(a[key], b[key])));
}
