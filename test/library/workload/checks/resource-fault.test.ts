import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { release } from "../../../../generator/expression/built-in.ts";
import { NODE } from "../../../../generator/expression/expression.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { resourceFault } from "../../../../generator/library/workload/checks/resource-fault.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

/** Resources of a container, and what is wrong with them. */
const resources: readonly (readonly [resources: object, fault: string])[] = [
  [{}, ""],
  [{ requests: { cpu: "250m", memory: "64Mi" }, limits: { memory: "128Mi" } }, ""],
  [{ requests: { cpu: 1, memory: "1.5Gi" }, limits: { cpu: "1000m", memory: "1536Mi" } }, ""],
  [{ requests: { memory: "+1e6" }, limits: { memory: 1000000 } }, ""],
  [
    { requests: { memory: "1000001" }, limits: { memory: "1M" } },
    'requests.memory: expected at most limits.memory, "1M", got "1000001"',
  ],
  [{ requests: { cpu: 0.5 }, limits: { cpu: "499m" } }, 'requests.cpu: expected at most limits.cpu, "499m", got 0.5'],
  [
    { requests: { "ephemeral-storage": 2000000 }, limits: { "ephemeral-storage": 1000000 } },
    "requests.ephemeral-storage: expected at most limits.ephemeral-storage, 1000000, got 2000000",
  ],
  [{ limits: { "example.com/gpu": 1 } }, ""],
  [{ requests: { "example.com/gpu": 1000 }, limits: { "example.com/gpu": "1k" } }, ""],
  [
    { requests: { "example.com/gpu": 1 } },
    "requests.example.com/gpu: expected limits.example.com/gpu beside it, got none",
  ],
  [
    { requests: { "example.com/gpu": 1 }, limits: { "example.com/gpu": 2 } },
    "requests.example.com/gpu: expected the same as limits.example.com/gpu, 2, got 1",
  ],
  [{ limits: { cpu: 1, "hugepages-2Mi": "4Mi" } }, ""],
  [{ limits: { "hugepages-2Mi": "4Mi" }, requests: { memory: 1 } }, ""],
  [{ limits: { "hugepages-2Mi": "4Mi" } }, "limits.hugepages-2Mi: expected cpu or memory beside it, got neither"],
  [{ limits: { cpu: 1, "hugepages-2Mi": "3Mi" } }, 'limits.hugepages-2Mi: expected a multiple of 2Mi, got "3Mi"'],
  [{ limits: { cpu: 1, "hugepages-1Gi": 0 } }, "limits.hugepages-1Gi: expected a multiple of 1Gi, got 0"],
  [
    { limits: { cpu: 1, "hugepages-54268528534Pi": "0777" } },
    'limits.hugepages-54268528534Pi: expected a multiple of 54268528534Pi, got "0777"',
  ],
  [
    { limits: { cpu: 1 }, requests: { "hugepages-2Mi": "2Mi" } },
    "requests.hugepages-2Mi: expected limits.hugepages-2Mi beside it, got none",
  ],
];

describe("resourceFault()", () => {
  it("resourceFault() finds the same in both languages", async () => {
    const build = resourceFault as Case["build"]; // of resources
    await assertAgreement(resources.map(([value]) => ({ title: JSON.stringify(value), args: [value], build })));
  });

  it("resourceFault() names the first amount that Kubernetes refuses, and what it wants", () => {
    const node = resourceFault(release.name)[NODE];
    assert(node.op === "call");
    // What a function takes is known to its own template only.
    for (const [value, fault] of resources)
      assert.equal(node.function.js(value as never), fault, JSON.stringify(value));
  });

  for (const version of helmVersions) {
    const chart = useChart(serviceStage, version);
    const image = { image: { repository: "nginx", tag: "1" } };
    const tooMuch = { requests: { cpu: 2 }, limits: { cpu: 1 } };
    it(`resourceFault() is refused in every container, under Helm ${version}`, async () => {
      const wanted = "resources.requests.cpu: expected at most limits.cpu, 1, got 2";
      assert.match(await chart.refusal({ ...image, resources: tooMuch }), new RegExp(`: ${wanted}`));
      for (const key of ["initContainers", "sidecars"]) {
        const containers = { [key]: { a: { ...image, resources: tooMuch } } };
        assert.match(await chart.refusal({ ...image, ...containers }), new RegExp(`${key}\\.a\\.${wanted}`));
      }
    });
  }
});
