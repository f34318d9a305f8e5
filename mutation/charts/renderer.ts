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
import { placeInPipeline } from "./in-pipeline.ts";
import type { RenderQuestion, RenderServer } from "./render-server.ts";
import { type Case, RELEASE, type Setting, type Subject } from "./subject.ts";

/** What Helm printed for each case, by alias; or how it failed, whatever the case. */
export type Rendered = { readonly manifests: ReadonlyMap<string, string> } | { readonly failure: string };

/** What Helm printed for an upgrade, or how it failed. */
export type Upgraded = { readonly manifests: string } | { readonly failure: string };

/** A chart on disk in all of its settings, for one Helm at a time. */
export interface ChartRenderer {
  /** Renders cases of a setting; the schema is not asked. */
  readonly render: (setting: Setting, cases: readonly Case[]) => Promise<Rendered>;
  /** Renders cases of a setting in which `fail` ends nothing; returns its messages, each once. */
  readonly cover: (setting: Setting, cases: readonly Case[]) => Promise<ReadonlySet<string>>;
  /** Renders an upgrade of release `rel` in the cluster of a setting. */
  readonly upgrade: (setting: Setting, values: object) => Promise<Upgraded>;
  /** Puts another text in the place of a file of the chart, wherever the chart lies. */
  readonly change: (path: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PARENT = "many";

/** Puts a chart on disk, in each setting below a chart that depends on it; renders it with a process that stays. */
export async function createRenderer(
  helm: Pick<Helm, "path">,
  { settings }: Subject,
  server: RenderServer,
): Promise<ChartRenderer> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-mutation-"));
  const places = new Map<Setting, PlacedSetting>();
  for (const [i, setting] of settings.entries()) {
    const place = await placeSetting(join(directory, `setting-${i}`), setting, `setting-${i}`);
    await server.load(place.as, place.parent);
    places.set(setting, place);
  }
  const placeOf = (setting: Setting): PlacedSetting => {
    const place = places.get(setting);
    if (place === undefined) throw new TypeError(`Cannot render in ${setting.name}: no such setting lies on disk`);
    return place;
  };
  return {
    async render(setting, cases) {
      const { as } = placeOf(setting);
      const manifests = new Map<string, string>();
      for (const group of groupCases(setting, cases)) {
        const rendered = await server.render(questionOf(setting, as, group));
        if ("failure" in rendered) return rendered;
        for (const [alias, text] of splitByAlias(rendered.manifests)) manifests.set(alias, text);
      }
      return { manifests };
    },
    async cover(setting, cases) {
      const { as } = placeOf(setting);
      const failed: string[] = [];
      for (const group of groupCases(setting, cases))
        failed.push(...(await server.cover(questionOf(setting, as, group))));
      return new Set(failed);
    },
    async upgrade(setting, values) {
      const { chart, apiServer } = placeOf(setting);
      const file = join(directory, "upgrade.yaml");
      await writeFile(file, writeAscii(values));
      const args = ["template", "rel", chart, "--values", file, "--dry-run=server", "--disable-openapi-validation"];
      const env = apiServer === undefined ? {} : { KUBECONFIG: apiServer.kubeconfig };
      const { code, stdout, stderr } = await runHelm(helm, args, { env });
      return code === 0 ? { manifests: stdout } : { failure: stderr };
    },
    async change(path, text) {
      for (const [setting, { as, chart }] of places) {
        const changed =
          setting.stageChart === "" ? ([path, text] as const) : placeInPipeline(setting.stageChart, path, text);
        if (changed === undefined) continue;
        for (const [place, placed] of filesBelow(setting, new Map([changed]))) await server.change(as, place, placed);
        if (setting.cluster !== undefined) await writeFile(join(chart, changed[0]), changed[1]);
      }
    },
    async close() {
      await server.close();
      for (const { apiServer } of places.values()) await apiServer?.close();
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
  readonly apiServer?: ApiServer;
  /** Its name in the process that renders. */
  readonly as: string;
}

async function placeSetting(directory: string, setting: Setting, as: string): Promise<PlacedSetting> {
  const { name, files, twin, cluster } = setting;
  const place = { parent: join(directory, PARENT), chart: join(directory, name), as };
  await placeFiles(place.parent, filesBelow(setting, files));
  if (twin !== undefined) await placeFiles(place.parent, filesBelow(twin, twin.files));
  if (cluster === undefined) return place;
  await placeFiles(place.chart, cluster.files);
  return { ...place, apiServer: await serveObjects(cluster.existing, directory) };
}

/** The files of a setting's chart, by their paths in the parent. */
function filesBelow({ name }: Pick<Setting, "name">, files: Files): Files {
  const placed = [...files].flatMap(([path, text]): readonly [string, string][] => {
    const place = placeInParent(name, path);
    return place === undefined ? [] : [[place.isShared ? place.path : `charts/${name}/${place.path}`, text]];
  });
  return new Map(placed);
}

/** The cases of one render: Helm 3 loses a chart that has charts of its own where it is there under several aliases. */
function groupCases({ files }: Setting, cases: readonly Case[]): readonly (readonly Case[])[] {
  const isUmbrella = [...files.keys()].some((path) => path.startsWith("charts/"));
  return isUmbrella ? cases.map((one) => [one]) : [cases];
}

/** A chart that depends on another once for each case, with the values of the cases. */
function questionOf({ name, kubeVersion, twin }: Setting, as: string, cases: readonly Case[]): RenderQuestion {
  const all = [...cases.map((one) => ({ ...one, name })), ...(twin === undefined ? [] : [twin])];
  const dependencies = all.map((one) => {
    return { name: one.name, version: ">=0.0.0-0", repository: "", alias: one.alias };
  });
  const manifest = { apiVersion: "v2", name: PARENT, version: "1.0.0", dependencies };
  const values = Object.fromEntries(all.map((one) => [one.alias, one.values]));
  const files = new Map([["Chart.yaml", writeAscii(manifest)]]);
  return { chart: as, release: RELEASE, kubeVersion, files, values: writeAscii(values) };
}
