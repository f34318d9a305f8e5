import assert from "node:assert/strict";
import { describe, it } from "mocha";
import wholeObjects from "../../../examples/whole-objects/whole-objects.ts";
import { patience } from "../patience.ts";
import { image } from "../pipelines/define-graph.ts";
import { selectorOf, usePipelines } from "../pipelines/use-pipelines.ts";
import { assertApart, assertOwnData, assertOwnGates, assertTested, readObjects } from "./apart.ts";
import { ownedBy, shop } from "./define-shop.ts";

/** Longer than the quick release needs for its first stage and its store. */
const SLOW_SECONDS = 45;

/** Its store runs another image here: the cluster has none of the example's. */
const stored = { image, command: ["httpd", "-f", "-p", "6379", "-h", "/data"], terminationGracePeriodSeconds: 1 };

describe("two releases of one pipeline in one namespace", () => {
  const pipelines = usePipelines();

  it("share no object, claim, Job, gate or data, pass their tests, and one stays when the other goes", async () => {
    const chart = await pipelines.place(shop);
    await Promise.all([
      pipelines.install("blue", chart, { values: ownedBy("blue", 1) }),
      pipelines.install("green", chart, { values: ownedBy("green", SLOW_SECONDS) }),
    ]);
    await assertApart(pipelines, "blue", "green");
    await assertOwnGates(pipelines, "blue", "green");
    for (const release of ["blue", "green"]) {
      await assertOwnData(pipelines, release, release);
      await assertTested(pipelines, release, `${release}-tests`);
    }
    const before = await readObjects(pipelines, "green");
    await pipelines.uninstall("blue");
    const gone = ["pods", selectorOf("blue"), "--for=delete", `--timeout=${patience}s`];
    await pipelines.kubectl(["wait", ...gone]);
    assert.deepEqual(await readObjects(pipelines, "green"), before);
    const kept = [...(await readObjects(pipelines, "blue")).keys()];
    assert.deepEqual(kept.sort(), [
      "PersistentVolumeClaim/blue-workspace-data",
      "PersistentVolumeClaim/data-blue-store-0",
    ]);
    await assertOwnData(pipelines, "green", "green");
  });

  it("share no whole object of the example whose objects name their release", async () => {
    const chart = await pipelines.place(wholeObjects);
    const flags = [`--values=${chart}/environments/dev.yaml`];
    for (const release of ["blue", "green"])
      await pipelines.install(release, chart, { flags, values: { store: stored } });
    const path = "--output=jsonpath={.data}";
    for (const release of ["blue", "green"]) {
      const addresses = JSON.parse(await pipelines.kubectl(["get", "configmap", `${release}-addresses`, path]));
      const host = `${release}-store`;
      assert.deepEqual(addresses, { STORE: `${host}:6379`, PRIMARY: `${host}-0.${host}-headless:6379` });
      const selected = `{.spec.selector.matchLabels.app\\.kubernetes\\.io/instance}`;
      const budget = ["get", "poddisruptionbudget", host, `--output=jsonpath=${selected} {.status.currentHealthy}`];
      assert.equal(await pipelines.kubectl(budget), `${release} 3`);
      const may = [
        "auth",
        "can-i",
        "create",
        "pods",
        `--as=system:serviceaccount:${pipelines.namespace}:${release}-driver`,
      ];
      assert.equal(await pipelines.kubectl(may), "yes\n");
    }
  });
});
