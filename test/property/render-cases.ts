/** Renders many values files in one run of Helm: a chart that depends on another under an alias for each. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { type Chart, printChart } from "../../generator/mod.ts";
import { type Helm, runHelm } from "../../scripts/lib/run-helm.ts";
import type { ProcessResult } from "../../scripts/lib/run-process.ts";
import { placeFiles } from "../scripts/lib/sample-chart.ts";
import { writeAscii } from "../yaml/write-ascii.ts";

/** Values, and the alias of the chart that gets them: Helm takes it for the chart's name. */
export interface Case {
  /** `c` and a number. */
  readonly alias: string;
  readonly values: Values;
}

/** What Helm made of one case: the manifests, or why there are none. */
export type Rendered = { readonly manifests: string } | { readonly refusal: string };

/** The release of a batch. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
}

/** Renders cases of one chart with one Helm. */
export interface CaseRenderer {
  /**
   * Renders each case, by its alias, in one run of Helm as long as it refuses none. The schema is not asked: that takes
   * Helm three times as long.
   */
  readonly render: (cases: readonly Case[], release: Release) => Promise<ReadonlyMap<string, Rendered>>;
  /** What Helm says of the values that the schema refuses, by alias. */
  readonly refuse: (cases: readonly Case[]) => Promise<ReadonlyMap<string, string>>;
  /** Removes what lies on disk. */
  readonly close: () => Promise<void>;
}

const PARENT = "many";

/** Puts a chart on disk for a Helm. */
export async function createCaseRenderer(chart: Chart, helm: Pick<Helm, "path">): Promise<CaseRenderer> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-property-"));
  const files = printChart(chart);
  const withoutTemplates = new Map([...files].filter(([path]) => !path.startsWith("templates/")));
  await placeFiles(join(directory, "all", PARENT, "charts", chart.name), files);
  await placeFiles(join(directory, "schema", PARENT, "charts", chart.name), withoutTemplates);

  const template = async (variant: "all" | "schema", cases: readonly Case[], args: readonly string[]) => {
    const parent = join(directory, variant, PARENT);
    const dependencies = cases.map(({ alias }) => ({
      name: chart.name,
      version: chart.version,
      repository: "",
      alias,
    }));
    const values = Object.fromEntries(cases.map((one) => [one.alias, one.values]));
    const manifest = { apiVersion: "v2", name: PARENT, version: "1.0.0", dependencies };
    await writeFile(join(parent, "Chart.yaml"), writeAscii(manifest));
    await writeFile(join(parent, "values.yaml"), writeAscii(values));
    return await runHelm(helm, ["template", ...args, parent]);
  };
  return {
    async render(cases, { name, namespace }) {
      const results = new Map<string, Rendered>();
      const run = async (some: readonly Case[]): Promise<void> => {
        const result = await template("all", some, [name, "--namespace", namespace, "--skip-schema-validation"]);
        for (const [alias, rendered] of readResult(result, some)) results.set(alias, rendered);
        const left = some.filter(({ alias }) => !results.has(alias));
        // The first refusal ends the run; without a culprit by name there is one among fewer.
        if (left.length === some.length) await halve(left, run);
        else if (left.length > 0) await run(left);
      };
      if (cases.length > 0) await run(cases);
      return results;
    },
    async refuse(cases) {
      const { code, stderr } = await template("schema", cases, ["rel"]);
      const parts = stderr.split(/(?=c\d+:\n)/).flatMap((part): readonly (readonly [string, string])[] => {
        const alias = /^(c\d+):\n/.exec(part)?.[1];
        return alias === undefined ? [] : [[alias, part]];
      });
      if (code !== 0 && parts.length === 0) throw new Error(`Cannot check values with Helm: ${stderr}`);
      return new Map(parts);
    },
    close: async () => await rm(directory, { recursive: true, force: true }),
  };
}

async function halve(cases: readonly Case[], run: (some: readonly Case[]) => Promise<void>): Promise<void> {
  const half = Math.ceil(cases.length / 2);
  await run(cases.slice(0, half));
  await run(cases.slice(half));
}

function readResult({ code, stdout, stderr }: ProcessResult, cases: readonly Case[]): ReadonlyMap<string, Rendered> {
  if (code === 0) return splitByAlias(stdout, cases);
  const culprit = new RegExp(`${PARENT}/charts/(c[0-9]+)/`).exec(stderr)?.[1];
  const alias = cases.length === 1 ? cases[0]?.alias : culprit;
  return new Map(alias === undefined ? [] : [[alias, { refusal: stderr }]]);
}

// Helm names the template of each document, by the alias of its chart.
function splitByAlias(stdout: string, cases: readonly Case[]): ReadonlyMap<string, Rendered> {
  const documents = stdout.split(/^---\n(?=# Source: )/m).slice(1);
  const byAlias = Map.groupBy(documents, (text) => /^# Source: [^/]+\/charts\/([^/]+)\//.exec(text)?.[1] ?? "");
  return new Map(
    cases.map(({ alias }) => {
      const own = byAlias.get(alias) ?? [];
      return [alias, { manifests: own.map((text) => `---\n${text}`).join("") }];
    }),
  );
}
