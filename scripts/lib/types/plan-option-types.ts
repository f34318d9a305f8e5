/** The TypeScript files of the options of stages and the values of environments, from the models of values. */
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { library } from "../../../generator/library/library.ts";
import { serviceValues } from "../../../generator/library/workload/values/service-values.ts";
import { workloadValues } from "../../../generator/library/workload/values/values.ts";
import { pipelineValues } from "../../../generator/pipeline/environments/pipeline-model.ts";
import { closed } from "../../../generator/values/model.ts";
import { type Declaration, printDeclaration, printImports } from "./interface-text.ts";
import { findDefinition, KUBERNETES_OVERRIDES, KUBERNETES_TYPES, nameDefinition } from "./plan-kubernetes-types.ts";
import { type Context, declare, type Parameter, type Purpose } from "./print-interfaces.ts";

/** The outermost interface of a model of values. */
interface Root {
  readonly name: string;
  readonly purpose: Purpose;
  readonly schema: JsonSchema;
  readonly file: string;
  readonly source: string;
  readonly parameter?: Parameter;
}

/** An interface to print. */
interface Planned {
  readonly declaration: Declaration;
  /** What it refers to: other interfaces, by name, and names of other files. */
  readonly own: ReadonlySet<string>;
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The file of the interfaces that several files need. */
const SHARED = "library/common/options.ts";
const REFERENCES = "values/references.ts";

/** The class that represents an object before the names of the stages are known, by the fields of the object. */
const REFERENCE_OF: Readonly<Record<string, string>> = {
  "stage volume": "VolumeReference",
  "stage port format": "AddressReference",
};

/** Names for objects whose fields make no good name, by the field or by the object around it and the field. */
const NAMES: Readonly<Record<string, string>> = {
  env: "Variable",
  envFrom: "VariableSource",
  persistence: "ReplicaClaim",
  port: "ContainerPort",
  "Service.port": "ServicePort",
  "StatefulStageService.port": "ServicePort",
  static: "StaticVolume",
  pipeline: "GlobalPipeline",
  "InitContainer.image": "SideImage",
  "Tests.image": "ChartImage",
  "CsiVolume.volume": "PersistentVolume",
  "PersistentVolume.claim": "PersistentVolumeClaim",
  headless: "HeadlessService",
};

/** Objects of any kind of Kubernetes: their types are those of the kinds, written by hand. */
const WHOLE_OBJECT = "ExtraObject";
const WHOLE_OBJECTS = "values/objects/extra-object.ts";

/**
 * Plans the files: path below `generator/` to text; and the definitions of which values files may set only some fields.
 */
export function planOptionTypes(): {
  readonly files: ReadonlyMap<string, string>;
  readonly partial: ReadonlySet<string>;
} {
  const roots = [
    ...library.flatMap(({ name, values, valuesSource }) => chartRoots(name, values, valuesSource)),
    pipelineRoot(),
    ...commonRoots(),
  ];
  const { planned, partial } = declareAll(roots);
  const places = placeAll(roots, planned);
  const files = new Map(
    [...new Set(places.values())].sort().map((file) => [file, printFile(file, roots, planned, places)]),
  );
  return { files, partial };
}

const ports: Parameter = { name: "Port", places: ["ports", "service.ports"], isRequired: false };

/** What TypeScript infers from the options of a stage, by chart: the names that other stages may refer to. */
const PARAMETERS: Readonly<Record<string, Parameter>> = {
  "csi-volume": { name: "Id", places: ["volumes"], isRequired: true },
  "service-stage": ports,
  "stateful-stage": ports,
};

function chartRoots(chart: string, values: object, valuesSource: string): readonly Root[] {
  const stem = pascal(chart);
  const own = { file: `library/${chart}/options.ts`, source: valuesSource };
  const parameter = PARAMETERS[chart];
  const ofOptions = parameter === undefined ? {} : { parameter };
  // Environments may set only existing volumes of a stage, but may add ports.
  const ofOverrides = parameter?.isRequired === true ? { parameter } : {};
  const schema = (description: string) => ({ ...plain(values), description });
  const options = schema(`The options of a ${stem}: the values of the chart ${chart}`);
  const overrides = schema(`The values that an environment sets of a ${stem}: values of the chart ${chart}`);
  return [
    { ...own, ...ofOptions, name: `${stem}Options`, purpose: "options", schema: options },
    { ...own, ...ofOverrides, name: `${stem}Overrides`, purpose: "overrides", schema: overrides },
  ];
}

function pipelineRoot(): Root {
  const source = "generator/pipeline/environments/pipeline-model.ts";
  const description = "The values that an environment sets of all stages at once";
  const schema = { ...plain(pipelineValues), description };
  return {
    name: "PipelineOverrides",
    purpose: "overrides",
    schema,
    file: "pipeline/environments/overrides.ts",
    source,
  };
}

/** What charts of others have of the library: what a stage sets of a workload, and of one with a Service. */
function commonRoots(): readonly Root[] {
  const own = { purpose: "options", file: "library/workload/options.ts" } as const;
  const source = "generator/library/workload/values/values.ts";
  const workload = workloadValues({ nativeSidecars: true });
  const root = (name: string, description: string, values: Parameters<typeof closed>[0]): Root => {
    return { ...own, source, name, schema: plain(closed(values, { description })) };
  };
  return [
    root("WorkloadOptions", "What a stage sets of the values that every workload has", workload),
    root("ServerOptions", "What a stage sets of the values of a workload with a Service in front of it", {
      ...workload,
      service: serviceValues(),
    }),
  ];
}

function plain(model: object): JsonSchema {
  return JSON.parse(JSON.stringify(model)) as JsonSchema; // TypeBox schemas are plain JSON
}

function declareAll(roots: readonly Root[]) {
  const names = new Map<string, string>(); // the form of an object to the name of its interface
  const queue = [...roots.map(({ name, purpose, schema, parameter }) => ({ name, purpose, schema, parameter }))];
  const taken = new Set(roots.map(({ name }) => name));
  const planned = new Map<string, Planned>();
  const partial = new Set<string>();
  for (const { name, purpose, schema, parameter } of queue) {
    const own = new Set<string>();
    const foreign = new Map<string, Set<string>>();
    const useFrom = (file: string, used: string) => foreign.set(file, (foreign.get(file) ?? new Set()).add(used));
    const nameField: Context["nameField"] = (field, key, owner, below) => {
      const form = `${below?.name ?? ""} ${formOf(field, purpose)}`;
      const known = names.get(form);
      const chosen = known ?? chooseName(key, owner, purpose, taken);
      if (known === undefined) {
        names.set(form, chosen);
        taken.add(chosen);
        queue.push({ name: chosen, purpose, schema: field, parameter: below });
      }
      own.add(chosen);
      return chosen;
    };
    const context: Context = {
      purpose,
      definition: findDefinition,
      nameDefinition: (definition, its) => {
        if (definition === WHOLE_OBJECT) {
          const name = `${definition}${its === "overrides" ? "Overrides" : "Options"}`;
          useFrom(WHOLE_OBJECTS, name);
          return name;
        }
        if (its === "overrides") partial.add(definition);
        const used = nameDefinition(definition, its);
        useFrom(its === "overrides" ? KUBERNETES_OVERRIDES : KUBERNETES_TYPES, used);
        return used;
      },
      nameField,
      referenceFor: (field) => {
        const used = REFERENCE_OF[Object.keys(field.properties ?? {}).join(" ")];
        if (used !== undefined) useFrom(REFERENCES, used);
        return used;
      },
      isOpen: () => false,
      isMap: () => false,
      keysOf: () => ["string"],
      ...(parameter === undefined ? {} : { parameter }),
    };
    planned.set(name, { declaration: declare(name, schema, context), own, foreign });
  }
  return { planned, partial };
}

// The description of a field is not part of its object: objects that differ only in it share an interface.
function formOf({ description: _, default: __, examples: ___, ...schema }: JsonSchema, purpose: Purpose): string {
  return `${purpose} ${JSON.stringify({ ...schema, allOf: undefined })}`;
}

function chooseName(key: string, owner: string, purpose: Purpose, taken: ReadonlySet<string>): string {
  const suffix = purpose === "overrides" ? "Overrides" : "Options";
  const around = owner.replace(/(Options|Overrides)$/, "");
  const name = `${NAMES[`${around}.${key}`] ?? NAMES[key] ?? pascal(key)}${suffix}`;
  if (!taken.has(name)) return name;
  const longer = `${around}${pascal(key)}${suffix}`;
  if (taken.has(longer)) throw new Error(`Cannot name "${key}" of ${owner}: expected a name of its own, got ${longer}`);
  return longer;
}

function pascal(word: string): string {
  return word.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** The file of each interface: that of the only file that needs it, else the shared one. */
function placeAll(roots: readonly Root[], planned: ReadonlyMap<string, Planned>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const root of roots) {
    const reached = new Set([root.name]);
    for (const name of reached) for (const used of planned.get(name)?.own ?? []) reached.add(used);
    for (const name of reached) {
      const place = places.get(name) ?? root.file;
      places.set(name, place === root.file ? root.file : SHARED);
    }
  }
  return places;
}

function printFile(
  file: string,
  roots: readonly Root[],
  planned: ReadonlyMap<string, Planned>,
  places: ReadonlyMap<string, string>,
): string {
  const here = [...planned].filter(([name]) => places.get(name) === file).map(([, each]) => each);
  const imports = new Map<string, Set<string>>();
  const add = (from: string, name: string) => imports.set(from, (imports.get(from) ?? new Set()).add(name));
  for (const { own, foreign } of here) {
    for (const name of own) if (places.get(name) !== file) add(places.get(name) ?? file, name);
    for (const [from, names] of foreign) for (const name of names) add(from, name);
  }
  const sources = roots.filter((root) => root.file === file).map(({ source }) => source);
  const source = sources[0] ?? "the values models of the library charts";
  const what =
    sources.length === 0
      ? "The types that the values of several charts share."
      : "The types of values, as they may be written.";
  const text = here.map(({ declaration }) => printDeclaration(declaration)).join("\n");
  const reason = "// Longer than most files: it has an interface for each object of the values.\n";
  const head = `// Generated from ${source}; do not edit: run npm run generate.\n${text.split("\n").length > 200 ? reason : ""}`;
  return `${head}/** ${what} */\n${printImports(file, imports)}\n${text}`;
}
