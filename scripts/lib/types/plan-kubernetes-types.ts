/** The TypeScript files of Kubernetes' own types, from the definitions that charts embed. */
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { allDefinitions, kubernetesDefinitions } from "../../../generator/values/kubernetes/definitions.ts";
import { type Declaration, type Field, printDeclaration, printImports } from "./interface-text.ts";
import { printNewerFields } from "./newer-fields.ts";
import { declare, type Purpose } from "./print-interfaces.ts";

/** The file of the types, below `generator/`. */
export const KUBERNETES_TYPES = "values/kubernetes/types.ts";
/** The file of the types of values files, which may set only some fields. */
export const KUBERNETES_OVERRIDES = "values/kubernetes/overrides.ts";

/** The types of keys of maps other than string, by definition. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ContainerResources: ["`hugepages-${string}`", "`${string}/${string}`"],
};

/** Types that charts pass where Kubernetes requires a map from string. */
const MAPS = ["ContainerResources", "StorageResources"];

/** The name of the type of a definition. */
export function nameDefinition(definition: string, purpose: Purpose): string {
  return purpose === "overrides" ? `${definition}Overrides` : definition;
}

/** Finds a definition by its name. */
export function findDefinition(name: string): JsonSchema {
  const definition = allDefinitions[name];
  if (definition === undefined) throw new Error(`Cannot type "${name}": expected a definition of Kubernetes`);
  return definition;
}

/** Declares a definition; `used` is called with the others that it refers to. */
function declareDefinition(
  name: string,
  purpose: Purpose,
  used: (name: string, purpose: Purpose) => void,
): Declaration {
  return declare(nameDefinition(name, purpose), findDefinition(name), {
    purpose,
    definition: findDefinition,
    nameDefinition: (definition, its) => {
      used(definition, its);
      return nameDefinition(definition, its);
    },
    nameField: (_, key, owner) => {
      throw new Error(`Cannot type "${key}" of ${owner}: expected a reference to a definition`);
    },
    referenceFor: () => undefined,
    isOpen: () => false,
    isMap: () => MAPS.includes(name),
    keysOf: () => KEYS[name] ?? ["string"],
  });
}

function fieldsOf(name: string): readonly Field[] {
  const { body } = declareDefinition(name, "plain", () => {});
  return "fields" in body ? body.fields : [];
}

const HEADER = `// Generated from generator/values/kubernetes/definitions.json; do not edit: run npm run generate.
// Longer than most files: it has an interface for each type that charts pass through.
`;

/**
 * Prints every definition as an interface, and all of them by name; and the fields that the modules of kubernetes-types
 * do not have.
 */
export function printKubernetesTypes(modules: ReadonlyMap<string, string>): string {
  const names = Object.keys(kubernetesDefinitions);
  const declarations = names.map((name) => printDeclaration(declareDefinition(name, "plain", () => {})));
  const index = names.map((name) => `  readonly ${name}: ${name};\n`).join("");
  return [
    `${HEADER}/** Kubernetes' own types, as far as values hold them: those of Kubernetes 1.36. */\n`,
    ...declarations,
    `/** All of them by name. */\nexport interface KubernetesTypes {\n${index}}\n`,
    `// Fields that kubernetes-types, which has the types of manifests, does not have yet.${printNewerFields(modules, fieldsOf)}`,
  ].join("\n");
}

/** Prints the interfaces of what a values file may set of the named definitions, and of those they refer to. */
export function printKubernetesOverrides(roots: Iterable<string>): string {
  const names = new Set(roots);
  const whole = new Set<string>();
  const declared = new Map<string, Declaration>();
  for (const name of names) {
    const declaration = declareDefinition(name, "overrides", (definition, purpose) => {
      (purpose === "overrides" ? names : whole).add(definition);
    });
    declared.set(name, declaration);
  }
  const declarations = [...declared].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => printDeclaration(each));
  return [
    `${HEADER}/** What a values file may set of Kubernetes' own types: every field is optional, and lists are whole. */
${printImports(KUBERNETES_OVERRIDES, new Map([[KUBERNETES_TYPES, whole]]))}`,
    ...declarations,
  ].join("\n");
}
