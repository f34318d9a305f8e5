/** Computes once what all template files of a pipeline chart need. */
import type { Define } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { computeOnce } from "../../functions/named-templates/compute-once.ts";

/** The result of a named template; later files find it in the root, under the key. */
export function share<T>(key: string, define: Define<T>): Expression<T> {
  return computeOnce(define, { store: [], key, isShared: true });
}
