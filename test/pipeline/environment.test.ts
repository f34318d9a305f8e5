import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import { runHelm } from "../../cli/helm/run-helm.ts";
import type { ProcessResult } from "../../cli/helm/run-process.ts";
import { BatchJob, definePipeline, printPipeline, StatefulStage } from "../../generator/mod.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { helmVersions } from "../helm-versions.ts";
import { serveObjects } from "../library/csi-volume/serve-objects.ts";
import { once } from "../property/subject.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const stages = { load: new BatchJob({ image }), store: new StatefulStage({ image }) };
const definition = { name: "etl", version: "1.0.0", stages } as const;

/** A values file that names what the pipeline does not have: as data, which no compiler has seen, and as YAML. */
interface Mistake {
  readonly title: string;
  readonly values: object;
  readonly yaml: string;
  /** What our own check says. */
  readonly refusal: string;
  /** What Helm says, which names the path and the key; both schema engines have words of their own. */
  readonly helm: Readonly<Record<BundledVersion, string>>;
}

const mistakes: readonly Mistake[] = [
  {
    title: "a stage",
    values: { lod: { enabled: false } },
    yaml: "lod:\n  enabled: false\n",
    refusal: 'lod: unknown key, did you mean "load"?',
    helm: {
      "4.1.4": "at '': additional properties 'lod' not allowed",
      "3.17.3": "(root): Additional property lod is not allowed",
    },
  },
  {
    title: "a key of a stage",
    values: { store: { replica: 2 } },
    yaml: "store:\n  replica: 2\n",
    refusal: 'store.replica: unknown key, did you mean "replicas"?',
    helm: {
      "4.1.4": "at '/store': additional properties 'replica' not allowed",
      "3.17.3": "store: Additional property replica is not allowed",
    },
  },
  {
    title: "a key below a key",
    values: { load: { job: { backofLimit: 2 } } },
    yaml: "load:\n  job:\n    backofLimit: 2\n",
    refusal: 'load.job.backofLimit: unknown key, did you mean "backoffLimit"?',
    helm: {
      "4.1.4": "at '/load/job': additional properties 'backofLimit' not allowed",
      "3.17.3": "load.job: Additional property backofLimit is not allowed",
    },
  },
];

describe("an environment of a pipeline", () => {
  for (const { title, values, refusal } of mistakes) {
    it(`an environment that names ${title} which is not there is refused by the schema`, () => {
      // What the compiler refuses is in test/types/environment.test-d.ts; JavaScript has no compiler.
      const pipeline = definePipeline({ ...definition, environments: { prod: values } });
      assert.throws(() => printPipeline(pipeline), {
        name: "ValuesError",
        message: `Cannot use environment prod of pipeline etl: ${refusal}`,
      });
    });
  }
});

describe("a values file of a pipeline", () => {
  const files = once(() => printPipeline(definePipeline(definition)));
  const directory = useTemporaryDirectory();

  /** Runs a command of Helm on the pipeline's chart with a values file. */
  async function run(version: BundledVersion, yaml: string, command: readonly string[], env = {}) {
    const chart = join(directory.path, "etl");
    await placeFiles(chart, files());
    const file = join(directory.path, "prod.yaml");
    await writeFile(file, yaml);
    const helm = await findHelm({ version });
    return await runHelm(helm, [...command, "etl", chart, "--values", file], { env });
  }

  /** Installs with a cluster in reach, which says its version and has nothing in it. */
  async function install(version: BundledVersion, yaml: string): Promise<ProcessResult> {
    const server = await serveObjects([], directory.path);
    try {
      return await run(version, yaml, ["install"], { KUBECONFIG: server.kubeconfig });
    } finally {
      await server.close();
    }
  }

  for (const version of helmVersions) {
    for (const { title, yaml, helm } of mistakes) {
      it(`a values file that names ${title} which is not there is refused by helm install of Helm ${version}`, async () => {
        for (const { code, stdout, stderr } of [await install(version, yaml), await run(version, yaml, ["template"])]) {
          assert.deepEqual([code, stdout], [1, ""]);
          assert(stderr.includes("values don't meet the specifications of the schema(s)"), stderr);
          assert(stderr.includes(`\n- ${helm[version]}\n`), stderr);
        }
      });
    }

    it(`a values file that names what is there is taken by Helm ${version}`, async () => {
      const { code, stderr } = await run(version, "store:\n  replicas: 2\n", ["template"]);
      assert.deepEqual([code, stderr], [0, ""]);
    });
  }
});
