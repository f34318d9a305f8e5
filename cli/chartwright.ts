#!/usr/bin/env node
/**
 * The command line of this package.
 *
 *     node cli/chartwright.ts help
 *     chartwright generate pipelines/etl.ts --output charts
 */
import { readFileSync } from "node:fs";
import module from "node:module";
import process from "node:process";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { createCommand, runCommand } from "./arguments/create-command.ts";
import { isMain } from "./terminal/is-main.ts";
import { reportFailure } from "./terminal/report-failure.ts";

interface CommandEntry {
  readonly summary: string;
  /** Loads the command when it is used, so that help and a wrong name take no time. */
  readonly load: () => Promise<CommandUnknownOpts>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  generate: {
    summary: "write the Helm charts of pipeline files",
    load: async () => (await import("./commands/generate.ts")).generateCommand(),
  },
  check: {
    summary: "check whether the charts of pipeline files are current",
    load: async () => (await import("./commands/check.ts")).checkCommand(),
  },
  graph: {
    summary: "draw a pipeline as text, Mermaid or SVG",
    load: async () => (await import("./commands/graph.ts")).graphCommand(),
  },
  diff: {
    summary: "compare two environments of a pipeline",
    load: async () => (await import("./commands/diff.ts")).diffCommand(),
  },
  render: {
    summary: "print the objects of a chart in an environment",
    load: async () => (await import("./commands/render.ts")).renderCommand(),
  },
  lint: {
    summary: "run helm lint --strict with every values file of charts",
    load: async () => (await import("./commands/lint.ts")).lintCommand(),
  },
  package: {
    summary: "pack charts, with the same bytes everywhere",
    load: async () => (await import("./commands/package.ts")).packageCommand(),
  },
};

const examples = `
Examples:
  chartwright generate pipelines/etl.ts        write charts/<name of the pipeline>
  chartwright graph pipelines/etl.ts           show the stage dependencies
  chartwright diff --from staging --to prod    compare environments
  chartwright render charts/etl --env prod     show the rendered objects
  chartwright lint charts/etl                  check it with Helm
  chartwright package charts/etl               write dist/etl-<version>.tgz
  helm install etl charts/etl --values charts/etl/environments/prod.yaml`;

/**
 * Runs the command that the first argument names, with the other arguments.
 * @throws ArgumentsError for an unknown command, and any error of the command
 */
export async function run(args: readonly string[]): Promise<void> {
  // "help NAME" is another way to write "NAME --help".
  const [name = "--help", ...rest] = args[0] === "help" ? [...args.slice(1, 2), "--help"] : args;
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry !== undefined) return await runCommand(await entry.load(), rest);
  // Without the option, a wrong name is refused, and no help is printed.
  await runCommand(createProgram(), name.startsWith("-") ? [name] : [name, ...rest.filter((arg) => arg !== "--help")]);
}

/** The program without a command: help, the version, a wrong name. */
function createProgram(): CommandUnknownOpts {
  const program = createCommand("chartwright", { description: "Data pipelines in TypeScript, as real Helm charts" })
    .version(readVersion(), "-v, --version", "print the version")
    .addHelpText("after", examples);
  for (const [name, { summary }] of Object.entries(commands)) program.command(name).summary(summary);
  return program;
}

function readVersion(): string {
  // The relative path to package.json is the same from the bundled file in build/.
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return String(Object(JSON.parse(text)).version);
}

// The imports of the commands are compiled once; only Node has such a cache.
module.enableCompileCache?.();
if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
