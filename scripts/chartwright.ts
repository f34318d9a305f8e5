#!/usr/bin/env node
/**
 * The command line of this package: one command for each script that users need.
 *
 *     node scripts/chartwright.ts help
 *     chartwright generate pipelines/etl.ts --out charts
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { nearest } from "../generator/nearest.ts";
import { isMain } from "./lib/is-main.ts";
import { printTable } from "./lib/print-table.ts";
import { reportFailure } from "./lib/report-failure.ts";

interface Command {
  readonly summary: string;
  /** Loads the script when it is used: help and a wrong name are answered at once. */
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => Promise<void> }>;
}

const commands: ReadonlyMap<string, Command> = new Map([
  ["generate", { summary: "Write the Helm charts of pipeline files", load: () => import("./generate.ts") }],
  ["check", { summary: "Tell whether the charts of pipeline files are current", load: () => import("./check.ts") }],
  ["graph", { summary: "Draw a pipeline as text, Mermaid or SVG", load: () => import("./graph.ts") }],
  ["diff", { summary: "Tell how two environments of a pipeline differ", load: () => import("./diff.ts") }],
  ["render", { summary: "Print the objects of a chart in an environment", load: () => import("./render.ts") }],
  ["lint", { summary: "Run helm lint --strict with every values file of charts", load: () => import("./lint.ts") }],
  ["package", { summary: "Pack charts, with the same bytes everywhere", load: () => import("./package.ts") }],
]);

const usage = "chartwright COMMAND [ARGUMENTS]";

/** Says that there is no such command. */
export class CommandError extends Error {
  readonly code = "command";
  /** The name that was given. */
  readonly path: string;

  constructor(name: string) {
    const known = [...commands.keys(), "help"];
    const near = nearest(name, known);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    super(`Cannot run "${name}": expected one of ${known.join(", ")}${hint}\nUsage: ${usage}`);
    this.name = "CommandError";
    this.path = name;
  }
}

/**
 * Runs the command that the first argument names with the others.
 * @throws CommandError when there is none of that name, and whatever the command throws
 */
export async function run(args: readonly string[]): Promise<void> {
  const [name = "help", ...rest] = args;
  if (name === "--version" || name === "-v") return console.log(readVersion());
  if (["help", "--help", "-h"].includes(name)) {
    const [topic] = rest;
    return topic === undefined
      ? console.log(printHelp())
      : await findCommand(topic)
          .load()
          .then((script) => script.run(["--help"]));
  }
  const script = await findCommand(name).load();
  await script.run(rest);
}

function findCommand(name: string): Command {
  const command = commands.get(name);
  if (command === undefined) throw new CommandError(name);
  return command;
}

function printHelp(): string {
  return `chartwright ${readVersion()}: data pipelines in TypeScript, as real Helm charts

Usage: ${usage}

Commands:
${printTable([...[...commands].map(([name, { summary }]) => [name, summary]), ["help COMMAND", "Say what a command takes"]])}

Examples:
  chartwright generate pipelines/etl.ts        write charts/<name of the pipeline>
  chartwright graph pipelines/etl.ts           see what waits for what
  chartwright diff --from staging --to prod    see how environments differ
  chartwright render charts/etl --env prod     see what Helm makes of it
  chartwright lint charts/etl                  have Helm check it
  chartwright package charts/etl               write dist/etl-<version>.tgz
  helm install etl charts/etl --values charts/etl/environments/prod.yaml`;
}

function readVersion(): string {
  // The compiled file lies one directory deeper, below build/.
  const path = import.meta.url.endsWith(".ts") ? "../package.json" : "../../package.json";
  return String(Object(JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"))).version);
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
