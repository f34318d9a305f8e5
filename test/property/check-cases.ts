/** Asks of values whether everything that is said of them is so: evaluate, Helm, the schema and Kubernetes' models agree. */
import { coalesceValues, isMap, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { defaultValues, evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import { RenderError } from "../../generator/functions/render-error.ts";
import { type Chart, formatFinding, isKubernetesObject, type KubernetesObject } from "../../generator/mod.ts";
import { kubernetesModels } from "../../generator/rules/kubernetes-models.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { findDifferences } from "./find-difference.ts";
import type { GoReader } from "./go-reader.ts";
import type { Case, CaseRenderer, Release, Rendered } from "./render-cases.ts";

/** What is wrong with one case. */
export interface Disagreement {
  readonly alias: string;
  /** One sentence. */
  readonly message: string;
  readonly computed?: unknown;
  readonly rendered?: unknown;
}

type Computed = { readonly objects: readonly object[] } | { readonly refusal: string };

/** What our own side makes of a case. */
export function computeCase(chart: Chart, { alias, values }: Case, release: Release): Computed {
  try {
    return { objects: evaluateChart(chart, { values, release, alias }) };
  } catch (error) {
    if (error instanceof RenderError) return { refusal: error.message };
    throw new Error(`evaluateChart() failed: ${String(error)}`, { cause: error });
  }
}

/** How much is asked of Helm. */
export interface CheckOptions {
  /** How many of the cases that a guard refuses are rendered, each in a run of its own. */
  readonly mostRefused: number;
  /** Reads what Helm printed once more. */
  readonly goReader?: GoReader;
}

/** Compares what is computed of each case with what a Helm renders. */
export async function checkRenders(
  chart: Chart,
  cases: readonly Case[],
  context: { readonly renderer: CaseRenderer; readonly release: Release } & CheckOptions,
): Promise<readonly Disagreement[]> {
  const { renderer, release } = context;
  const computed = new Map(cases.map((one) => [one.alias, computeCase(chart, one, release)]));
  const isRefused = ({ alias }: Case): boolean => "refusal" in (computed.get(alias) ?? {});
  const rendered = new Map(
    await renderer.render(
      cases.filter((one) => !isRefused(one)),
      release,
    ),
  );
  for (const one of cases.filter(isRefused).slice(0, context.mostRefused)) {
    for (const [alias, result] of await renderer.render([one], release)) rendered.set(alias, result);
  }
  const found = [...rendered].flatMap(([alias, result]) => {
    const own = computed.get(alias);
    return own === undefined ? [] : compareCase(alias, own, result);
  });
  return [...found, ...(await compareReaders(rendered, context.goReader))];
}

async function compareReaders(
  rendered: ReadonlyMap<string, Rendered>,
  goReader: GoReader | undefined,
): Promise<readonly Disagreement[]> {
  if (goReader === undefined) return [];
  const texts = [...rendered].flatMap(([alias, result]) => {
    const text = "manifests" in result ? result.manifests : "";
    const objects = readObjects(text);
    return typeof objects === "string" ? [] : [{ alias, text, objects }];
  });
  const answers = await goReader.compare(texts);
  return texts.flatMap(({ alias, text, objects }, i) => {
    if (answers[i] === "") return [];
    const message = `Go reads what Helm printed otherwise: ${answers[i] ?? "no answer"}`;
    return [{ alias, message, computed: objects, rendered: text }];
  });
}

function compareCase(alias: string, computed: Computed, rendered: Rendered): readonly Disagreement[] {
  if ("refusal" in computed) {
    if ("refusal" in rendered && rendered.refusal.includes(computed.refusal)) return [];
    const said = "refusal" in rendered ? rendered.refusal : rendered.manifests;
    return [
      {
        alias,
        message: "evaluate refuses the values, Helm does not say the same",
        computed: computed.refusal,
        rendered: said,
      },
    ];
  }
  if ("refusal" in rendered) {
    return [
      {
        alias,
        message: "Helm refuses the values, evaluate does not",
        computed: computed.objects,
        rendered: rendered.refusal,
      },
    ];
  }
  const objects = readObjects(rendered.manifests);
  if (typeof objects === "string") return [{ alias, message: objects, rendered: rendered.manifests }];
  const differences = findDifferences(computed.objects, objects);
  if (differences.length === 0) return [];
  const [first] = differences;
  const message = `evaluate and Helm differ in ${differences.length} places, the first at ${first?.path}: computed ${show(first?.computed)}, rendered ${show(first?.rendered)}`;
  return [{ alias, message, computed: computed.objects, rendered: objects }];
}

function readObjects(manifests: string): readonly object[] | string {
  try {
    return readManifests(manifests);
  } catch (error) {
    return `What Helm printed cannot be read: ${String(error)}`;
  }
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}

/** Who is asked of a schema. */
export interface SchemaContext {
  readonly renderer: CaseRenderer;
  /** Our own check, compiled; to compile it takes as long as hundreds of checks. */
  readonly check?: ReturnType<typeof compileSchema>;
}

/** Compares what our check says of each case with what a Helm says: both must admit it, or refuse it. */
export async function checkSchemas(
  chart: Chart,
  cases: readonly Case[],
  { renderer, check = compileSchema(chart.schema) }: SchemaContext,
): Promise<readonly Disagreement[]> {
  if (cases.length === 0) return [];
  const defaults = defaultValues(chart);
  const refusals = await renderer.refuse(cases);
  return cases.flatMap(({ alias, values }) => {
    const own = check(coalesceValues(defaults, values));
    const said = refusals.get(alias);
    if (own.length > 0 === (said !== undefined)) return [];
    const message =
      said === undefined
        ? "our check refuses the values, Helm's does not"
        : "Helm's check refuses the values, ours does not";
    return [{ alias, message, computed: own, rendered: said ?? "" }];
  });
}

/** What is wrong with the computed objects of a case by themselves. */
export function checkObjectsOf(chart: Chart, one: Case, release: Release): readonly Disagreement[] {
  const computed = computeCase(chart, one, release);
  if ("refusal" in computed) return [];
  const { alias, values } = one;
  const objects: readonly object[] = JSON.parse(JSON.stringify(computed.objects));
  const strange = objects.filter((object) => !isKubernetesObject(object));
  const own = objects.filter((object): object is KubernetesObject => isKubernetesObject(object));
  const findings = kubernetesModels(own, {
    releaseNamespace: release.namespace,
    allowUnknownKinds: listOwnKinds(values),
  });
  const rests = findRests(objects, values);
  return [
    ...strange.map((object) => ({ alias, message: "evaluate yields what is no Kubernetes object", computed: object })),
    ...findings.map((finding) => ({ alias, message: formatFinding(finding), computed: own })),
    ...rests.map((rest) => ({
      alias,
      message: `An object has ${JSON.stringify(rest)}, the values have not`,
      computed: objects,
    })),
  ];
}

// What a user brings along may be of any kind.
function listOwnKinds({ extraObjects }: Values): readonly string[] {
  if (!isMap(extraObjects)) return [];
  return Object.values(extraObjects).flatMap((object) =>
    isMap(object) ? [`${object["apiVersion"]}/${object["kind"]}`] : [],
  );
}

// What Go prints for a wrong verb, for nothing, and for a large number where text was wanted.
const RESTS = ["%!", "<nil>", "<no value>", "1e+", "map["];

function findRests(objects: readonly object[], values: Values): readonly string[] {
  const given = JSON.stringify(values);
  const texts = objects.flatMap(listTexts);
  return RESTS.filter((rest) => !given.includes(rest) && texts.some((text) => text.includes(rest)));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [key, ...listTexts(child)]);
}
