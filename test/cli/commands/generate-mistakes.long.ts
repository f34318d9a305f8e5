import assert from "node:assert/strict";
import { mkdtemp, readdir, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { mapLimited } from "../../../cli/files/map-limited.ts";
import type { ProcessResult } from "../../../cli/helm/run-process.ts";
import { writePipeline } from "../sample-pipeline.ts";
import { createProject, repository } from "../use-project.ts";

interface Mistake {
  readonly title: string;
  /** What is in the project, next to what every project has. */
  readonly files?: Readonly<Record<string, string>>;
  /** Symbolic links in the project: path to target. */
  readonly links?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** What follows `error: `; PROJECT represents the path of the project. */
  readonly message: string | RegExp;
}

const usage = "Usage: chartwright generate [options] <file...>";

/** A mistake in the one pipeline file that is generated. */
function inFile(title: string, file: string, text: string, message: string | RegExp): Mistake {
  return { title, files: { [file]: text }, args: [file], message };
}

const mistakes: readonly Mistake[] = [
  inFile(
    "a type error",
    "etl.ts",
    writePipeline({ '"1Gi"': "10" }),
    'Cannot use "etl.ts": expected correct types, got 1 type error\n' +
      "etl.ts:4:63 TS2322: Type 'number' is not assignable to type 'string'.",
  ),
  inFile(
    "a value of another type",
    "etl.mjs",
    writePipeline({ "backoffLimit: 1": 'backoffLimit: "one"' }),
    'Cannot generate from "etl.mjs", line 13\n' +
      '  because: Cannot use the values of a batch-job: job.backoffLimit: must be an integer >= 0, got "one"',
  ),
  inFile(
    "an unknown key in TypeScript",
    "etl.ts",
    writePipeline({ "backoffLimit: 1": "backofLimit: 1" }),
    /^Cannot use "etl\.ts": expected correct types, got 1 type error\netl\.ts:18:14 TS2561: .*'backofLimit' does not exist in type .*Did you mean to write 'backoffLimit'\?$/,
  ),
  inFile(
    "an unknown key in JavaScript",
    "etl.mjs",
    writePipeline({ "backoffLimit: 1": "backofLimit: 1" }),
    'Cannot generate from "etl.mjs", line 13\n' +
      '  because: Cannot use the values of a batch-job: job.backofLimit: unknown key, did you mean "backoffLimit"?',
  ),
  inFile(
    "an unknown key in an environment",
    "etl.mjs",
    writePipeline({ "backoffLimit: 3": "backofLimit: 3" }),
    'Cannot generate from "etl.mjs"\n' +
      "  because: Cannot use environment prod of pipeline etl: " +
      'load.job.backofLimit: unknown key, did you mean "backoffLimit"?',
  ),
  inFile(
    "an environment that Helm could not render",
    "etl.mjs",
    writePipeline({ "dev: { load": "dev: { workspace: { enabled: false }, load" }),
    'Cannot generate from "etl.mjs"\n' +
      "  because: Cannot use environment dev of pipeline etl: extract: volumes.data.pipelineVolume: " +
      'no stage "workspace" with a volume "data" in this pipeline',
  ),
  inFile(
    "a missing value that is required",
    "etl.ts",
    writePipeline({ "image, command": "command" }),
    'Cannot use "etl.ts": expected correct types, got 1 type error\n' +
      "etl.ts:12:27 TS2345: Argument of type '{ command: string[]; volumes: { data: { mountPath: string; pipelineVolume: " +
      "VolumeReference; }; }; }' is not assignable to parameter of type 'BatchJobOptions & Dependencies<never>'.\n" +
      "  Property 'image' is missing in type '{ command: string[]; volumes: { data: { mountPath: string; pipelineVolume: " +
      "VolumeReference; }; }; }' but required in type 'BatchJobOptions'.",
  ),
  inFile(
    "a missing value that is required, in JavaScript",
    "etl.mjs",
    writePipeline({ "image, command": "command" }),
    'Cannot generate from "etl.mjs", line 12\n' + "  because: Cannot use the values of a batch-job: image: must be set",
  ),
  inFile(
    "a bad chart name",
    "etl.ts",
    writePipeline({ '"etl"': '"My/ETL"' }),
    'Cannot generate from "etl.ts", line 7\n' +
      '  because: Cannot define chart "My/ETL": name: expected small letters, digits and dashes, a letter first, ' +
      'at most 50 characters, got "My/ETL"',
  ),
  inFile(
    "a bad version",
    "etl.mjs",
    writePipeline({ '"0.1.0"': '"1.2"' }),
    'Cannot generate from "etl.mjs", line 7\n' +
      '  because: Cannot define chart "etl": version: expected a semantic version such as 1.2.0, got "1.2"',
  ),
  inFile(
    "a stage that waits for one that is not there",
    "etl.mjs",
    writePipeline({ '["extract"]': '["extrat"]' }),
    'Cannot generate from "etl.mjs", line 7\n' +
      '  because: Cannot define pipeline "etl": load.dependsOn: expected "extract", got "extrat"',
  ),
  inFile(
    "a name of an environment that is no file name",
    "etl.mjs",
    writePipeline({ "dev:": '"../dev":' }),
    'Cannot generate from "etl.mjs", line 7\n' +
      '  because: Cannot define pipeline "etl": environments: expected an environment name of small letters, digits ' +
      'and dashes, a letter first, got "../dev"',
  ),
  inFile(
    "a file without a default export",
    "etl.mjs",
    writePipeline({ "export default": "export const etl =" }),
    'Cannot use "etl.mjs": expected a default export, got etl',
  ),
  inFile(
    "a default export that is no pipeline",
    "etl.mjs",
    'import { BatchJob } from "chartwright";\nexport default new BatchJob({ image: { repository: "a", tag: "1" } });\n',
    'Cannot use "etl.mjs": expected a default export from definePipeline({...}) or defineChart({...}), got a BatchJob',
  ),
  inFile(
    "a file that throws",
    "etl.ts",
    'function load(): string {\n  throw new Error("no such table");\n}\nexport default load();\n',
    'Cannot generate from "etl.ts", line 2\n  because: no such table',
  ),
  inFile(
    "a CommonJS file",
    "etl.cjs",
    writePipeline(),
    /Cannot use "etl\.cjs": expected an ES module, got CommonJS; set "type": "module" in its package\.json, or /,
  ),
  inFile(
    "a pipeline that another copy of the package made",
    "etl.mjs",
    // The sources next to the built package: their classes and charts would be other objects.
    writePipeline({ '"chartwright"': JSON.stringify(join(repository, "generator/mod.ts")) }),
    /^Cannot generate from "etl\.mjs"\n {2}because: Cannot load chartwright twice in one process: got "\/.*\/build\/chunks\/.*\.js" and "\/.*\/generator\/one-copy\.ts"; install it once; /,
  ),
  { title: "a file that is not there", args: ["etl.ts"], message: 'Cannot read "etl.ts": expected a file, got none' },
  {
    title: "no file",
    args: [],
    message: `missing required argument 'file'\n${usage}`,
  },
  {
    title: "an unknown option",
    args: ["etl.ts", "--ouptut", "x"],
    message: `unknown option '--ouptut'\n(Did you mean --output?)\n${usage}`,
  },
  {
    title: "an output outside of the working directory",
    files: { "etl.mjs": writePipeline() },
    args: ["etl.mjs", "--output", "../other"],
    message: 'Cannot write the directory "../other/etl": expected one below "PROJECT", got one outside of it',
  },
  {
    title: "an output behind a symbolic link",
    files: { "etl.mjs": writePipeline(), "real/readme.md": "" },
    links: { charts: "real" },
    args: ["etl.mjs"],
    message:
      'Cannot write the directory "charts/etl": expected real directories, got a symbolic link at "PROJECT/charts"',
  },
  {
    title: "an output that is a symbolic link",
    files: { "etl.mjs": writePipeline(), "real/Chart.yaml": "", "charts/readme.md": "" },
    links: { "charts/etl": "../real" },
    args: ["etl.mjs"],
    message:
      'Cannot write the directory "charts/etl": expected real directories, got a symbolic link at "PROJECT/charts/etl"',
  },
  {
    title: "a directory that is no chart",
    files: { "etl.mjs": writePipeline(), "charts/etl/precious.txt": "" },
    args: ["etl.mjs"],
    message:
      'Cannot replace the directory "PROJECT/charts/etl": expected "Chart.yaml" in it that begins with ' +
      '"# Generated by Chartwright from", got one with "precious.txt" and without it; move the directory or delete it',
  },
  {
    title: "a chart that somebody wrote by hand",
    files: { "etl.mjs": writePipeline(), "charts/etl/Chart.yaml": "apiVersion: v2\nname: etl\nversion: 0.1.0\n" },
    args: ["etl.mjs"],
    message:
      'Cannot replace the directory "PROJECT/charts/etl": expected "Chart.yaml" in it that begins with ' +
      '"# Generated by Chartwright from", got one that begins with "apiVersion: v2"; move the directory or delete it',
  },
  {
    title: "a good chart with schemas that cannot be written",
    files: { "etl.mjs": writePipeline(), "real/readme.md": "", "schemas/readme.md": "" },
    links: { "schemas/etl": "../real" },
    args: ["etl.mjs", "--schemas", "schemas"],
    message:
      'Cannot write the directory "schemas/etl": expected real directories, got a symbolic link at "PROJECT/schemas/etl"',
  },
  {
    title: "a good pipeline and a wrong one",
    files: { "etl.mjs": writePipeline(), "elt.mjs": writePipeline({ '"etl"': '"ELT"' }) },
    args: ["etl.mjs", "elt.mjs"],
    message: /^Cannot generate from "elt\.mjs", line 7\n {2}because: .*"ELT"$/,
  },
  {
    title: "two pipelines of one name",
    files: { "etl.mjs": writePipeline(), "copy.mjs": writePipeline() },
    args: ["etl.mjs", "copy.mjs"],
    message: 'Cannot use "copy.mjs": expected a pipeline name of its own, got "etl" as in "etl.mjs"',
  },
];

interface Tried {
  readonly path: string;
  readonly result: ProcessResult;
  /** All files and directories of the project, before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

describe("chartwright generate, given something wrong", () => {
  let root: string;
  let tried: readonly Tried[];

  // Each is a run of its own and most of that is waiting: two at a time, before the tests look at what they left.
  before(async function () {
    this.timeout(180_000);
    root = await realpath(await mkdtemp(join(tmpdir(), "chartwright-test-")));
    tried = await mapLimited(mistakes, 2, async ({ files = {}, links = {}, args }, index) => {
      const project = await createProject(join(root, String(index)));
      await project.place(files);
      for (const [path, target] of Object.entries(links)) await symlink(target, join(project.path, path));
      const before = await listFiles(project.path);
      const result = await project.run(["generate", ...args]);
      return { path: project.path, result, before, after: await listFiles(project.path) };
    });
  });

  after(async () => {
    await rm(root, { recursive: true, force: true });
  });

  // With types, for without them it follows links: to the package, and all that is installed next to it.
  async function listFiles(path: string): Promise<readonly string[]> {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  }

  for (const [index, { title, message }] of mistakes.entries()) {
    it(`chartwright generate names place, found and wanted, and writes nothing, for ${title}`, () => {
      const { path, result, before, after } = tried[index] ?? assert.fail("it was not tried");
      const said = result.stderr.replaceAll(path, "PROJECT");
      if (typeof message === "string") assert.equal(said, `error: ${message}\n`);
      else assert.match(said.replace(/^(error: |.*\n\(Use .*\nerror: )/s, "").trimEnd(), message);
      assert.deepEqual([result.code, result.stdout], [1, ""]);
      assert.deepEqual(after, before);
    });
  }
});
