/** The TypeScript files that are generated of schemas: types of values, for editors and the compiler. */
import { printKubernetesTypes } from "./plan-kubernetes-types.ts";

/** Computes them: path below `generator/` to text. */
export function planTypes(): ReadonlyMap<string, string> {
  return new Map([["values/kubernetes/types.ts", printKubernetesTypes()]]);
}
