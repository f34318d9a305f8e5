import { describe } from "mocha";
import { csiVolume } from "../../../../../generator/library/csi-volume/chart.ts";
import { serviceStage } from "../../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../../generator/library/stateful-stage/chart.ts";
import { type RefusalCase, testRefusals } from "../../../test-refusals.ts";

const image = { repository: "nginx", tag: "1" };
const message = (path: string, amount: unknown): string =>
  `${path}: expected an amount such as 500m or 2Gi that fits into 64 bits, got ${JSON.stringify(amount)}`;
const unchecked = (path: string, amount: unknown, values: object): RefusalCase => ({
  values: { image, ...values },
  refusal: message(path, amount),
  isUnchecked: true,
});
const limits = (cpu: unknown): RefusalCase =>
  unchecked("resources.limits.cpu", cpu, { resources: { limits: { cpu } } });

describe("checkAmount()", () => {
  testRefusals("checkAmount() refuses what is no amount, or overflows, where the schema is skipped", serviceStage, [
    ...["1e99", "9E19", "10000000Ei", "8Ei", "9223372036854775808", "1e20", 1e19, "1e400", `1${"0".repeat(400)}`].map(
      limits,
    ),
    ...["", "a", "1 Gi", "1gi", "-1", -1, "1.5.5", ".", true, [], {}, "1Gi\n"].map(limits),
    unchecked("resources.requests.memory", "9E19", { resources: { requests: { memory: "9E19" } } }),
    unchecked("podResources.limits.cpu", "9E19", { podResources: { limits: { cpu: "9E19" } } }),
    unchecked("initContainers.a.resources.limits.cpu", "x", {
      initContainers: { a: { image, resources: { limits: { cpu: "x" } } } },
    }),
    unchecked("sidecars.a.resources.requests.cpu", "x", {
      sidecars: { a: { image, resources: { requests: { cpu: "x" } } } },
    }),
    unchecked("volumes.a.claim.size", "9E19", { volumes: { a: { mountPath: "/a", claim: { size: "9E19" } } } }),
    unchecked("volumes.a.ephemeral.sizeLimit", "big", {
      volumes: { a: { mountPath: "/a", ephemeral: { size: "1Gi", sizeLimit: "big" } } },
    }),
  ]);

  testRefusals("checkAmount() takes all that Kubernetes holds", serviceStage, [
    ...["7Ei", "+500m", "0.5", ".5k", "5.", "0001", "1e18", "1E3", "1e-3", "100n", 2, 0.5, 1e6, 1e15, "8E"].map(
      (cpu) => ({
        values: { image, resources: { limits: { cpu } } },
        refusal: "",
        isUnchecked: true,
      }),
    ),
  ]);

  testRefusals("checkAmount() refuses sizes of claims of replicas", statefulStage, [
    unchecked("persistence.a.size", "9E19", { persistence: { a: { mountPath: "/a", size: "9E19" } } }),
  ]);

  testRefusals("checkAmount() refuses sizes of the claims of volume charts", csiVolume, [
    unchecked("volumes.a.claim.size", "1gi", { volumes: { a: { claim: { size: "1gi" } } } }),
  ]);
});
