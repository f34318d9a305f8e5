import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { repository, useProject } from "../use-project.ts";

const usage = "Usage: chartwright diff [options] [file]";

/** A pipeline file; `dev` is what its environment of that name sets. */
function writePipeline(dev = "{ load: { enabled: false } }"): string {
  return `import { BatchJob, CsiVolume, definePipeline } from "chartwright";

const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });

export default definePipeline({
  name: "etl",
  version: "0.1.0",
  volumes: { workspace },
  stages: {
    load: new BatchJob({
      image: { repository: "busybox", tag: "1.36" },
      volumes: { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } },
    }),
  },
  environments: { dev: ${dev}, prod: { load: { job: { backoffLimit: 0 } } } },
});
`;
}

describe("chartwright diff", () => {
  const project = useProject();

  it("chartwright diff prints what differs in values and in objects", async () => {
    await project.place({ "etl.ts": writePipeline() });
    const { code, stdout, stderr } = await project.run(["diff", "etl.ts", "--from", "dev", "--to", "prod"]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal(
      stdout.replace(/-[0-9a-f]{8}\b/g, "-HASH"),
      `--- dev
+++ prod

values
  ~ load.enabled: false -> true
  ~ load.job.backoffLimit: 4 -> 0

objects
  + Job etl-load-HASH (batch/v1)
  + ServiceAccount etl-load (v1)
  1 unchanged
`,
    );
  });

  it("chartwright diff takes the one file in pipelines/, and base where there is no --from", async () => {
    await project.place({ "pipelines/etl.ts": writePipeline(), "pipelines/README.md": "# Pipelines\n" });
    const args = ["--to", "prod", "--release", "rel", "--namespace=data"];
    const { code, stdout, stderr } = await project.run(["diff", ...args]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal(
      stdout.replace(/-[0-9a-f]{8}\b/g, "-HASH"),
      `--- base
+++ prod

values
  ~ load.job.backoffLimit: 4 -> 0

objects
  ~ Job rel-load-HASH (batch/v1)
      ~ spec.backoffLimit: 4 -> 0
  2 unchanged
`,
    );
    assert.equal((await project.run(["diff", "--from", "base", ...args])).stdout, stdout);
  });

  it("chartwright diff exits with 1 for differences only with --exit-code", async () => {
    await project.place({ "etl.mjs": writePipeline() });
    const codeOf = async (...args: readonly string[]) => (await project.run(["diff", "etl.mjs", ...args])).code;
    assert.equal(await codeOf("--to", "prod"), 0);
    assert.equal(await codeOf("--to", "prod", "--exit-code"), 1);
    assert.equal(await codeOf("--from", "prod", "--to", "prod", "--exit-code"), 0);
  });

  it("chartwright diff prints JSON", async () => {
    await project.place({ "etl.mjs": writePipeline() });
    const { stdout } = await project.run(["diff", "etl.mjs", "--to", "prod", "--format", "json"]);
    const [name] = /etl-load-[0-9a-f]{8}/.exec(stdout) ?? [];
    const job = { apiVersion: "batch/v1", kind: "Job", namespace: "default", name };
    assert.deepEqual(JSON.parse(stdout), {
      pipeline: "etl",
      from: "base",
      to: "prod",
      values: [{ path: "load.job.backoffLimit", from: 4, to: 0 }],
      objects: {
        changed: [{ from: job, to: job, fields: [{ path: "spec.backoffLimit", from: 4, to: 0 }] }],
        unchanged: 2,
      },
    });
  });

  it("chartwright diff colours its output when it must, and not otherwise", async () => {
    await project.place({ "etl.mjs": writePipeline() });
    const args = ["diff", "etl.mjs", "--from", "prod", "--to", "dev"];
    const plain = `--- prod
+++ dev

values
  ~ load.enabled: true -> false
  ~ load.job.backoffLimit: 0 -> 4

objects
  - Job etl-load-HASH (batch/v1)
  - ServiceAccount etl-load (v1)
  1 unchanged
`;
    const [red, green, yellow, bold, dim] = [31, 32, 33, 1, 2].map((code) => `\u001b[${code}m`);
    const [noColour, notBold] = ["\u001b[39m", "\u001b[22m"];
    const coloured = `${red}--- prod${noColour}
${green}+++ dev${noColour}

${bold}values${notBold}
  ${yellow}~${noColour} load.enabled: true -> false
  ${yellow}~${noColour} load.job.backoffLimit: 0 -> 4

${bold}objects${notBold}
  ${red}- Job etl-load-HASH${noColour}${dim} (batch/v1)${notBold}
  ${red}- ServiceAccount etl-load${noColour}${dim} (v1)${notBold}
  ${dim}1 unchanged${notBold}
`;
    const print = async (variables?: Readonly<Record<string, string>>): Promise<string> =>
      (await project.run(args, variables)).stdout.replace(/-[0-9a-f]{8}\b/g, "-HASH");
    assert.equal(await print(), plain);
    assert.equal(await print({ FORCE_COLOR: "1" }), coloured);
    assert.equal(await print({ FORCE_COLOR: "0" }), plain);
  });

  it("chartwright diff compares the reference pipeline in this repository", async () => {
    const args = [join("scripts", "diff.ts"), "--from", "staging", "--to", "prod"];
    const { code, stdout, stderr } = await runProcess(process.execPath, args, { cwd: repository });
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^ {2}~ store\.replicas: 2 -> 3$/m);
    assert.match(stdout, /^ {2}~ StatefulSet pipeline-store \(apps\/v1\)$/m);
  });

  const mistakes: readonly (readonly [title: string, args: readonly string[], message: string])[] = [
    [
      "an unknown environment, with the nearest one",
      ["etl.mjs", "--from", "dev", "--to", "prd"],
      `Cannot compare environments of pipeline "etl": --to: expected one of base, dev, prod, got "prd"; did you mean "prod"?`,
    ],
    [
      "an unknown environment on the other side",
      ["etl.mjs", "--from", "prods", "--to", "prod"],
      `Cannot compare environments of pipeline "etl": --from: expected one of base, dev, prod, got "prods"; did you mean "prod"?`,
    ],
    ["no --to", ["etl.mjs", "--from", "dev"], `required option '--to <name>' not specified\n${usage}`],
    [
      "an unknown format",
      ["etl.mjs", "--to", "dev", "--format", "jsn"],
      `option '--format <format>' argument 'jsn' is invalid. Expected one of text, json, got "jsn"; did you mean "json"?\n${usage}`,
    ],
    [
      "no file where there is none",
      ["--to", "dev"],
      "Cannot choose a pipeline: expected a file as argument, or one in pipelines/, got no file there",
    ],
    [
      "an environment with a wrong value",
      ["mistyped.mjs", "--to", "dev"],
      'Cannot use environment dev of pipeline etl: lod: unknown key, did you mean "load"?',
    ],
    [
      "an environment that cannot be rendered",
      ["broken.mjs", "--to", "dev"],
      'Cannot use environment dev of pipeline etl: load: volumes.data.pipelineVolume: no stage "workspace" with a volume "data" in this pipeline',
    ],
  ];

  for (const [title, args, message] of mistakes) {
    it(`chartwright diff refuses ${title}`, async () => {
      await project.place({
        "etl.mjs": writePipeline(),
        "mistyped.mjs": writePipeline("{ lod: { enabled: false } }"),
        "broken.mjs": writePipeline("{ workspace: { enabled: false } }"),
      });
      const result = await project.run(["diff", ...args]);
      assert.deepEqual(result, { code: 1, stdout: "", stderr: `error: ${message}\n` });
    });
  }

  it("chartwright diff refuses to choose among several files in pipelines/", async () => {
    await project.place({ "pipelines/a.ts": writePipeline(), "pipelines/b.ts": writePipeline() });
    const { code, stderr } = await project.run(["diff", "--to", "dev"]);
    const message = "Cannot choose a pipeline: expected a file as argument, or one in pipelines/, got a.ts, b.ts there";
    assert.deepEqual([code, stderr], [1, `error: ${message}\n`]);
  });
});
