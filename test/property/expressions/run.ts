// Compares random trees of expressions and manifests in real Helm and in process:
//   node test/property/expressions/run.ts --runs 10000 --seed 1
import process from "node:process";
import { parseArgs } from "node:util";
import { checkTrees } from "./check-trees.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    stopped: { type: "string", default: "10" },
    first: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const started = performance.now();
const report = await checkTrees({
  runs: Number(values.runs),
  seed,
  maxStopped: Number(values.stopped),
  endsAtFirst: values.first,
  onBatch: (done, found) =>
    console.log(
      `${done} trees: ${found.rendered} rendered, ${found.stopped} stopped (${found.leftOut} more left out), ` +
        `${found.refusals.length} refused, ${found.disagreements.length} disagreements, ${Math.round((performance.now() - started) / 1000)} s`,
    ),
});
const refusals = new Map<string, number>();
for (const message of report.refusals) {
  const kind = message.replaceAll(/"[^"]*"|\$\w+/g, "*");
  refusals.set(kind, (refusals.get(kind) ?? 0) + 1);
}
for (const [message, count] of refusals) console.log(`refused ${count}: ${message}`);
for (const text of report.texts) console.log(`\n${text}`);
if (report.disagreements.length > 0) process.exitCode = 1;
