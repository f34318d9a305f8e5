/**
 * Finds out what sets each field of the objects of the library charts, prints it field by field, and writes
 * docs/coverage.md.
 *
 *     npm run coverage:fields
 *     npm run coverage:fields -- --chart csi-volume
 */
import { writeFileSync } from "node:fs";
import process from "node:process";
import { createCommand, runIfMain } from "../../cli/arguments/create-command.ts";
import { readWord } from "../../cli/arguments/options.ts";
import { library } from "../../generator/library/library.ts";
import { coverChart, type Setter } from "./coverage.ts";
import { excluded, reasons } from "./excluded.ts";
import { printCoverage } from "./print-coverage.ts";

const command = createCommand("npm run coverage:fields --", {
  description: "Finds out what sets each field of the objects of the library charts, and writes docs/coverage.md.",
})
  .option("--chart <name>", "one chart; nothing is written", readWord)
  .action(({ chart }: { readonly chart?: string | undefined }) => {
    const names = chart === undefined ? library.map(({ name }) => name) : [chart];
    const all = names.flatMap((name) => {
      const covered = coverChart(name);
      for (const { kind, fields } of covered) {
        for (const [path, setter] of fields) console.log(`${name} ${kind} ${path}: ${describe(setter)}`);
      }
      return covered;
    });
    if (chart === undefined) writeFileSync("docs/coverage.md", printCoverage(all));
    const open = all.flatMap(({ fields }) => [...fields.values()]).filter(({ by }) => by === "open").length;
    console.log(`${open} fields are open`);
    if (open > 0) process.exitCode = 1;
  });

function describe(setter: Setter): string {
  switch (setter.by) {
    case "value":
      return setter.value;
    case "chart":
      return setter.what === "" ? "set by the chart" : `set by the chart: ${setter.what}`;
    case "none": {
      const reason = excluded[setter.entry];
      return `left out: ${reason === undefined ? "" : reasons[reason]}`;
    }
    case "open":
      return "open";
    default:
      return setter satisfies never;
  }
}

runIfMain(import.meta, command);
