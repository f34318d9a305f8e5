import { describe } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const base = {
  image: { repository: "nginx", tag: "1" },
  podLabels: { tier: "web", empty: "" },
};
const spread = (...more: readonly object[]): object => ({
  ...base,
  topologySpreadConstraints: more.map((fields, i) => ({
    maxSkew: 1,
    topologyKey: `zone-${i}`,
    whenUnsatisfiable: "DoNotSchedule",
    labelSelector: {},
    ...fields,
  })),
});
const labels = (matchLabels: object): object => ({ labelSelector: { matchLabels } });
const where = (
  ...requirements: readonly (readonly [operator: string, key: string, ...values: string[]])[]
): object => ({
  labelSelector: {
    matchExpressions: requirements.map(([operator, key, ...values]) => ({
      key,
      operator,
      ...(values.length === 0 ? {} : { values }),
    })),
  },
});

/** Selectors of the pods themselves, whose chart is service-stage. */
const right: readonly object[] = [
  {},
  labels({}),
  labels({ "app.kubernetes.io/name": "service-stage", tier: "web", empty: "" }),
  labels({ "pod-template-hash": "1a2b3c" }),
  where(["In", "tier", "batch", "web"], ["NotIn", "tier", "batch"], ["NotIn", "none", "web"]),
  where(["Exists", "tier"], ["Exists", "empty"], ["DoesNotExist", "none"]),
  where(["In", "pod-template-hash", "a"], ["Exists", "pod-template-hash"]),
  { ...labels({ tier: "web" }), matchLabelKeys: ["pod-template-hash", "app.kubernetes.io/instance"] },
];

/** Selectors of other pods, each with the label by which they differ. */
const wrong: readonly (readonly [object, string])[] = [
  [labels({ app: "web" }), "app"],
  [labels({ none: "" }), "none"],
  [labels({ tier: "web", "app.kubernetes.io/name": "other" }), "app.kubernetes.io/name"],
  [labels({ "app.kubernetes.io/name": "not-this-one" }), "app.kubernetes.io/name"],
  [labels({ "batch.kubernetes.io/job-name": "a" }), "batch.kubernetes.io/job-name"],
  [where(["Exists", "tier"], ["In", "tier", "batch", "store"]), "tier"],
  [where(["In", "none", "web"]), "none"],
  [where(["NotIn", "tier", "batch", "web"]), "tier"],
  [where(["Exists", "none"]), "none"],
  [where(["DoesNotExist", "empty"]), "empty"],
];

describe("checkSpreadLabels()", () => {
  testRefusals("checkSpreadLabels() refuses a spread constraint that selects no pods of its stage", serviceStage, [
    ...right.map((constraint) => ({ values: spread(constraint), refusal: "", isNamed: true })),
    ...wrong.map(([constraint, label], i) => ({
      values: spread({}, constraint),
      refusal: `topologySpreadConstraints.1.labelSelector: expected to select the pods that it spreads, got a mismatch in ${label}`,
      isComputedOnly: i % 2 === 1,
    })),
  ]);

  testRefusals("checkSpreadLabels() refuses keys of labels that Kubernetes would ignore", serviceStage, [
    {
      values: spread({}, { matchLabelKeys: ["tier", "tenant"] }),
      refusal:
        "topologySpreadConstraints.1.matchLabelKeys: expected labels of the pods, such as those in podLabels, got tenant",
    },
  ]);

  testRefusals("checkSpreadLabels() refuses a label both in matchLabelKeys and in the selector", serviceStage, [
    ...[labels({ tier: "web" }), where(["Exists", "empty"], ["In", "tier", "web"])].map((selector) => ({
      values: spread({}, { ...selector, matchLabelKeys: ["app.kubernetes.io/name", "tier"] }),
      refusal: "topologySpreadConstraints.1: expected tier in matchLabelKeys or in labelSelector, got it in both",
    })),
  ]);

  testRefusals("checkSpreadLabels() knows the labels that a Job adds to its pods", batchJob, [
    { values: spread({ matchLabelKeys: ["batch.kubernetes.io/job-name", "controller-uid"] }), refusal: "" },
    {
      values: spread({ matchLabelKeys: ["pod-template-hash"] }),
      refusal:
        "topologySpreadConstraints.0.matchLabelKeys: expected labels of the pods, such as those in podLabels, got pod-template-hash",
    },
  ]);

  testRefusals("checkSpreadLabels() knows the labels that a StatefulSet adds to its pods", statefulStage, [
    { values: spread(labels({ "statefulset.kubernetes.io/pod-name": "a-0" })), refusal: "" },
    {
      values: spread(labels({ "pod-template-hash": "a" })),
      refusal:
        "topologySpreadConstraints.0.labelSelector: expected to select the pods that it spreads, got a mismatch in pod-template-hash",
    },
  ]);

  testRefusals("checkSpreadLabels() takes a constraint without a selector where the schema is skipped", batchJob, [
    {
      values: { ...base, topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "zone" }] },
      refusal: "",
      isUnchecked: true,
    },
  ]);
});
