/** The TypeScript files that are generated of schemas: types of values, for editors and the compiler. */
import {
  KUBERNETES_OVERRIDES,
  KUBERNETES_TYPES,
  printKubernetesOverrides,
  printKubernetesTypes,
} from "./plan-kubernetes-types.ts";
import { planOptionTypes } from "./plan-option-types.ts";

/** Computes them: path below `generator/` to text. */
export function planTypes(): ReadonlyMap<string, string> {
  const { files, partial } = planOptionTypes();
  return new Map([
    [KUBERNETES_TYPES, printKubernetesTypes()],
    [KUBERNETES_OVERRIDES, printKubernetesOverrides(partial)],
    ...files,
  ]);
}
