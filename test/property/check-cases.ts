/** Asks of values whether everything that is said of them is so: evaluate, Helm, the schema and Kubernetes' models agree. */

import { RenderError } from "../../generator/expression/go/render-error.ts";
import { isMap } from "../../generator/is-map.ts";
import { formatFinding, isKubernetesObject, type KubernetesObject } from "../../generator/mod.ts";
import { kubernetesModels } from "../../generator/rules/kubernetes-models.ts";
import { listUnreadableTexts } from "../../generator/values/list-unreadable-texts.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { findDifferences } from "./find-difference.ts";
import type { GoReader } from "./go-reader.ts";
import { checkStrictly } from "./objects/check-strictly.ts";
import { plainData } from "./plain-data.ts";
import type { Case, CaseRenderer, Rendered } from "./render-cases.ts";
import type { Release } from "./subject.ts";

/** What is wrong with one case. */
export interface Disagreement {
  readonly alias: string;
  /** One sentence. */
  readonly message: string;
  readonly computed?: unknown;
  readonly rendered?: unknown;
}

/** What our own side makes of a case. */
export type Computed = { readonly objects: readonly object[] } | { readonly refusal: string };

/** Computes a case; as a root, or as a chart on which another depends under the case's alias. */
export function computeCase({ alias, subject, values }: Case, release: Release, isRoot = false): Computed {
  try {
    return { objects: subject.evaluate(values, isRoot ? { release } : { release, alias }) };
  } catch (error) {
    if (error instanceof RenderError) return { refusal: error.message };
    throw new Error(`evaluate() failed: ${String(error)}`, { cause: error });
  }
}

/** Computes cases, by alias. */
export function computeCases(cases: readonly Case[], release: Release): ReadonlyMap<string, Computed> {
  return new Map(cases.map((one) => [one.alias, computeCase(one, release)]));
}

/** How much is asked of Helm. */
export interface RenderContext {
  readonly renderers: ReadonlyMap<string, CaseRenderer>;
  readonly release: Release;
  /** What our own side makes of the cases, by alias. */
  readonly computed: ReadonlyMap<string, Computed>;
  /** How many of the cases that a guard refuses are rendered, each in a run of its own. */
  readonly mostRefused: number;
  /** Reads what Helm printed once more. */
  readonly goReader?: GoReader | undefined;
}

/** Compares what is computed of each case with what each Helm renders. */
export async function checkRenders(cases: readonly Case[], context: RenderContext): Promise<readonly Disagreement[]> {
  const { renderers, computed, goReader } = context;
  const read = createReader();
  const found = [...renderers].map(async ([version, renderer]): Promise<readonly Disagreement[]> => {
    const rendered = await renderCases(cases, renderer, context);
    const differing = [...rendered].flatMap(([alias, result]) => {
      const own = computed.get(alias);
      return own === undefined ? [] : compareCase(alias, own, result, read);
    });
    const all = [...differing, ...(await compareReaders(rendered, read, goReader))];
    return all.map(({ message, ...one }) => ({ message: `Helm ${version}: ${message}`, ...one }));
  });
  return (await Promise.all(found)).flat();
}

async function renderCases(
  cases: readonly Case[],
  renderer: CaseRenderer,
  { computed, release, mostRefused }: RenderContext,
): Promise<ReadonlyMap<string, Rendered>> {
  const isRefused = ({ alias }: Case): boolean => "refusal" in (computed.get(alias) ?? {});
  const accepted = cases.filter((one) => !isRefused(one));
  const rendered = new Map(await renderer.render(accepted, release));
  for (const one of cases.filter(isRefused).slice(0, mostRefused)) {
    for (const [alias, result] of await renderer.render([one], release)) rendered.set(alias, result);
  }
  return rendered;
}

/** Compares what is computed of a case with what each Helm makes of the whole chart, as users install it. */
export async function checkInstall(
  one: Case,
  { renderers, release }: Pick<RenderContext, "renderers" | "release">,
): Promise<readonly Disagreement[]> {
  const computed = computeCase(one, release, true);
  const read = createReader();
  const found = [...renderers].map(async ([version, renderer]) => {
    if (!isReadable(version, one)) return [];
    const differing = compareCase(one.alias, computed, await renderer.install(one, release), read);
    return differing.map(({ message, ...rest }) => ({ message: `Helm ${version}, installed: ${message}`, ...rest }));
  });
  return (await Promise.all(found)).flat();
}

/** Whether a Helm can read the values of a case when it checks their schema: Helm up to 3.18.4 writes them as YAML first. */
function isReadable(version: string, { subject, values }: Case): boolean {
  return version !== "3.17.3" || listUnreadableTexts(subject.merge(values)).length === 0;
}

/** Reads what Helm printed into objects, or says why it cannot. */
type Reader = (manifests: string) => readonly object[] | string;

// Both Helms print the same text, mostly.
function createReader(): Reader {
  const known = new Map<string, readonly object[] | string>();
  return (manifests) => {
    const objects = known.get(manifests) ?? readObjects(manifests);
    known.set(manifests, objects);
    return objects;
  };
}

async function compareReaders(
  rendered: ReadonlyMap<string, Rendered>,
  read: Reader,
  goReader: GoReader | undefined,
): Promise<readonly Disagreement[]> {
  if (goReader === undefined) return [];
  const texts = [...rendered].flatMap(([alias, result]) => {
    const text = "manifests" in result ? result.manifests : "";
    const objects = read(text);
    return typeof objects === "string" ? [] : [{ alias, text, objects }];
  });
  const answers = await goReader.compare(texts);
  return texts.flatMap(({ alias, text, objects }, i) => {
    if (answers[i] === "") return [];
    const message = `Go reads what Helm printed otherwise: ${answers[i] ?? "no answer"}`;
    return [{ alias, message, computed: objects, rendered: text }];
  });
}

function compareCase(alias: string, computed: Computed, rendered: Rendered, read: Reader): readonly Disagreement[] {
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
  const objects = read(rendered.manifests);
  if (typeof objects === "string") return [{ alias, message: objects, rendered: rendered.manifests }];
  const differences = findDifferences(computed.objects, objects);
  if (differences.length === 0) return [];
  const [first] = differences;
  const places = differences.length === 1 ? "1 place" : `${differences.length} places`;
  const message = `evaluate and Helm differ in ${places}, the first at ${first?.path}: computed ${show(first?.computed)}, rendered ${show(first?.rendered)}`;
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

/** Compares what our check says of each case with what each Helm says: all must admit it, or refuse it. */
export async function checkSchemas(
  cases: readonly Case[],
  { renderers }: Pick<RenderContext, "renderers">,
): Promise<readonly Disagreement[]> {
  const found = [...renderers].map(async ([version, renderer]) => {
    const readable = cases.filter((one) => isReadable(version, one));
    if (readable.length === 0) return [];
    const refusals = await renderer.refuse(readable);
    return readable.flatMap(({ alias, subject, values }) => {
      const own = subject.check(subject.merge(values));
      const said = refusals.get(alias);
      if (own.length > 0 === (said !== undefined)) return [];
      const who =
        said === undefined
          ? "our check refuses the values, Helm's does not"
          : "Helm's check refuses the values, ours does not";
      return [{ alias, message: `Helm ${version}: ${who}`, computed: own, rendered: said ?? "" }];
    });
  });
  return (await Promise.all(found)).flat();
}

/** What is wrong with the computed objects of a case by themselves. */
export function checkObjects(one: Case, computed: Computed, release: Release): readonly Disagreement[] {
  if ("refusal" in computed) return [];
  const { alias, subject, values } = one;
  const merged = subject.merge(values);
  const objects = plainData(computed.objects);
  const strange = objects.filter((object) => !isKubernetesObject(object));
  const own = objects.filter((object): object is KubernetesObject => isKubernetesObject(object));
  const findings = kubernetesModels(own, {
    releaseNamespace: release.namespace,
    allowUnknownKinds: listKinds(subject.ownObjects(merged)),
  });
  const messages = [
    ...strange.map((object) => `evaluate yields what is no Kubernetes object: ${JSON.stringify(object)}`),
    ...findings.map(formatFinding),
    ...checkStrictly(own),
    ...findRests(objects, JSON.stringify(merged)).map(
      (rest) => `An object has ${JSON.stringify(rest)}, the values have not`,
    ),
  ];
  return messages.map((message) => ({ alias, message, computed: own }));
}

// What a user adds may be of any kind.
function listKinds(objects: readonly unknown[]): readonly string[] {
  return objects.flatMap((object) => (isMap(object) ? [`${object["apiVersion"]}/${object["kind"]}`] : []));
}

// What Go prints for a wrong verb, for nothing, and for a large number where text was wanted.
const RESTS = ["%!", "<nil>", "<no value>", "1e+", "map["];

function findRests(objects: readonly object[], given: string): readonly string[] {
  const texts = objects.flatMap(listTexts);
  return RESTS.filter((rest) => !given.includes(rest) && texts.some((text) => text.includes(rest)));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [key, ...listTexts(child)]);
}
