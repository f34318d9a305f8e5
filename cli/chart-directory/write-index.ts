import { createHash } from "node:crypto";
import rcompare from "semver/functions/rcompare.js";
import valid from "semver/functions/valid.js";
import { printYaml } from "../../generator/yaml/print-yaml.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { defaultSourceDate } from "./source-date.ts";

/** A packaged chart in a chart repository. */
export interface IndexedPackage {
  /** The text of its Chart.yaml. */
  readonly chart: string;
  /** The bytes of the `.tgz`. */
  readonly archive: Uint8Array;
  /** Its path, relative to the index (default: `NAME-VERSION.tgz`). */
  readonly url?: string;
}

/**
 * Writes the `index.yaml` of a chart repository as `helm repo index` does: charts by name, newest version first.
 * @param created the date of every entry and the index (default: 1980-01-01)
 */
export function writeIndex(packages: readonly IndexedPackage[], created: Date = defaultSourceDate): string {
  const date = created.toISOString().replace(".000Z", "Z");
  const entries = packages.map((each) => describePackage(each, date));
  const byName = Object.groupBy(entries, ({ name }) => name);
  const sorted = Object.entries(byName).sort(([a], [b]) => (a < b ? -1 : 1));
  const charts = sorted.map(([name, versions = []]) => [
    name,
    versions.sort((a, b) => rcompare(a.version, b.version)).map(({ entry }) => entry),
  ]);
  return printYaml({ apiVersion: "v1", entries: Object.fromEntries(charts), generated: date });
}

interface Described {
  readonly name: string;
  readonly version: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

// The keys of Chart.yaml that Helm knows; it drops everything else.
const fields = [
  ...["annotations", "apiVersion", "appVersion", "dependencies", "deprecated", "description", "home", "icon"],
  ...["keywords", "kubeVersion", "maintainers", "name", "sources", "type", "version"],
];

function describePackage({ chart, archive, url }: IndexedPackage, created: string): Described {
  const metadata: Record<string, unknown> = Object(readYaml(chart));
  const { name, version } = metadata;
  if (typeof name !== "string" || typeof version !== "string" || valid(version) === null) {
    const found = JSON.stringify({ name, version });
    throw new Error(`Cannot index a chart: expected a name and a semantic version in its Chart.yaml, got ${found}`);
  }
  const digest = createHash("sha256").update(archive).digest("hex");
  const known = fields.map((field) => [field, metadata[field]] as const);
  const added = [["created", created] as const, ["digest", digest] as const];
  const urls = ["urls", [url ?? `${name}-${version}.tgz`]] as const;
  const entry = [...known, ...added, urls].filter(([, value]) => value !== undefined);
  return { name, version, entry: Object.fromEntries(entry.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
