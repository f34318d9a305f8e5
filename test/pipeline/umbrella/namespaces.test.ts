import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import { BatchJob, definePipeline, evaluate, printPipeline, ServiceStage } from "../../../generator/mod.ts";
import { isKubernetesObject, type KubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { helmVersions } from "../../helm-versions.ts";

const image = { repository: "busybox", tag: "1.36" };
const api = new ServiceStage({
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
});
const settings = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" } } as const;
const load = new BatchJob({
  dependsOn: ["api"],
  image,
  env: {
    HOST: { fromService: { stage: "api", port: "http", format: "host" } },
    URL: { fromService: api.address("url", "http") },
  },
  extraObjects: { settings },
});
const pipeline = definePipeline({
  name: "etl",
  version: "1.0.0",
  ordering: "gates",
  stages: { api, load },
  environments: {},
});
const release = { name: "etl", namespace: "data" };

/** What the Job is told of the Service: its variables, and the line of its gate. */
function toldOf(all: readonly unknown[]): object {
  const objects = all.filter(isKubernetesObject);
  const job = objects.find(({ kind }) => kind === "Job") as KubernetesObject & { readonly spec: object };
  const env: readonly { readonly name: string; readonly value: string }[] = Object(job.spec).template.spec.containers[0]
    .env;
  const gate = objects.find(({ metadata }) => metadata.name === "etl-load-gate");
  const own = objects.find(({ metadata }) => metadata.name === "settings");
  return { env: env.map(({ value }) => value), gate: Object(gate)["data"].upstream, own: own?.metadata.namespace };
}

const alone = { env: ["etl-api", "http://etl-api:80"], gate: "api tcp etl-api 80\n", own: undefined };
const named = (host: string, own?: string) => ({
  env: [host, `http://${host}:80`],
  gate: `api tcp ${host} 80\n`,
  own,
});
const cases: readonly (readonly [values: Readonly<Record<string, unknown>>, told: object])[] = [
  [{}, alone],
  [{ load: { namespaceOverride: "jobs" } }, named("etl-api.data", "jobs")],
  [{ api: { namespaceOverride: "web" } }, named("etl-api.web")],
  [{ api: { namespaceOverride: "web" }, load: { namespaceOverride: "jobs" } }, named("etl-api.web", "jobs")],
];

describe("stages in several namespaces", () => {
  const directory = useTemporaryDirectory();

  it("reach a Service in the namespace of the release, and have their whole objects in their own, in process", () => {
    for (const [values, told] of cases) assert.deepEqual(toldOf(evaluate(pipeline, { release, values }).objects), told);
  });

  for (const version of helmVersions) {
    it(`reach a Service in the namespace of the release, and have their own whole objects, under Helm ${version}`, async () => {
      const chart = join(directory.path, "etl");
      await placeFiles(chart, printPipeline(pipeline));
      const valuesFile = join(directory.path, "values.yaml");
      for (const [values, told] of cases) {
        await writeFile(valuesFile, JSON.stringify(values));
        const text = await templateChart(await findHelm({ version }), chart, {
          release: release.name,
          namespace: release.namespace,
          valuesFiles: [valuesFile],
        });
        assert.deepEqual(toldOf(readManifests(text)), told);
      }
    });
  }
});
