import assert from "node:assert/strict";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { describe, it } from "mocha";
import { checkCommand } from "../../cli/commands/check.ts";
import { diffCommand } from "../../cli/commands/diff.ts";
import { generateCommand } from "../../cli/commands/generate.ts";
import { graphCommand } from "../../cli/commands/graph.ts";
import { lintCommand } from "../../cli/commands/lint.ts";
import { packageCommand } from "../../cli/commands/package.ts";
import { renderCommand } from "../../cli/commands/render.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { runProcess } from "../../cli/helm/run-process.ts";
import { printChart } from "../../generator/chart.ts";
import { BatchJob, definePipeline, type Files, printPipeline } from "../../generator/mod.ts";
import { printCharts } from "../charts/render-charts.ts";
import { bothHelms } from "../helm-versions.ts";
import { collector } from "../own-charts/collector.ts";

const commands: Readonly<Record<string, () => CommandUnknownOpts>> = {
  check: checkCommand,
  diff: diffCommand,
  generate: generateCommand,
  graph: graphCommand,
  lint: lintCommand,
  package: packageCommand,
  render: renderCommand,
};

const etl = definePipeline({
  name: "etl",
  version: "1.0.0",
  stages: { load: new BatchJob({ image: { repository: "busybox", tag: "1.36" } }) },
  environments: { prod: {} },
});

/** The command lines of a program in the READMEs and notes of charts: in code, or alone in their line. */
function commandLines(program: string, charts: Iterable<Files>): readonly string[] {
  const texts = [...charts].flatMap((files) =>
    [...files].filter(([path]) => /(^|\/)(README\.md|NOTES\.txt)$/.test(path)).map(([, text]) => text),
  );
  const lines = texts.flatMap((text) => {
    const whole = text.replaceAll(/ \\\n */g, " ");
    return [...whole.matchAll(new RegExp(`(?:\`|^ *)(${program} [^\`\\n]+)`, "gm"))].map(([, line = ""]) => line);
  });
  return [...new Set(lines)];
}

/** The words of a command line, where an action of a template, or a placeholder, is one word. */
function wordsOf(line: string): readonly string[] {
  return line.replaceAll(/\{\{.*?\}\}|<[a-z ]+>/g, "name").split(" ");
}

describe("the command lines in generated READMEs and notes", () => {
  const charts = [...printCharts().values(), printChart(collector), printPipeline(etl)];

  it("command lines of chartwright have the arguments and options of the command", () => {
    const lines = commandLines("chartwright", charts);
    assert.deepEqual(lines, ["chartwright graph --env dev", "chartwright graph --env prod"]);
    for (const line of lines) {
      const [, name = "", ...args] = wordsOf(line);
      const command = commands[name]?.() ?? assert.fail(`no command ${name}`);
      assert.deepEqual(command.parseOptions([...args]).unknown, [], line);
    }
  });

  for (const version of bothHelms) {
    it(`command lines of helm have the options of the command of Helm ${version}`, async () => {
      const { path } = await findHelm({ version });
      const lines = commandLines("helm", charts).filter((line) => / --/.test(line));
      const subcommands = new Set(lines.map((line) => wordsOf(line)[1] ?? ""));
      assert.deepEqual([...subcommands].sort(), ["install", "test", "upgrade"]);
      for (const subcommand of subcommands) {
        const { stdout } = await runProcess(path, [subcommand, "--help"]);
        const known = new Set([...stdout.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option));
        for (const line of lines.filter((other) => wordsOf(other)[1] === subcommand)) {
          const options = wordsOf(line).filter((word) => word.startsWith("--"));
          const unknown = options.filter((option) => !known.has(option));
          assert.deepEqual(unknown, [], line);
        }
      }
    });
  }
});
