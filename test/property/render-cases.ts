/** Renders many values files in one run of Helm: a chart that depends on a chart of its own for each. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Helm, runHelm } from "../../cli/helm/run-helm.ts";
import type { ProcessResult } from "../../cli/helm/run-process.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import type { Files } from "../../generator/mod.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { placeInParent } from "./place-in-parent.ts";
import { splitByAlias } from "./split-by-alias.ts";
import type { Release, Subject } from "./subject.ts";

/** What a render needs of a chart under test. */
export type PrintedSubject = Pick<Subject, "name" | "files" | "given">;

/** A chart, values, and the name that the chart gets: Helm takes it for the chart's name. */
export interface Case<S extends PrintedSubject = Subject> {
  /** `c` and a number. */
  readonly alias: string;
  readonly subject: S;
  readonly values: Values;
}

/** What Helm made of one case: the manifests, or why there are none. */
export type Rendered = { readonly manifests: string } | { readonly refusal: string };

/** Renders cases with one Helm. */
export interface CaseRenderer {
  /**
   * Renders each case, by its alias, in one run of Helm as long as it refuses none. The schema is not asked: that takes
   * Helm three times as long.
   */
  readonly render: (cases: readonly Case<PrintedSubject>[], release: Release) => Promise<ReadonlyMap<string, Rendered>>;
  /** What Helm says of the values that the schema refuses, by alias. */
  readonly refuse: (cases: readonly Case[]) => Promise<ReadonlyMap<string, string>>;
  /** Renders one case as users do: the whole chart, which is the root, with its schema. */
  readonly install: (one: Case, release: Release) => Promise<Rendered>;
  /** Removes what is on disk. */
  readonly close: () => Promise<void>;
}

const PARENT = "many";

/** Makes a place on disk for charts, and renders them with a Helm. */
export async function createCaseRenderer(helm: Pick<Helm, "path">): Promise<CaseRenderer> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-property-"));
  const many = createParent(join(directory, "all", PARENT), withoutPartials);
  // A place of its own: what is in the other may stay for the next cases.
  const single = createParent(join(directory, "single", PARENT), withOwnTemplates);
  const checked = createParent(join(directory, "schema", PARENT), schemaOnly);
  const template = async (chart: string, args: readonly string[]): Promise<ProcessResult> =>
    await runHelm(helm, ["template", ...args, chart]);
  return {
    async render(cases, { name, namespace, kubeVersion }) {
      const results = new Map<string, Rendered>();
      const run = async (some: readonly Case<PrintedSubject>[]): Promise<void> => {
        const parent = some.length === 1 ? single : many;
        await parent.place(some, ({ subject, values }) => subject.given(values));
        const args = [name, "--namespace", namespace, "--kube-version", kubeVersion, "--skip-schema-validation"];
        const result = await template(parent.path, args);
        for (const [alias, one] of readResult(result, some)) results.set(alias, one);
        const left = some.filter(({ alias }) => !results.has(alias));
        // The first refusal ends the run; without a culprit by name there is one among fewer.
        if (left.length === some.length) await halve(left, run);
        else if (left.length > 0) await run(left);
      };
      for (const some of withOwnInstances(cases)) await run(some);
      return results;
    },
    async refuse(cases) {
      await checked.place(cases, ({ subject, values }) => subject.merge(values));
      return readRefusals(await template(checked.path, ["rel"]));
    },
    async install({ subject, values }, { name, namespace, kubeVersion }) {
      const chart = join(directory, "one", subject.name);
      const file = join(directory, "one", "values.yaml");
      await rm(chart, { recursive: true, force: true });
      await placeFiles(chart, subject.files());
      await writeFile(file, writeAscii(subject.given(values)));
      const args = [name, "--namespace", namespace, "--kube-version", kubeVersion, "--values", file];
      const { code, stdout, stderr } = await template(chart, args);
      return code === 0 ? { manifests: stdout } : { refusal: stderr };
    },
    close: async () => await rm(directory, { recursive: true, force: true }),
  };
}

/** The cases in groups, in none of which two pipelines are given one instance: those would be refused. */
function withOwnInstances<C extends Pick<Case<PrintedSubject>, "values">>(cases: readonly C[]): readonly C[][] {
  const groups: { readonly names: Set<unknown>; readonly cases: C[] }[] = [];
  for (const one of cases) {
    const name = one.values["nameOverride"] ?? one;
    const group = groups.find(({ names }) => !names.has(name)) ?? { names: new Set(), cases: [] };
    if (group.cases.length === 0) groups.push(group);
    group.names.add(name);
    group.cases.push(one);
  }
  return groups.map((group) => group.cases);
}

/** A chart on disk that depends on others. */
interface Parent {
  readonly path: string;
  /** Makes it depend on the charts of some cases, with their values, and on no others. */
  readonly place: <S extends PrintedSubject>(
    cases: readonly Case<S>[],
    valuesOf: (one: Case<S>) => Values,
  ) => Promise<void>;
}

/** The files of a case's chart, and those that the parent has for all of its charts. */
interface CaseFiles {
  readonly own: Files;
  readonly shared: Files;
}

function createParent(path: string, filesOf: (subject: PrintedSubject, alias: string) => CaseFiles): Parent {
  const placed = new Map<string, PrintedSubject>();
  const shared = new Map<string, string>();
  return {
    path,
    async place(cases, valuesOf) {
      const wanted = new Map(cases.map(({ alias, subject }) => [alias, subject]));
      for (const [alias, subject] of placed) {
        if (wanted.get(alias) === subject) continue;
        await rm(join(path, "charts", alias), { recursive: true });
        placed.delete(alias);
      }
      for (const [alias, subject] of wanted) {
        if (placed.has(alias)) continue;
        const files = filesOf(subject, alias);
        await placeFiles(join(path, "charts", alias), files.own);
        const missing = new Map([...files.shared].filter(([file, text]) => shared.get(file) !== text));
        await placeFiles(path, missing);
        for (const [file, text] of missing) shared.set(file, text);
        placed.set(alias, subject);
      }
      const dependencies = cases.map(({ alias }) => ({ name: alias, version: ">=0.0.0-0", repository: "" }));
      const manifest = { apiVersion: "v2", name: PARENT, version: "1.0.0", dependencies };
      const values = Object.fromEntries(cases.map((one) => [one.alias, valuesOf(one)]));
      await placeFiles(
        path,
        new Map([
          ["Chart.yaml", writeAscii(manifest)],
          ["values.yaml", writeAscii(values)],
        ]),
      );
    },
  };
}

function withoutPartials({ name, files }: PrintedSubject, alias: string): CaseFiles {
  const own = new Map<string, string>();
  const shared = new Map<string, string>();
  for (const [path, text] of files()) {
    const place = placeInParent(name, path);
    if (place === undefined) continue;
    (place.isShared ? shared : own).set(place.path, path === "Chart.yaml" ? rename(text, alias) : text);
  }
  return { own, shared };
}

// The templates of a pipeline's stages print nothing; where they do, for the stage is not told of the pipeline, guards
// refuse the values. Such a case is rendered alone.
function withOwnTemplates(subject: PrintedSubject, alias: string): CaseFiles {
  const { own, shared } = withoutPartials(subject, alias);
  const templates = [...subject.files()].filter(([path]) => /^charts\/[^/]+\/templates\/(?!_).*[.]yaml$/.test(path));
  return { own: new Map([...own, ...templates]), shared };
}

function schemaOnly({ files }: PrintedSubject, alias: string): CaseFiles {
  const own = new Map([
    ["Chart.yaml", writeAscii({ apiVersion: "v2", name: alias, version: "1.0.0" })],
    ["values.schema.json", files().get("values.schema.json") ?? ""],
  ]);
  return { own, shared: new Map() };
}

function rename(manifest: string, name: string): string {
  return manifest.replace(/^name: .*$/m, `name: ${name}`);
}

async function halve(
  cases: readonly Case<PrintedSubject>[],
  run: (some: readonly Case<PrintedSubject>[]) => Promise<void>,
): Promise<void> {
  const half = Math.ceil(cases.length / 2);
  await run(cases.slice(0, half));
  await run(cases.slice(half));
}

// Helm names the charts whose values it refuses, each on a line of its own.
function readRefusals({ code, stderr }: ProcessResult): ReadonlyMap<string, string> {
  const parts = stderr.split(/(?=c\d+:\n)/).flatMap((part): readonly (readonly [string, string])[] => {
    const alias = /^(c\d+):\n/.exec(part)?.[1];
    return alias === undefined ? [] : [[alias, part]];
  });
  if (code !== 0 && parts.length === 0) throw new Error(`Cannot check values with Helm: ${stderr}`);
  return new Map(parts);
}

function readResult(
  { code, stdout, stderr }: ProcessResult,
  cases: readonly Case<PrintedSubject>[],
): ReadonlyMap<string, Rendered> {
  if (code === 0) {
    const manifests = splitByAlias(stdout);
    return new Map(cases.map(({ alias }) => [alias, { manifests: manifests.get(alias) ?? "" }]));
  }
  const culprit = new RegExp(`${PARENT}/charts/(c[0-9]+)/`).exec(stderr)?.[1];
  const alias = cases.length === 1 ? cases[0]?.alias : culprit;
  return new Map(alias === undefined ? [] : [[alias, { refusal: stderr }]]);
}
