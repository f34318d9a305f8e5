import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { OutputError } from "../../../cli/files/output-error.ts";
import { type ProcessResult, runProcess } from "../../../cli/helm/run-process.ts";
import { describeFailure } from "../../../cli/terminal/report-failure.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const module = new URL("../../../cli/terminal/report-failure.ts", import.meta.url).href;

describe("describeFailure()", () => {
  it("describeFailure() gives the message and no stack", () => {
    assert.equal(describeFailure(new Error("Cannot do it: expected a, got b")), "Cannot do it: expected a, got b");
  });

  it("describeFailure() adds a path that the message leaves out", () => {
    assert.equal(describeFailure(new OutputError("FAILED", "a/b", "Cannot do it")), "Cannot do it\n  at: a/b");
    assert.equal(describeFailure(new OutputError("FAILED", "a/b", "Cannot do a/b")), "Cannot do a/b");
  });

  it("describeFailure() adds the causes, each once", () => {
    const cause = new Error("the disk is full", { cause: new Error("write failed") });
    assert.equal(
      describeFailure(new Error("Cannot write", { cause })),
      "Cannot write\n  because: the disk is full\n    because: write failed",
    );
    const repeated = new Error("Cannot write: no", { cause: new Error("no") });
    assert.equal(describeFailure(repeated), "Cannot write: no");
  });

  it("describeFailure() lists the errors of an aggregate", () => {
    const errors = [new Error("first\nsecond line"), new Error("other")];
    assert.equal(
      describeFailure(new AggregateError(errors, "2 charts failed")),
      "2 charts failed\n  - first\n  second line\n  - other",
    );
  });

  it("describeFailure() takes what is no error", () => {
    assert.equal(describeFailure("text"), "text");
    assert.equal(describeFailure({ a: 1 }), "{ a: 1 }");
    assert.equal(describeFailure(new TypeError()), "TypeError");
  });
});

describe("reportFailure()", () => {
  const directory = useTemporaryDirectory();
  const script = `import { reportFailure } from ${JSON.stringify(module)};
    reportFailure(new Error("Cannot do it", { cause: "no time" }));
    console.log("goes on");`;

  async function report(variables: Record<string, string>): Promise<ProcessResult> {
    await placeFiles(directory.path, new Map([["script.mjs", script]]));
    const env = { PATH: process.env["PATH"] ?? "", ...variables };
    return await runProcess(process.execPath, [join(directory.path, "script.mjs")], { env });
  }

  it("reportFailure() prints to the error output, without colour or stack, and ends with code 1", async () => {
    assert.deepEqual(await report({}), {
      code: 1,
      stdout: "goes on\n",
      stderr: "error: Cannot do it\n  because: no time\n",
    });
  });

  it("reportFailure() prints the stack when DEBUG is set", async () => {
    assert.match((await report({ DEBUG: "1" })).stderr, /^error: Error: Cannot do it\n {4}at .*cause/s);
  });
});
