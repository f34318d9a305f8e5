import { createHash } from "node:crypto";
import { printYaml } from "../../generator/yaml/print-yaml.ts";
import { readYaml } from "./read-yaml.ts";
import { defaultSourceDate } from "./source-date.ts";

/** A packaged chart that a chart repository offers. */
export interface IndexedPackage {
  /** The text of its Chart.yaml. */
  readonly chart: string;
  /** The bytes of the `.tgz`. */
  readonly archive: Uint8Array;
  /** Where it lies, relative to the index (default: `NAME-VERSION.tgz`). */
  readonly url?: string;
}

/**
 * Writes the `index.yaml` of a chart repository as `helm repo index` does: charts by name, newest version first.
 * @param created the date that every entry and the index carry (default: 1980-01-01)
 */
export function writeIndex(packages: readonly IndexedPackage[], created: Date = defaultSourceDate): string {
  const date = created.toISOString().replace(".000Z", "Z");
  const entries = packages.map((each) => describePackage(each, date));
  const byName = Object.groupBy(entries, ({ name }) => name);
  const sorted = Object.entries(byName).sort(([a], [b]) => (a < b ? -1 : 1));
  const charts = sorted.map(([name, versions = []]) => [
    name,
    versions.sort((a, b) => compareVersions(b.version, a.version)).map(({ entry }) => entry),
  ]);
  return printYaml({ apiVersion: "v1", entries: Object.fromEntries(charts), generated: date });
}

interface Described {
  readonly name: string;
  readonly version: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

// What Helm knows of Chart.yaml; it drops everything else.
const fields = [
  ...["annotations", "apiVersion", "appVersion", "dependencies", "deprecated", "description", "home", "icon"],
  ...["keywords", "kubeVersion", "maintainers", "name", "sources", "type", "version"],
];

function describePackage({ chart, archive, url }: IndexedPackage, created: string): Described {
  const metadata: Record<string, unknown> = Object(readYaml(chart));
  const { name, version } = metadata;
  if (typeof name !== "string" || typeof version !== "string") {
    const found = JSON.stringify({ name, version });
    throw new Error(`Cannot index a chart: expected a name and a version in its Chart.yaml, got ${found}`);
  }
  const digest = createHash("sha256").update(archive).digest("hex");
  const known = fields.map((field) => [field, metadata[field]] as const);
  const added = [["created", created] as const, ["digest", digest] as const];
  const urls = ["urls", [url ?? `${name}-${version}.tgz`]] as const;
  const entry = [...known, ...added, urls].filter(([, value]) => value !== undefined);
  return { name, version, entry: Object.fromEntries(entry.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Orders semantic versions: a negative number when the first is older. */
function compareVersions(a: string, b: string): number {
  const [coreA = "", ...restA] = (a.split("+")[0] ?? "").split("-");
  const [coreB = "", ...restB] = (b.split("+")[0] ?? "").split("-");
  const core = compareParts(coreA, coreB);
  if (core !== 0) return core;
  const [preA, preB] = [restA.join("-"), restB.join("-")];
  // A version without a pre-release part is newer than one with it.
  if (preA === "" || preB === "") return Number(preA === "") - Number(preB === "");
  return compareParts(preA, preB);
}

function compareParts(a: string, b: string): number {
  const [partsA, partsB] = [a.split("."), b.split(".")];
  for (let index = 0; index < Math.max(partsA.length, partsB.length); index++) {
    const order = comparePart(partsA[index], partsB[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumberA && isNumberB) return Number(a) - Number(b);
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}
