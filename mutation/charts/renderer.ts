/** Renders a chart with many values in one run of Helm: a chart that depends on it under an alias for each. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Helm, runHelm } from "../../cli/helm/run-helm.ts";
import type { Files } from "../../generator/mod.ts";
import { placeFiles } from "../../test/cli/sample-chart.ts";
import { type ApiServer, serveObjects } from "../../test/library/csi-volume/serve-objects.ts";
import { placeInParent } from "../../test/property/place-in-parent.ts";
import { splitByAlias } from "../../test/property/split-by-alias.ts";
import { writeAscii } from "../../test/yaml/write-ascii.ts";
import { type Case, RELEASE, type Setting, type Subject } from "./subject.ts";

/** What Helm printed for each case, by alias; or how it failed, whatever the case. */
export type Rendered = { readonly manifests: ReadonlyMap<string, string> } | { readonly failure: string };

/** What Helm printed for an upgrade, or how it failed. */
export type Upgraded = { readonly manifests: string } | { readonly failure: string };

/** A chart on disk in all of its settings, for one Helm at a time. */
export interface ChartRenderer {
  /** Renders cases of a setting; the schema is not asked. */
  readonly render: (setting: Setting, cases: readonly Case[]) => Promise<Rendered>;
  /** Renders an upgrade of release `rel` in the cluster of a setting. */
  readonly upgrade: (setting: Setting, values: object) => Promise<Upgraded>;
  /** Puts another text in the place of a file of the chart, wherever the chart lies. */
  readonly change: (path: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PARENT = "many";

/** Puts a chart on disk, in each setting below a chart that depends on it. */
export async function createRenderer(helm: Pick<Helm, "path">, { settings }: Subject): Promise<ChartRenderer> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-mutation-"));
  const places = new Map<Setting, PlacedSetting>();
  for (const [i, setting] of settings.entries()) {
    places.set(setting, await placeSetting(join(directory, `setting-${i}`), setting));
  }
  const placeOf = (setting: Setting): PlacedSetting => {
    const place = places.get(setting);
    if (place === undefined) throw new TypeError(`Cannot render in ${setting.name}: no such setting lies on disk`);
    return place;
  };
  return {
    async render(setting, cases) {
      const { parent } = placeOf(setting);
      await placeFiles(parent, filesOfParent(setting.name, cases));
      const args = ["template", RELEASE.name, parent, "--namespace", RELEASE.namespace, "--skip-schema-validation"];
      // Helm ends before there is much to collect.
      const { code, stdout, stderr } = await runHelm(helm, args, { env: { GOGC: "off" } });
      return code === 0 ? { manifests: splitByAlias(stdout) } : { failure: stderr };
    },
    async upgrade(setting, values) {
      const { chart, server } = placeOf(setting);
      const file = join(directory, "upgrade.yaml");
      await writeFile(file, writeAscii(values));
      const args = ["template", "rel", chart, "--values", file, "--dry-run=server", "--disable-openapi-validation"];
      const env = server === undefined ? {} : { KUBECONFIG: server.kubeconfig };
      const { code, stdout, stderr } = await runHelm(helm, args, { env });
      return code === 0 ? { manifests: stdout } : { failure: stderr };
    },
    async change(path, text) {
      for (const [setting, { parent, chart }] of places) {
        const below = setting.below + path;
        await placeFiles(parent, filesBelow(setting, new Map([[below, text]])));
        if (setting.cluster !== undefined) await writeFile(join(chart, below), text);
      }
    },
    async close() {
      for (const { server } of places.values()) await server?.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Where the chart of a setting lies. */
interface PlacedSetting {
  /** A chart that depends on it. */
  readonly parent: string;
  /** The chart that is upgraded in a cluster. */
  readonly chart: string;
  readonly server?: ApiServer;
}

async function placeSetting(directory: string, setting: Setting): Promise<PlacedSetting> {
  const { name, files, cluster } = setting;
  const place = { parent: join(directory, PARENT), chart: join(directory, name) };
  await placeFiles(place.parent, filesBelow(setting, files));
  if (cluster === undefined) return place;
  await placeFiles(place.chart, cluster.files);
  return { ...place, server: await serveObjects(cluster.existing, directory) };
}

/** The files of a setting's chart, by their paths in the parent. */
function filesBelow({ name }: Setting, files: Files): Files {
  const placed = [...files].flatMap(([path, text]): readonly [string, string][] => {
    const place = placeInParent(name, path);
    return place === undefined ? [] : [[place.isShared ? place.path : `charts/${name}/${place.path}`, text]];
  });
  return new Map(placed);
}

function filesOfParent(chart: string, cases: readonly Case[]): Files {
  const dependencies = cases.map(({ alias }) => ({ name: chart, version: ">=0.0.0-0", repository: "", alias }));
  const manifest = { apiVersion: "v2", name: PARENT, version: "1.0.0", dependencies };
  const values = Object.fromEntries(cases.map((one) => [one.alias, one.values]));
  return new Map([
    ["Chart.yaml", writeAscii(manifest)],
    ["values.yaml", writeAscii(values)],
  ]);
}
