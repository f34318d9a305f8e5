import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { at, only, useChart } from "./render-chart.ts";

const image = { repository: "nginx", tag: "1.29" };
const withClaim = (...accessModes: readonly string[]) => ({
  image,
  volumes: { data: { mountPath: "/data", claim: { size: "1Gi", ...(accessModes.length > 0 ? { accessModes } : {}) } } },
});

describe("the strategy of service-stage", () => {
  const chart = useChart(serviceStage, "4.1.4");
  const strategyOf = async (values: object): Promise<unknown> =>
    at(only(await chart.render(values), "Deployment"), "spec", "strategy");

  it("is a rolling update, written out so that a later change to Recreate can take all of it away", async () => {
    assert.deepEqual(await strategyOf({ image }), {
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" },
    });
    assert.deepEqual(await strategyOf({ image, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }), {
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    });
  });

  it("drops the rolling update settings of another values file when it is Recreate", async () => {
    const strategy = { type: "Recreate", rollingUpdate: { maxSurge: 2 } };
    assert.deepEqual(await strategyOf({ image, strategy }), { type: "Recreate" });
  });

  it("becomes Recreate by itself where a new pod would wait for the old one's claim", async () => {
    assert.deepEqual(await strategyOf(withClaim()), { type: "Recreate" });
    assert.deepEqual(await strategyOf(withClaim("ReadWriteOncePod")), { type: "Recreate" });
  });

  it("stays a rolling update where pods can share the claim, or have none", async () => {
    const type = async (values: object): Promise<unknown> => at(await strategyOf(values), "type");
    assert.equal(await type({ ...withClaim("ReadWriteMany"), replicas: 3 }), "RollingUpdate");
    assert.equal(await type(withClaim("ReadWriteOnce", "ReadOnlyMany")), "RollingUpdate");
    const { data } = withClaim().volumes;
    assert.equal(await type({ image, volumes: { data: { ...data, enabled: false } } }), "RollingUpdate");
    assert.equal(
      await type({ image, volumes: { data: { ...data, type: "emptyDir", emptyDir: {} } } }),
      "RollingUpdate",
    );
    assert.equal(
      await type({ image, volumes: { data: { mountPath: "/data", ephemeral: { size: "1Gi" } } } }),
      "RollingUpdate",
    );
  });

  it("may be a rolling update that stops the old pod first", async () => {
    const strategy = { type: "RollingUpdate", rollingUpdate: { maxSurge: "0%" } };
    assert.deepEqual(await strategyOf({ ...withClaim(), strategy }), {
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: "0%", maxUnavailable: "25%" },
    });
    assert.match(
      await chart.refusal({ ...withClaim(), strategy: { type: "RollingUpdate" } }),
      /strategy: a new pod waits for volumes\.data\.claim while the old one runs; use type Recreate or maxSurge 0/,
    );
  });

  it("refuses more than one replica on a claim for one node, unless the pods are replaced together", async () => {
    const reason =
      /volumes\.data\.claim: only one node can mount a ReadWriteOnce volume; use ReadWriteMany or one replica/;
    assert.match(await chart.refusal({ ...withClaim(), replicas: 2 }), reason);
    assert.match(await chart.refusal({ ...withClaim(), replicas: 2, strategy: { type: "RollingUpdate" } }), reason);
    assert.match(await chart.refusal({ ...withClaim(), autoscaling: { enabled: true } }), reason);
    assert.deepEqual(await strategyOf({ ...withClaim(), replicas: 2, strategy: { type: "Recreate" } }), {
      type: "Recreate",
    });
  });

  it("refuses more than one replica on a claim for one pod in any case", async () => {
    assert.match(
      await chart.refusal({ ...withClaim("ReadWriteOncePod"), replicas: 2, strategy: { type: "Recreate" } }),
      /volumes\.data\.claim: only one pod can mount a ReadWriteOncePod volume; use ReadWriteMany or one replica/,
    );
  });

  it("refuses a wait for new pods that is as long as the deadline of the upgrade", async () => {
    assert.match(
      await chart.refusal({ image, minReadySeconds: 600 }),
      /minReadySeconds: expected less than progressDeadlineSeconds \(600\), got 600/,
    );
    await chart.render({ image, minReadySeconds: 600, progressDeadlineSeconds: 601 });
  });
});
