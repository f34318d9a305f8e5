/** What Helm printed for each of the charts that one chart depends on. */

/** The manifests of each chart, by its alias; a chart that printed nothing is left out. */
export function splitByAlias(text: string): ReadonlyMap<string, string> {
  // Helm names the template of each document, by the alias of its chart.
  const documents = text.split(/^---\n(?=# Source: )/m).slice(1);
  const byAlias = Map.groupBy(documents, (one) => /^# Source: [^/]+\/charts\/([^/]+)\//.exec(one)?.[1] ?? "");
  return new Map([...byAlias].map(([alias, own]) => [alias, own.map((one) => `---\n${one}`).join("")]));
}
