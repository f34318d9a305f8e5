/** The TypeScript files that are generated from schemas: types of values, for editors and the compiler. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TYPE_MODULES } from "./newer-fields.ts";
import {
  KUBERNETES_OVERRIDES,
  KUBERNETES_TYPES,
  printKubernetesOverrides,
  printKubernetesTypes,
} from "./plan-kubernetes-types.ts";
import { planOptionTypes } from "./plan-option-types.ts";

/** Computes them for the repository at `root`: path below `generator/` to text. */
export async function planTypes(root: string): Promise<ReadonlyMap<string, string>> {
  const { files, partial } = planOptionTypes();
  return new Map([
    [KUBERNETES_TYPES, printKubernetesTypes(await readModules(root))],
    [KUBERNETES_OVERRIDES, printKubernetesOverrides(partial)],
    ...files,
  ]);
}

/** The texts of the modules of kubernetes-types, by name. */
async function readModules(root: string): Promise<ReadonlyMap<string, string>> {
  const texts = TYPE_MODULES.map(async (name): Promise<[string, string]> => {
    return [name, await readFile(join(root, "node_modules", "kubernetes-types", `${name}.d.ts`), "utf8")];
  });
  return new Map(await Promise.all(texts));
}
