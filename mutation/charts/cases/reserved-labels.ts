/** Labels that a chart sets itself, which its values may not replace, and others at the same places. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";

type Place = (labels: Values) => Values;

const size = "1Gi";
const selector = ["app.kubernetes.io/instance", "app.kubernetes.io/name"];
const others = ["app.kubernetes.io/managed-by", "helm.sh/chart"];
const free = { a: "b", "app.kubernetes.io/part-of": "own" };

const ofAll: readonly Place[] = [
  (labels) => ({ commonLabels: labels }),
  (labels) => ({ global: { commonLabels: labels } }),
];
const ofWorkloads: readonly Place[] = [
  ...ofAll,
  (labels) => ({ labels }),
  (labels) => ({ serviceAccount: { labels } }),
  (labels) => ({ configMaps: { last: { data: { a: "b" }, labels } } }),
  (labels) => ({ volumes: { last: { mountPath: "/last", claim: { size, labels } } } }),
];
const ofServers: readonly Place[] = [
  ...ofWorkloads,
  (labels) => ({ service: { ports: { http: { port: 80, targetPort: 8080 } }, labels } }),
];
const ofPods: readonly Place[] = [
  (labels) => ({ podLabels: labels }),
  (labels) => ({ volumes: { last: { mountPath: "/last", ephemeral: { size, labels } } } }),
];
const ofReplicas: Place = (labels) => ({ persistence: { last: { mountPath: "/last", size, labels } } });
const ofVolumes: readonly Place[] = [
  ...ofAll,
  (labels) => ({ volumes: { last: { claim: { size }, labels } } }),
  (labels) => ({ volumes: { last: { existingClaim: "", claim: { size, labels } } } }),
  (labels) => ({ volumes: { last: { claim: { size }, static: { nfs: { server: "nfs", path: "/" }, labels } } } }),
  // A volume without a claim of its own.
  (labels) => ({
    volumes: {
      last: {
        claim: { create: false, name: "later" },
        static: { capacity: size, nfs: { server: "nfs", path: "/" } },
        labels,
      },
    },
  }),
  (labels) => ({ storageClasses: { last: { provisioner: "d.example.com", labels } } }),
];

/** Objects have all labels of the chart, and pods and templates of claims those by which pods are selected. */
function casesOf(objects: readonly Place[], pods: readonly Place[]): DecisiveValues {
  const refused = (places: readonly Place[], keys: readonly string[]): readonly Values[] =>
    places.flatMap((place) => keys.flatMap((key) => [place({ [key]: "own" }), place({ a: "b", [key]: "own" })]));
  return {
    accepted: [
      ...[...objects, ...pods].map((place) => place(free)),
      ...pods.flatMap((place) => others.map((key) => place({ [key]: "own" }))),
    ],
    refused: [...refused(objects, [...selector, ...others]), ...refused(pods, selector)],
  };
}

/** By the name of the chart; workloads lack an image. */
export const reservedLabels: Readonly<Record<string, DecisiveValues>> = {
  "batch-job": casesOf(ofWorkloads, ofPods),
  "csi-volume": casesOf(ofVolumes, []),
  "service-stage": casesOf(ofServers, ofPods),
  "stateful-stage": casesOf([...ofServers, (labels) => ({ headless: { labels } })], [...ofPods, ofReplicas]),
};
