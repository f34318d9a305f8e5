import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { runProcess } from "../../cli/helm/run-process.ts";
import { readPackageVersion, repository, useProject } from "./use-project.ts";

describe("chartwright", () => {
  const project = useProject();

  it("chartwright lists its commands with examples", async () => {
    const { code, stdout, stderr } = await project.run(["--help"]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(
      stdout,
      /^Usage: chartwright \[options\] \[command\]\n\nData pipelines in TypeScript, as real Helm charts\n/,
    );
    for (const name of ["generate", "check", "graph", "diff", "render", "lint", "package", "help \\[command\\]"]) {
      assert.match(stdout, new RegExp(`^ {2}${name} +[a-z]`, "m"));
    }
    assert.match(stdout, /^Examples:\n {2}chartwright generate pipelines\/etl\.ts/m);
    assert.deepEqual(await project.run([]), { code, stdout, stderr });
    assert.deepEqual(await project.run(["help"]), { code, stdout, stderr });
  });

  it("chartwright says what each command takes", async () => {
    for (const name of ["generate", "check", "graph", "diff", "render", "lint", "package"]) {
      const { code, stdout, stderr } = await project.run(["help", name]);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, new RegExp(`^Usage: chartwright ${name} .+\\n\\n[A-Z][^]+\\nExample: chartwright ${name} `));
    }
    assert.deepEqual(await project.run(["lint", "--help"]), await project.run(["help", "lint"]));
  });

  it("chartwright prints its version", async () => {
    const stdout = `${await readPackageVersion()}\n`;
    assert.deepEqual(await project.run(["--version"]), { code: 0, stdout, stderr: "" });
    // From the sources too.
    const source = join(repository, "cli/chartwright.ts");
    assert.equal((await runProcess(process.execPath, [source, "--version"])).stdout, stdout);
  });

  it("chartwright names the nearest command of an unknown one", async () => {
    for (const args of [
      ["genrate", "x.ts"],
      ["help", "genrate"],
    ]) {
      assert.deepEqual(await project.run(args), {
        code: 1,
        stdout: "",
        stderr: "error: unknown command 'genrate'\n(Did you mean generate?)\nUsage: chartwright [options] [command]\n",
      });
    }
  });

  it("chartwright runs through a symbolic link, as npm makes one", async () => {
    await symlink("chartwright/build/chartwright.js", join(project.path, "node_modules/cw"));
    const result = await runProcess(process.execPath, [join(project.path, "node_modules/cw"), "--version"]);
    assert.equal(result.stdout, `${await readPackageVersion()}\n`);
  });
});
