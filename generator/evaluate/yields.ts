/** What named templates have yielded in one render. */
import { isDeepStrictEqual } from "node:util";
import type { Define } from "../expression/define.ts";

/** What an include sees: `.Values`, `.Release` and more. */
export type Root = Readonly<Record<string, unknown>>;

/** What each named template has yielded, seen from one root. */
type YieldsOfRoot = Map<Define, unknown>;

interface KnownRoot {
  readonly root: Root;
  readonly yields: YieldsOfRoot;
}

/**
 * What named templates have yielded, by the root that they saw. A named template has no parameters, and nothing changes
 * a root, so the same template yields the same from roots that are alike: what tells the stages of a pipeline of one
 * another is computed once and not once a stage, and a Job's name once for all who ask for it.
 */
export class Yields {
  readonly #byIdentity = new Map<Root, YieldsOfRoot>();
  // Roots of one stage share its values; those of others are never alike.
  readonly #byValues = new Map<unknown, KnownRoot[]>();

  /** What is known of a root, to be added to. */
  of(root: Root): YieldsOfRoot {
    const known = this.#byIdentity.get(root);
    if (known !== undefined) return known;
    const yields = this.#findAlike(root);
    this.#byIdentity.set(root, yields);
    return yields;
  }

  #findAlike(root: Root): YieldsOfRoot {
    const others = this.#byValues.get(root["Values"]) ?? [];
    this.#byValues.set(root["Values"], others);
    const alike = others.find((other) => areAlike(other.root, root));
    if (alike !== undefined) return alike.yields;
    const yields: YieldsOfRoot = new Map();
    others.push({ root, yields });
    return yields;
  }
}

function areAlike(a: Root, b: Root): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && (a[key] === b[key] || isDeepStrictEqual(a[key], b[key])));
}
