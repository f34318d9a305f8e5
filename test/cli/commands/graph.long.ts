import assert from "node:assert/strict";
import { readdir, readFile, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { writePipeline } from "../sample-pipeline.ts";
import { useProject } from "../use-project.ts";

const usage = "Usage: chartwright graph [options] [file]";

describe("chartwright graph", () => {
  const project = useProject();

  async function draw(...args: readonly string[]): Promise<string> {
    await project.place({ "pipelines/etl.mjs": writePipeline() });
    const { code, stdout, stderr } = await project.run(["graph", ...args]);
    assert.deepEqual([code, stderr], [0, ""]);
    return stdout;
  }

  it("chartwright graph prints the one pipeline of pipelines/ as text", async () => {
    assert.equal(
      await draw(),
      `etl 0.1.0
Ordering inPod: a chain of batch stages runs in one pod, one container after the
other

Volumes:
  workspace/data  1Gi, ReadWriteOnce

Stages:
  extract         container, busybox:1.36
                  in one pod of a Job
                  mounts workspace/data
  load            container, busybox:1.36
                  in one pod of a Job
                  after extract
                  mounts workspace/data
`,
    );
  });

  it("chartwright graph draws an environment", async () => {
    assert.equal(
      await draw("pipelines/etl.mjs", "--env", "dev"),
      `etl 0.1.0, environment dev
Ordering inPod: a chain of batch stages runs in one pod, one container after the
other

Volumes:
  workspace/data  1Gi, ReadWriteOnce

Stages:
  extract         Job, busybox:1.36
                  mounts workspace/data

Disabled: load
`,
    );
  });

  it("chartwright graph prints Mermaid", async () => {
    const lines = (await draw("--format", "mermaid")).split("\n");
    assert.deepEqual(lines.slice(0, 4), ["---", 'title: "etl 0.1.0"', "---", "flowchart LR"]);
    assert(lines.includes("  stage_extract --> stage_load"));
    assert.equal(lines.at(-1), "");
  });

  it("chartwright graph prints SVG with the stages and what they are", async () => {
    const text = await draw("--format=svg", "--env=prod");
    assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" /);
    for (const word of ["etl 0.1.0, environment prod", "workspace/data", "extract", "load", "one pod of a Job"]) {
      assert(text.includes(`>${word}</`), word);
    }
    assert.equal(await draw("--format=svg", "--env=prod"), text);
  });

  it("chartwright graph writes a file in the format of its name, and only when that changes it", async () => {
    assert.match(await draw("--output", "docs/etl.svg"), /^ {2}docs\/etl\.svg +written\n$/);
    const path = join(project.path, "docs/etl.svg");
    const [text, before] = [await readFile(path, "utf8"), await stat(path)];
    assert.equal(text, await draw("--format", "svg"));
    assert.match(await draw("--output", "./docs/etl.svg"), /^ {2}\.\/docs\/etl\.svg +current\n$/);
    assert.equal((await stat(path)).ino, before.ino);
    assert.match(await draw("--output", "etl.mmd"), /^ {2}etl\.mmd +written\n$/);
    assert.equal(await readFile(join(project.path, "etl.mmd"), "utf8"), await draw("--format", "mermaid"));
    assert.match(await draw("--output", "etl.svg", "--format", "text"), /written/);
    assert.equal(await readFile(join(project.path, "etl.svg"), "utf8"), await draw());
    assert.deepEqual(await readdir(join(project.path, "docs")), ["etl.svg"]);
  });

  const mistakes: readonly (readonly [title: string, args: readonly string[], message: string])[] = [
    [
      "an unknown environment, with the nearest one",
      ["--env", "prd"],
      `Cannot draw pipeline "etl": --env: expected one of dev, prod, got "prd"; did you mean "prod"?`,
    ],
    [
      "an unknown format",
      ["--format", "svgz"],
      `option '--format <format>' argument 'svgz' is invalid. Expected one of text, mermaid, svg, got "svgz"; did you mean "svg"?\n${usage}`,
    ],
    [
      "an output elsewhere",
      ["--output", "../etl.svg"],
      'Cannot write the file "../etl.svg": expected a relative path of names with "/" between them',
    ],
    [
      "an output through a symbolic link",
      ["--output", "link/etl.svg"],
      'Cannot write the directory "NAME/link": expected real directories, got a symbolic link at "PROJECT/link"',
    ],
    ["a file that is not there", ["pipelines/no.ts"], 'Cannot read "pipelines/no.ts": expected a file, got none'],
    ["two files", ["a.ts", "b.ts"], `too many arguments. Expected 1 argument but got 2: a.ts, b.ts.\n${usage}`],
  ];

  for (const [title, args, message] of mistakes) {
    it(`chartwright graph refuses ${title}`, async () => {
      await project.place({ "pipelines/etl.mjs": writePipeline() });
      await symlink("pipelines", join(project.path, "link"));
      const { code, stdout, stderr } = await project.run(["graph", ...args]);
      const name = project.path.split("/").at(-1) ?? "";
      const said = stderr.replace(project.path, "PROJECT").replace(`"${name}/`, '"NAME/');
      assert.deepEqual([code, stdout, said], [1, "", `error: ${message}\n`]);
      assert.deepEqual((await readdir(join(project.path, "pipelines"))).sort(), ["etl.mjs"]);
    });
  }
});
