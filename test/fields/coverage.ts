/** What sets each field of the objects of the library charts. */
import { library } from "../../generator/library/library.ts";
import { chartSubject } from "../property/subject.ts";
import { bases } from "./bases.ts";
import { excluded, findEntry, own } from "./excluded.ts";
import { type Leaf, listLeaves } from "./list-leaves.ts";
import { findReach, type Reach } from "./reach.ts";

/** The kinds whose fields are covered. */
export const kinds: readonly string[] = [
  ...["Job", "CronJob", "StatefulSet", "Deployment", "Service", "Ingress", "HorizontalPodAutoscaler"],
  ...["PersistentVolumeClaim", "PersistentVolume", "StorageClass", "ConfigMap", "ServiceAccount", "NetworkPolicy"],
];

/** What sets a field: a value of the chart, the chart itself, nothing for a reason, or nothing yet. */
export type Setter =
  | { readonly by: "value"; readonly value: string }
  | { readonly by: "chart"; readonly what: string }
  | { readonly by: "none"; readonly entry: string }
  | { readonly by: "open" };

/** The fields of the objects of one kind that a chart makes. */
export interface KindCoverage {
  readonly chart: string;
  readonly kind: string;
  readonly fields: ReadonlyMap<string, Setter>;
}

/** Renders a chart with each of its values drawn anew, and finds what sets the fields of its objects. */
export function coverChart(name: string): readonly KindCoverage[] {
  const chart = library.find((one) => one.name === name);
  if (chart === undefined) throw new TypeError(`Cannot cover "${name}": expected a chart of the library`);
  const reach = findReach(chartSubject(chart), bases[name] ?? []);
  return kinds.flatMap((kind) => {
    const found = reach.get(kind);
    if (found === undefined) return [];
    return [{ chart: name, kind, fields: new Map(listLeaves(kind).map((leaf) => [leaf.path, setterOf(leaf, found)])) }];
  });
}

function setterOf({ path, fields }: Leaf, reach: Reach): Setter {
  const values = reach.get(path);
  if (values !== undefined && values.size > 0) return { by: "value", value: chooseValue(path, values, reach) };
  const answered = findEntry(fields, own);
  if (answered !== undefined) return { by: "chart", what: own[answered] ?? "" };
  if (values !== undefined) return { by: "chart", what: "" };
  const entry = findEntry(fields, excluded);
  return entry === undefined ? { by: "open" } : { by: "none", entry };
}

/** The value whose name is most like the path; of such, the one that sets the fewest fields. */
function chooseValue(path: string, values: ReadonlySet<string>, reach: Reach): string {
  const names = path.split(/[.[\]]+/);
  const score = (value: string): number => {
    const own = value.split(".").filter((name) => name !== "<id>");
    const shared = own.filter((name) => names.includes(name)).length;
    return 1000 * (names.includes(own.at(-1) ?? "") ? 1 : 0) + 100 * shared - 10 * (own.length - shared);
  };
  const reached = (value: string): number => [...reach.values()].filter((all) => all.has(value)).length;
  const sorted = [...values].sort(
    (a, b) => score(b) - score(a) || reached(a) - reached(b) || a.length - b.length || (a < b ? -1 : 1),
  );
  return sorted[0] ?? "";
}
