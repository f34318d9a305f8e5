/** The TypeScript files of Kubernetes' own types, from the definitions that charts embed. */
import { kubernetesDefinitions } from "../../../generator/values/kubernetes/definitions.ts";
import { type Declaration, printDeclaration } from "./interface-text.ts";
import { type Context, declare, type Purpose } from "./print-interfaces.ts";

/** The keys of maps that are not any text, by definition. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ContainerResources: ["`hugepages-${string}`", "`${string}/${string}`"],
};

/** What charts pass on where Kubernetes wants a map from any text. */
const MAPS = ["ContainerResources", "StorageResources"];

const OVERRIDES = "Overrides";

/** The name of the interface of a definition. */
export function nameDefinition(definition: string, purpose: Purpose): string {
  return purpose === "overrides" ? `${definition}${OVERRIDES}` : definition;
}

/** Finds a definition by its name. */
export function findDefinition(name: string) {
  const definition = kubernetesDefinitions[name];
  if (definition === undefined) throw new Error(`Cannot type "${name}": expected a definition of Kubernetes`);
  return definition;
}

const noField = (_: object, key: string, owner: string): string => {
  throw new Error(`Cannot type "${key}" of ${owner}: expected a reference to a definition`);
};

/** Declares one definition. */
function declareDefinition(name: string, purpose: Purpose): Declaration {
  const context: Context = {
    purpose,
    definition: findDefinition,
    nameDefinition,
    nameField: noField,
    referenceFor: () => undefined,
    isOpen: () => false,
    isMap: () => MAPS.includes(name),
    keysOf: () => KEYS[name] ?? ["string"],
  };
  return declare(nameDefinition(name, purpose), findDefinition(name), context);
}

const header = (
  what: string,
) => `// Generated from generator/values/kubernetes/definitions.json; do not edit: run npm run generate.
// Longer than most files: ${what}
`;

/** `types.ts`: every definition as an interface, and all of them by name. */
export function printKubernetesTypes(): string {
  const names = Object.keys(kubernetesDefinitions);
  const declarations = names.map((name) => printDeclaration(declareDefinition(name, "plain")));
  const index = names.map((name) => `  readonly ${name}: ${name};\n`).join("");
  return [
    `${header("one interface for each type that charts pass through.")}/** Kubernetes' own types, as far as values hold them: Kubernetes 1.36. */\n`,
    ...declarations,
    `/** All of them by name. */\nexport interface KubernetesTypes {\n${index}}\n`,
  ].join("\n");
}
