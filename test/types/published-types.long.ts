import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { before, describe, it } from "mocha";
import { runProcess } from "../../cli/helm/run-process.ts";
import { createProject, type Project } from "../cli/use-project.ts";
import { makeTemporaryDirectory } from "../cli/use-temporary-directory.ts";

const head = `import {
  BatchJob, custom, definePipeline, evaluate, refer, ServiceStage, Stage, StatefulStage,
} from "chartwright";
import type { Chart, Overrides } from "chartwright/chart";

const image = { repository: "busybox", tag: "1.36" };
const size = "1Gi";
const load = new BatchJob({ image });
const base = { name: "etl", version: "1.0.0", stages: { load } };
const pipeline = definePipeline(base);
// A stage of one's own says what environments may set.
class Snapshot extends Stage<never, Overrides<{ readonly size: string }>> {
  declare readonly chart: Chart;
  declare readonly dependsOn: readonly never[];
}
const own = { ...base, stages: { snapshot: new Snapshot({}) } };
definePipeline({ ...own, environments: { prod: { snapshot: { size: "1Gi", enabled: false } } } });
// Kubernetes 1.36, in what values hold and in what charts write.
new BatchJob({ image, podSecurityContext: { supplementalGroupsPolicy: "Strict" }, resources: { limits: { cpu: 2 } } });
evaluate(pipeline).one("Job").spec?.template.spec?.securityContext?.supplementalGroupsPolicy satisfies string | undefined;
evaluate(pipeline).one("HorizontalPodAutoscaler").spec?.behavior?.scaleUp?.tolerance;
// Whole objects of a kind of Kubernetes and of another, and references in them.
const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: refer(load).name } } as const;
const monitor = custom({ apiVersion: "example.com/v1", kind: "Monitor", metadata: { name: "a" }, spec: {} });
new BatchJob({ image, extraObjects: { secret: { ...secret, stringData: { a: refer().host } }, monitor } });
definePipeline({ ...base, environments: { prod: { load: { extraObjects: { secret: { enabled: false } } } } } });
`;

/**
 * Each with one misspelt field: of a type of Kubernetes, in a stage, an environment or a rendered object; the last one of a
 * stage of one's own.
 */
const misspelt = [
  'new BatchJob({ image, resources: { limts: { memory: "1Gi" } } });',
  'new BatchJob({ image, resources: { limits: { memroy: "1Gi" } } });',
  "new BatchJob({ image, livenessProbe: { htpGet: { port: 80 } } });",
  "new BatchJob({ image, livenessProbe: { httpGet: { port: 80, headers: [] } } });",
  'new BatchJob({ image, livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: "a", values: "b" }] } } });',
  'new BatchJob({ image, securityContext: { capabilities: { ad: ["CHOWN"] } } });',
  'new BatchJob({ image, podSecurityContext: { seccompProfile: { typ: "RuntimeDefault" } } });',
  'new BatchJob({ image, tolerations: [{ key: "gpu", operater: "Exists" }] });',
  "new BatchJob({ image, affinity: { nodeAffinity: { required: {} } } });",
  'new BatchJob({ image, env: { A: { valueFrom: { secretKeyRef: { name: "a", ky: "b" } } } } });',
  'new BatchJob({ image, volumes: { data: { mountPath: "/data", emptyDir: { sizeLimt: size } } } });',
  'new BatchJob({ image, job: { podFailurePolicy: { rules: [{ action: "FailJob", onExitCode: {} }] } } });',
  'new BatchJob({ image, hostAliases: [{ ip: "10.0.0.1", hostname: ["a"] }] });',
  "new BatchJob({ image, initContainers: { a: { image, resources: { request: {} } } } });",
  "new ServiceStage({ image, autoscaling: { behavior: { scaleDwn: {} } } });",
  'new ServiceStage({ image, ingress: { tls: [{ host: ["a.example.com"] }] } });',
  'new ServiceStage({ image, networkPolicy: { egress: [{ to: [{ ipBlock: { cdir: "10.0.0.0/8" } }] }] } });',
  "new StatefulStage({ image, persistence: { data: { size, selector: { matchLabel: {} } } } });",
  'definePipeline({ ...base, environments: { prod: { load: { livenessProbe: { exec: { comand: ["true"] } } } } } });',
  'evaluate(pipeline).one("Job").spec?.template.spec?.containers[0]?.resource;',
  'evaluate(pipeline).one("Job").spec?.template.spec?.securityContext?.seccomp;',
  'evaluate(pipeline).one("Deployment").spec?.strategy?.rollingUpdate?.maxSurg;',
  "new BatchJob({ image, extraObjects: { secret: { ...secret, stringDat: {} } } });",
  "new BatchJob({ image, extraObjects: { secret: { ...secret, stringData: { a: 1 } } } });",
  "definePipeline({ ...base, environments: { prod: { load: { extraObjects: { a: { spec: { minAvailble: 1 } } } } } } });",
  'definePipeline({ ...own, environments: { prod: { snapshot: { sise: "1Gi" } } } });',
];

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const settings = {
  nodenext: ["--module", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};

for (const [name, flags] of Object.entries(settings)) {
  describe(`The types of the published package under ${name}`, () => {
    let errors = "";
    // One program says both: the libraries are checked too.
    before(async () => {
      const directory = await makeTemporaryDirectory();
      const project: Project = await createProject(directory);
      await project.place({ "pipeline.ts": `${head}${misspelt.map((line) => `${line}\n`).join("")}` });
      // The tests beside this one need the other cores.
      const options = ["--noEmit", "--singleThreaded", "--strict", "--target", "es2024", "--types", "", ...flags];
      const result = await runProcess(process.execPath, [compiler, ...options, "pipeline.ts"], { cwd: directory });
      errors = result.stdout;
      await rm(directory, { recursive: true });
    });

    it(`under ${name}, a misspelt field at any depth of a Kubernetes type is an error`, () => {
      const first = head.split("\n").length;
      const found = misspelt.map((line, i) => {
        const error = new RegExp(
          `^pipeline\\.ts\\(${first + i},\\d+\\): error TS(2353|2551|2339|2561|2322|2769|2741)`,
          "m",
        );
        return error.test(errors) ? "" : line;
      });
      assert.deepEqual(
        found.filter((line) => line !== ""),
        [],
      );
      assert.equal(misspelt.length >= 20, true);
    });

    it(`under ${name}, the declarations of the package have no error, and find all that they import`, () => {
      const lines = errors.split("\n");
      assert.deepEqual(
        lines.filter((line) => line.includes("TS2307")),
        [],
      );
      // Most projects check them with fewer demands than this repository.
      assert.deepEqual(
        lines.filter((line) => line.includes("build/types/")),
        [],
      );
      const wrong = lines.flatMap((line) => /^pipeline\.ts\((\d+),/.exec(line)?.[1] ?? []).map(Number);
      assert.deepEqual(
        wrong.filter((line) => line < head.split("\n").length),
        [],
      );
    });
  });
}
