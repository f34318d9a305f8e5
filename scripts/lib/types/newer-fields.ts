/** Fields of the definitions that kubernetes-types, which has the types of manifests, does not have yet. */
import { kubernetesDefinitions } from "../../../generator/values/kubernetes/definitions.ts";
import { overlay } from "../../../generator/values/kubernetes/overlay.ts";
import { type Field, printField } from "./interface-text.ts";

/** The modules of kubernetes-types with types that have definitions. */
export const TYPE_MODULES = [
  ...["apps/v1", "autoscaling/v2", "batch/v1", "core/v1", "meta/v1", "networking/v1"],
] as const;

/** Such fields of objects that no values hold whole, and that have no definition therefore; by interface. */
const FIELDS_WITHOUT_DEFINITION: Readonly<Record<string, readonly Field[]>> = {
  Container: [
    field("restartPolicyRules", "ContainerRestartRule[]", "What happens when the container ends, by exit code."),
  ],
  PodSpec: [
    field("hostnameOverride", "string", "The host name that the containers see; without a name in DNS."),
    field("resources", "PodResources", "What all containers of the pod may use together."),
  ],
};

function field(key: string, type: string, text: string): Field {
  return { key, type: [type], optional: true, doc: { text } };
}

/** Prints them as augmentations of the modules of kubernetes-types, whose texts are given by name. */
export function printNewerFields(
  modules: ReadonlyMap<string, string>,
  fieldsOf: (definition: string) => readonly Field[],
): string {
  return [...modules].map(([name, text]) => printModule(name, text, fieldsOf)).join("");
}

function printModule(module: string, text: string, fieldsOf: (definition: string) => readonly Field[]): string {
  const interfaces = [...text.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, name = "", body = ""]) => {
      const known = new Set([...body.matchAll(/^ {4}"?([\w$-]+)"?\??:/gm)].map(([, key]) => key));
      const fields = FIELDS_WITHOUT_DEFINITION[name] ?? fieldsOfApi(name, fieldsOf);
      const newer = fields.filter(({ key }) => !known.has(key));
      const lines = newer.map((field) => printField(field, "    ", ""));
      return lines.length === 0 ? [] : [`  interface ${name} {\n${lines.join("")}  }\n`];
    },
  );
  if (interfaces.length === 0) return "";
  // Only a module that is loaded can be augmented.
  return `\nimport type {} from "kubernetes-types/${module}.d.ts";\n\ndeclare module "kubernetes-types/${module}.d.ts" {\n${interfaces.join("")}}\n`;
}

/** The fields of a definition that Kubernetes itself has: the overlay adds names of branches. */
function fieldsOfApi(name: string, fieldsOf: (definition: string) => readonly Field[]): readonly Field[] {
  if (kubernetesDefinitions[name]?.properties === undefined) return [];
  const added = Object.keys(overlay.rules[name]?.properties ?? {});
  return fieldsOf(name).filter(({ key }) => !added.includes(key));
}
