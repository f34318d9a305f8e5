/** What named templates have yielded in one render. */
import { isDeepStrictEqual } from "node:util";
import type { Define } from "../expression/define.ts";

/** What an include sees: `.Values`, `.Release` and more. */
export type Root = Readonly<Record<string, unknown>>;

/** What each named template has yielded. */
type KnownYields = Map<Define, unknown>;

/** A root is like one of so many that came before it, or it is taken for another: a search must not take long. */
const MOST_COMPARED = 8;

/**
 * What named templates have yielded, by the root that they saw. A named template has no parameters, and nothing changes
 * a root, so the same template yields the same from roots that are alike: what tells the stages of a pipeline of one
 * another is computed once and not once a stage, and a Job's name once for all who ask for it.
 */
export class Yields {
  /** What is kept for all roots. */
  readonly shared: KnownYields = new Map();
  readonly #byRoot = new Map<Root, KnownYields>();
  // Roots of one stage share its values; those of others are never alike.
  readonly #latest = new Map<unknown, Root[]>();

  /** What is known of a root, to be added to. */
  of(root: Root): KnownYields {
    const known = this.#byRoot.get(root);
    if (known !== undefined) return known;
    const alike = this.#findAlike(root);
    const yields = (alike === undefined ? undefined : this.#byRoot.get(alike)) ?? new Map<Define, unknown>();
    this.#byRoot.set(root, yields);
    return yields;
  }

  #findAlike(root: Root): Root | undefined {
    const latest = this.#latest.get(root["Values"]) ?? [];
    const alike = latest.find((other) => areAlike(other, root));
    if (alike === undefined) this.#latest.set(root["Values"], [root, ...latest.slice(0, MOST_COMPARED - 1)]);
    return alike;
  }
}

function areAlike(a: Root, b: Root): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && (a[key] === b[key] || isDeepStrictEqual(a[key], b[key])));
}
