import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import aiDataPipeline from "../../examples/ai-data-pipeline/ai-data-pipeline.ts";
import csiVolumeEtl from "../../examples/csi-volume-etl/csi-volume-etl.ts";
import featureStore from "../../examples/feature-store/feature-store.ts";
import modelTraining from "../../examples/model-training/model-training.ts";
import nightlyEtl from "../../examples/nightly-etl/nightly-etl.ts";
import { type Pipeline, printPipeline } from "../../generator/mod.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { patience } from "./patience.ts";
import { testCluster } from "./test-cluster.ts";
import { useNamespace } from "./use-namespace.ts";
import { type Releases, useReleases } from "./use-releases.ts";

/** Installs a chart, waits until all of it is ready and its Jobs have ended well, and uninstalls it. */
async function install({ install, uninstall }: Releases, chart: string, values?: string): Promise<void> {
  await install("example", chart, values === undefined ? {} : { flags: [`--values=${values}`] });
  await uninstall("example");
}

describe("the examples, under Pod Security restricted", () => {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();

  for (const name of [
    "replicated-web/values/web-restricted",
    "replicated-web/values/web-unprivileged",
    "stable-identity/values/my-app",
  ]) {
    it(`examples/${name}.yaml gets ready`, async () => {
      await install(releases, "charts/stateful-stage", `examples/${name}.yaml`);
    });
  }

  it("examples/stable-identity/values/postgres.yaml gets ready, with the Secret that it names", async () => {
    await releases.kubectl(["create", "secret", "generic", "postgres-credentials", "--from-literal=password=secret"]);
    await install(releases, "charts/stateful-stage", "examples/stable-identity/values/postgres.yaml");
  });

  const pipelines: readonly Pipeline[] = [aiDataPipeline, csiVolumeEtl];
  for (const pipeline of pipelines) {
    it(`examples/${pipeline.name} gets ready, and its Jobs end well`, async () => {
      const chart = join(directory.path, pipeline.name);
      await placeFiles(chart, printPipeline(pipeline));
      await install(releases, chart);
    });
  }

  // Their last stages fail when the data are not what they must be.
  const checked: readonly Pipeline[] = [nightlyEtl, featureStore, modelTraining];
  for (const pipeline of checked) {
    it(`examples/${pipeline.name} in dev ends with the data that it must have`, async () => {
      const chart = join(directory.path, pipeline.name);
      await placeFiles(chart, printPipeline(pipeline));
      // The feature store reads it.
      await releases.kubectl(["create", "secret", "generic", "features-database", "--from-literal=password=secret"]);
      await install(releases, chart, join(chart, "environments/dev.yaml"));
    });
  }
});

describe("the examples, under Pod Security baseline", () => {
  const releases = useReleases("baseline");

  it("examples/replicated-web/values/web.yaml gets ready, with an image that starts as root", async () => {
    await install(releases, "charts/stateful-stage", "examples/replicated-web/values/web.yaml");
  });
});

describe("the images of the examples", () => {
  const namespace = useNamespace("restricted");

  it("nginx:1.14.2 is refused by the kubelet as a pod that may not be root, as the real image is", async () => {
    const { kubectl } = testCluster();
    const container = {
      name: "main",
      image: "nginx:1.14.2",
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
    };
    const spec = {
      containers: [container],
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    };
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "root", namespace: namespace.name }, spec };
    await kubectl(["create", "--filename=-"], JSON.stringify(pod));
    const reason = "{.status.containerStatuses[0].state.waiting.reason}";
    const wanted = [`--for=jsonpath=${reason}=CreateContainerConfigError`, `--timeout=${patience}s`];
    await kubectl(["wait", "pod/root", `--namespace=${namespace.name}`, ...wanted]);
    const path = "--output=jsonpath={.status.containerStatuses[0].state.waiting.message}";
    const message = await kubectl(["get", "pod", "root", `--namespace=${namespace.name}`, path]);
    assert.match(message, /^container has runAsNonRoot and image will run as root/);
  });
});
