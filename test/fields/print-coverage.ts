/** The page of the fields of Kubernetes, and what sets each. */

import type { KindCoverage, Setter } from "./coverage.ts";
import { excluded, reasons } from "./excluded.ts";

/** Prints docs/coverage.md. */
export function printCoverage(all: readonly KindCoverage[]): string {
  const tables = all.map((one) => ({ ...one, rows: listRows(one.fields) }));
  return [
    "# Fields of Kubernetes",
    "",
    "What sets each field of the objects that the library charts make, of Kubernetes 1.36. It is measured: each value of",
    "a chart is drawn anew, the chart is rendered with it, and the fields that change are the ones that it sets. Of",
    "metadata, labels and annotations are counted. `npm run coverage:fields` measures again and writes this page.",
    "",
    "| kind | chart | fields | set by values | by the chart | left out |",
    "| --- | --- | --- | --- | --- | --- |",
    ...all.map(({ kind, chart, fields }) => {
      const count = (by: Setter["by"]): number => [...fields.values()].filter((setter) => setter.by === by).length;
      const counts = [fields.size, count("value"), count("chart"), count("none")];
      return `| ${kind} | ${chart} | ${counts.join(" | ")} |`;
    }),
    "",
    "## Left out",
    "",
    ...Object.entries(reasons).flatMap(([reason, meaning]) => [...wrap(`${listExcluded(reason)}: ${meaning}.`, "- ")]),
    "",
    ...mergeTables(tables).flatMap(({ title, rows }) => [
      `## ${title}`,
      "",
      "| fields | | set by |",
      "| --- | --- | --- |",
      ...rows.map(({ fields, count, by }) => `| \`${fields}\` | ${count} | ${by} |`),
      "",
    ]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function listExcluded(reason: string): string {
  const names = Object.keys(excluded).filter((name) => excluded[name] === reason);
  return names.map((name) => `\`${name}\``).join(", ");
}

function wrap(text: string, mark: string): readonly string[] {
  const lines: string[] = [];
  let line = mark.trimEnd();
  for (const word of text.split(/(?<=,|:|;) | (?=[^`>])/)) {
    if (`${line} ${word}`.length > 118) {
      lines.push(line);
      line = `${" ".repeat(mark.length - 1)} ${word}`.replace(/^ {3}/, "  ");
    } else line = `${line} ${word}`;
  }
  return [...lines, line];
}

interface Row {
  readonly fields: string;
  readonly count: number;
  readonly by: string;
}

/** Fields that one value sets are one row, as those that the chart sets are. */
function listRows(fields: KindCoverage["fields"]): readonly Row[] {
  const groups = Map.groupBy(
    [...fields].filter(([, { by }]) => by !== "none"),
    ([path, setter]) => `${describeSetter(setter)} ${setter.by === "value" ? "" : path}`,
  );
  const rows = [...groups.values()].map((group): Row => {
    const paths = group.map(([path]) => path);
    const [[, setter] = ["", { by: "open" } as const]] = group;
    return { fields: commonPath(paths), count: group.length, by: describeSetter(setter) };
  });
  return rows.sort((a, b) => (a.fields < b.fields ? -1 : a.fields > b.fields ? 1 : a.by < b.by ? -1 : 1));
}

function describeSetter(setter: Setter): string {
  switch (setter.by) {
    case "value":
      return `\`${setter.value}\``;
    case "chart":
      return setter.what === "" ? "the chart" : `the chart: ${setter.what}`;
    case "open":
      return "nothing yet";
    case "none":
      return "";
    default:
      return setter satisfies never;
  }
}

function commonPath([first = "", ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  const names = first.split(".");
  const shared = names.findIndex((name, i) => others.some((other) => other.split(".")[i] !== name));
  return [...names.slice(0, shared === -1 ? names.length : shared), "*"].join(".");
}

interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Tables that are the same in several charts are printed once; the pods of all controllers have one of their own. */
function mergeTables(all: readonly (KindCoverage & { readonly rows: readonly Row[] })[]): readonly Table[] {
  const parts = all.flatMap(({ kind, chart, rows }) => {
    const template = kind === "CronJob" ? "spec.jobTemplate.spec.template." : "spec.template.";
    const isPod = ({ fields }: Row): boolean => fields.startsWith(template);
    const pod = rows.filter(isPod).map((row) => ({ ...row, fields: row.fields.slice(template.length) }));
    return [
      { title: `${kind} of ${chart}`, rows: rows.filter((row) => !isPod(row)) },
      ...(pod.length === 0 ? [] : [{ title: `Pods of a ${kind}`, rows: pod }]),
    ];
  });
  const [pods, ...otherPods] = parts.filter(({ title }) => title.startsWith("Pods"));
  const known = new Set(pods?.rows.map((row) => JSON.stringify(row)));
  const shorter = parts.flatMap((table) => {
    if (!otherPods.includes(table)) return [table];
    const rows = table.rows.filter((row) => !known.has(JSON.stringify(row)));
    return rows.length === 0 ? [] : [{ title: `${table.title}, where they differ from those of a Job`, rows }];
  });
  const same = Map.groupBy(shorter, ({ rows }) => JSON.stringify(rows));
  return [...same.values()].map((tables) => ({
    title: joinTitles(tables.map(({ title }) => title)),
    rows: tables[0]?.rows ?? [],
  }));
}

function joinTitles([first = "", ...others]: readonly string[]): string {
  const [start = ""] = /^.* of (?:a )?/.exec(first) ?? [];
  return [first, ...others.map((title) => (title.startsWith(start) ? title.slice(start.length) : title))].join(", ");
}
