/** Renders a chart with many values in one run of Helm: a chart that depends on it under an alias for each. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Helm, runHelm } from "../../scripts/lib/run-helm.ts";
import { serveObjects } from "../../test/library/csi-volume/serve-objects.ts";
import { placeFiles } from "../../test/scripts/lib/sample-chart.ts";
import { writeAscii } from "../../test/yaml/write-ascii.ts";
import { type Case, RELEASE, type Subject } from "./subject.ts";

/** What Helm printed for each case, by alias; or how it failed, whatever the case. */
export type Rendered = { readonly manifests: ReadonlyMap<string, string> } | { readonly failure: string };

/** A chart on disk, for one Helm at a time. */
export interface ChartRenderer {
  /** Renders cases; the schema is not asked. */
  readonly render: (cases: readonly Case[]) => Promise<Rendered>;
  /** What Helm says when it refuses values for release `rel` in a cluster that has the existing objects. */
  readonly upgrade: (values: object) => Promise<string | undefined>;
  /** Puts another text in the place of a file of the chart. */
  readonly change: (path: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PARENT = "many";

/** Puts a chart on disk, below one that depends on it. */
export async function createRenderer(
  helm: Pick<Helm, "path">,
  { name, files, existing }: Subject,
): Promise<ChartRenderer> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-mutation-"));
  const parent = join(directory, PARENT);
  const chart = join(parent, "charts", name);
  await placeFiles(chart, files);
  const server = existing.length === 0 ? undefined : await serveObjects(existing, directory);
  return {
    async render(cases) {
      const dependencies = cases.map(({ alias }) => ({ name, version: ">=0.0.0-0", repository: "", alias }));
      const manifest = { apiVersion: "v2", name: PARENT, version: "1.0.0", dependencies };
      await writeFile(join(parent, "Chart.yaml"), writeAscii(manifest));
      const values = Object.fromEntries(cases.map((one) => [one.alias, one.values]));
      await writeFile(join(parent, "values.yaml"), writeAscii(values));
      const args = ["template", RELEASE.name, parent, "--namespace", RELEASE.namespace, "--skip-schema-validation"];
      const { code, stdout, stderr } = await runHelm(helm, args, { env: { GOGC: "400" } });
      return code === 0 ? { manifests: splitByAlias(stdout) } : { failure: stderr };
    },
    async upgrade(values) {
      const file = join(directory, "upgrade.yaml");
      await writeFile(file, writeAscii(values));
      const args = ["template", "rel", chart, "--values", file, "--dry-run=server", "--disable-openapi-validation"];
      const env = server === undefined ? {} : { KUBECONFIG: server.kubeconfig };
      const { code, stderr } = await runHelm(helm, args, { env });
      return code === 0 ? undefined : stderr;
    },
    change: (path, text) => writeFile(join(chart, path), text),
    async close() {
      await server?.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

// Helm names the template of each document, by the alias of its chart.
function splitByAlias(text: string): ReadonlyMap<string, string> {
  const documents = text.split(/^---\n(?=# Source: )/m).slice(1);
  const byAlias = Map.groupBy(documents, (one) => /^# Source: [^/]+\/charts\/([^/]+)\//.exec(one)?.[1] ?? "");
  return new Map([...byAlias].map(([alias, own]) => [alias, own.map((one) => `---\n${one}`).join("")]));
}
