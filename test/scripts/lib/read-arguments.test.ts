import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ArgumentsError, readArguments } from "../../../scripts/lib/read-arguments.ts";

const options = {
  output: { type: "string", short: "o" },
  check: { type: "boolean" },
  chart: { type: "string", multiple: true },
} as const;
const config = { options, usage: "chartwright generate [--output DIR] FILE" };

function assertRefused(
  args: readonly string[],
  path: string,
  message: string,
  positionals: readonly string[] = [],
): void {
  assert.throws(
    () => readArguments({ ...config, args, positionals }),
    (error) => {
      assert(error instanceof ArgumentsError);
      assert.deepEqual(
        [error.code, error.path, error.message],
        ["arguments", path, `${message}\nUsage: ${config.usage}`],
      );
      return true;
    },
  );
}

describe("readArguments()", () => {
  it("readArguments() gives typed values and positional arguments", () => {
    const args = ["a.ts", "-o", "charts", "--check", "--chart=x", "--chart", "y", "--", "--b.ts"];
    const { values, positionals } = readArguments({ ...config, args, positionals: ["file..."] });
    const output: string | undefined = values.output;
    const check: boolean | undefined = values.check;
    const charts: string[] | undefined = values.chart;
    assert.deepEqual([output, check, charts], ["charts", true, ["x", "y"]]);
    assert.deepEqual(positionals, ["a.ts", "--b.ts"]);
  });

  it("readArguments() names the option nearest to an unknown one", () => {
    assertRefused(
      ["--ouptut=x"],
      "--ouptut",
      "Cannot read the option --ouptut: there is no such option; did you mean --output?",
    );
    assertRefused(["-x"], "-x", "Cannot read the option -x: there is no such option");
  });

  it("readArguments() refuses an option without its value", () => {
    assertRefused(["--output"], "--output", "Cannot read the option --output: expected a value, got none");
    assertRefused(
      ["--output", "--check"],
      "--output",
      "Cannot read the option --output: expected a value, got the option --check; write --output=--check if it is the value",
    );
    assert.equal(readArguments({ ...config, args: ["--output=--check"] }).values.output, "--check");
    assert.equal(readArguments({ ...config, args: ["--output", "-"] }).values.output, "-");
  });

  it("readArguments() refuses a value for an option that takes none", () => {
    assertRefused(["--check=no"], "--check", 'Cannot read the option --check: expected no value, got "no"');
  });

  it("readArguments() refuses missing and superfluous arguments", () => {
    assertRefused([], "file", "Cannot start: expected the argument <file>, got none", ["file"]);
    assertRefused(["a", "b"], "b", 'Cannot start: expected no more than 1, got "b"', ["file"]);
    assertRefused(["a"], "a", 'Cannot start: expected no arguments, got "a"');
  });

  it("readArguments() lets an argument be left out that is not required", () => {
    const positionals = ["file", "environment"];
    assert.deepEqual(readArguments({ ...config, args: ["a"], positionals, required: 1 }).positionals, ["a"]);
  });
});
