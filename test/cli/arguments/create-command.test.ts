import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ArgumentsError } from "../../../cli/arguments/arguments-error.ts";
import { createCommand, runCommand } from "../../../cli/arguments/create-command.ts";
import { formatOption, outputOption, readCount, readWord } from "../../../cli/arguments/options.ts";

interface Seen {
  readonly files: readonly string[];
  readonly output: string;
  readonly format: "svg" | "text" | undefined;
  readonly runs: number;
  readonly force: boolean;
}

/** Runs a command with these arguments and gives what its action was given. */
async function run(args: readonly string[]): Promise<Seen | undefined> {
  let seen: Seen | undefined;
  const command = createCommand("chartwright try", { description: "Tries.", example: "chartwright try a.ts" })
    .argument("<file...>", "files")
    .addOption(outputOption("a directory").default("charts"))
    .addOption(formatOption(["svg", "text"] as const))
    .option("-r, --runs <n>", "how often", readCount, 1)
    .option("--env <name>", "a name", readWord)
    .option("--force", "go on", false)
    .action((files, { output, format, runs, force }) => {
      seen = { files, output, format, runs, force };
    });
  await runCommand(command, args);
  return seen;
}

const refused: readonly (readonly [title: string, args: readonly string[], message: string])[] = [
  [
    "an unknown option, and names the nearest one",
    ["a", "--ouptut=x"],
    "unknown option '--ouptut=x'\n(Did you mean --output?)",
  ],
  ["an option without its value", ["a", "--output"], "option '--output <path>' argument missing"],
  [
    "another option in place of a value",
    ["a", "--output", "--force"],
    "option '--output <path>' argument '--force' is invalid. Expected a value, got the option --force",
  ],
  [
    "a word that is none of those known, and names the nearest one",
    ["a", "--format", "svgz"],
    "option '--format <format>' argument 'svgz' is invalid. Expected one of svg, text, got \"svgz\"; did you mean \"svg\"?",
  ],
  [
    "what is no number",
    ["a", "-r", "1e3"],
    "option '-r, --runs <n>' argument '1e3' is invalid. Expected a whole number",
  ],
  ["a missing argument", [], "missing required argument 'file'"],
];

describe("runCommand()", () => {
  it("runCommand() gives an action typed arguments and options", async () => {
    const seen = await run(["a.ts", "--format=svg", "-r", "7", "--force", "--", "--b.ts"]);
    assert.deepEqual(seen, { files: ["a.ts", "--b.ts"], output: "charts", format: "svg", runs: 7, force: true });
    assert.equal((await run(["a.ts", "--output", "-"]))?.output, "-");
  });

  for (const [title, args, message] of refused) {
    it(`runCommand() refuses ${title}`, async () => {
      await assert.rejects(run(args), (error) => {
        assert(error instanceof ArgumentsError);
        assert.deepEqual(
          [error.code, error.message],
          ["ARGUMENTS", `${message}\nUsage: chartwright try [options] <file...>`],
        );
        return true;
      });
    });
  }

  it("runCommand() refuses arguments that a command does not take", async () => {
    const command = createCommand("npm start", { description: "Starts." }).action(() => {});
    await assert.rejects(runCommand(command, ["a"]), /^ArgumentsError: too many arguments.*\nUsage: npm start/);
  });

  it("runCommand() refuses a program without one of its commands", async () => {
    const program = createCommand("npm run cluster --", { description: "Runs." });
    program.configureOutput({ writeErr: () => {} });
    program.addCommand(createCommand("up", { description: "Brings it up." }).action(() => {}));
    await assert.rejects(runCommand(program, []), /^ArgumentsError: missing command\nUsage: npm run cluster -- /);
    await assert.rejects(runCommand(program, ["uo"]), /unknown command 'uo'\n\(Did you mean up\?\)\nUsage: npm run /);
  });
});
