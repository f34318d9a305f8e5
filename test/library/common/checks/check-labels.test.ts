import { describe } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { type RefusalCase, testRefusals } from "../../test-refusals.ts";

type Labels = Readonly<Record<string, string>>;
type Places = Readonly<Record<string, (labels: Labels) => object>>;

const image = { repository: "busybox", tag: "1.36" };
const server = { image, ports: { http: { containerPort: 8080 } } };
const size = "1Gi";
const selector = ["app.kubernetes.io/instance", "app.kubernetes.io/name"];
const own = [...selector, "app.kubernetes.io/managed-by", "helm.sh/chart"];

const common: Places = {
  commonLabels: (labels) => ({ commonLabels: labels }),
  "global.commonLabels": (labels) => ({ global: { commonLabels: labels } }),
};

/** Free labels are taken at each place, and those of the chart are refused. */
function refusals(base: object, places: Places, reserved: readonly string[]): readonly RefusalCase[] {
  return Object.entries(places).flatMap(([path, place]) => [
    { values: { ...base, ...place({ "app.kubernetes.io/part-of": "shop", team: "data" }) }, refusal: "" },
    ...reserved.map((key, i) => ({
      values: { ...base, ...place({ a: "b", [key]: "own" }) },
      refusal:
        `${path}: expected labels that the chart does not set itself, such as app.kubernetes.io/part-of, ` +
        `got ${key}`,
      isUnchecked: i % 2 === 0,
      isComputedOnly: i > 0,
    })),
  ]);
}

describe("labels by which objects are known", () => {
  const ofJobs: Places = {
    ...common,
    labels: (labels) => ({ labels }),
    "serviceAccount.labels": (labels) => ({ serviceAccount: { labels } }),
    "configMaps.settings.labels": (labels) => ({ configMaps: { settings: { data: { a: "b" }, labels } } }),
    "volumes.work.claim.labels": (labels) => ({
      volumes: { work: { claim: { size, labels }, mountPath: "/work" } },
    }),
  };
  testRefusals(
    "those that the chart sets itself are refused for all of its objects, and for one",
    batchJob,
    refusals({ image }, ofJobs, own),
  );
  const ofPods: Places = {
    podLabels: (labels) => ({ podLabels: labels }),
    "volumes.work.ephemeral.labels": (labels) => ({
      volumes: { work: { ephemeral: { size, labels }, mountPath: "/work" } },
    }),
  };
  testRefusals("those that select pods are refused for pods", batchJob, refusals({ image }, ofPods, selector));
  const ofServices: Places = { "service.labels": (labels) => ({ service: { ports: { http: { port: 80 } }, labels } }) };
  testRefusals("they are refused for a Service", serviceStage, refusals(server, ofServices, own));
  testRefusals(
    "they are refused for the Service that names pods",
    statefulStage,
    refusals(server, { "headless.labels": (labels) => ({ headless: { labels } }) }, own),
  );
  testRefusals(
    "those that select pods are refused for the claims of pods",
    statefulStage,
    refusals(
      server,
      { "persistence.data.labels": (labels) => ({ persistence: { data: { size, mountPath: "/data", labels } } }) },
      selector,
    ),
  );
  const ofVolumes: Places = {
    ...common,
    "volumes.data.labels": (labels) => ({ volumes: { data: { claim: { size }, labels } } }),
    "volumes.data.claim.labels": (labels) => ({ volumes: { data: { claim: { size, labels } } } }),
    "volumes.data.static.labels": (labels) => ({
      volumes: { data: { claim: { size }, static: { csi: { driver: "d.example.com", volumeHandle: "a" }, labels } } },
    }),
    "storageClasses.fast.labels": (labels) => ({ storageClasses: { fast: { provisioner: "d.example.com", labels } } }),
  };
  testRefusals(
    "those that a chart without pods sets itself are refused in its values",
    csiVolume,
    refusals({ volumes: { more: { claim: { size } } } }, ofVolumes, own),
  );
});
