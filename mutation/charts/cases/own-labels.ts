/** Spread constraints and affinity that name labels of the pods, or labels that the pods do not have. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";

const podLabels = { a: "a", b: "b", empty: "" };
const spread = (...constraints: readonly object[]): Values => ({
  podLabels,
  topologySpreadConstraints: constraints.map((more, i) => ({
    maxSkew: 1,
    topologyKey: `zone-${i}`,
    whenUnsatisfiable: "DoNotSchedule",
    labelSelector: {},
    ...more,
  })),
});
const labels = (matchLabels: object): object => ({ labelSelector: { matchLabels } });
const where = (...all: readonly (readonly [operator: string, key: string, ...values: string[]])[]): object => ({
  labelSelector: { matchExpressions: all.map(([operator, key, ...values]) => ({ key, operator, values })) },
});
const near = (...terms: readonly object[]): Values => ({
  podLabels,
  affinity: {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: terms.map((term) => ({
        topologyKey: "zone",
        labelSelector: {},
        ...term,
      })),
    },
  },
});

const [added, instance] = ["batch.kubernetes.io/controller-uid", "app.kubernetes.io/instance"];

/** Labels of the pods themselves, and those that they lack. */
export const ownLabels: DecisiveValues = {
  accepted: [
    spread({}, labels({ a: "a", b: "b", empty: "" }), { matchLabelKeys: ["a", instance] }),
    spread(where(["In", "a", "b", "a"], ["NotIn", "a", "b"], ["NotIn", "none", "a"], ["Exists", "a"])),
    spread(where(["Exists", "empty"], ["DoesNotExist", "none"])),
    near({ matchLabelKeys: ["a", instance], mismatchLabelKeys: ["b"] }),
  ],
  refused: [
    spread(labels({ a: "b" })),
    spread(labels({ a: "a", b: "a" }), {}),
    spread({}, labels({ none: "" })),
    spread(where(["In", "a", "b"])),
    spread(where(["Exists", "a"], ["NotIn", "a", "b", "a"])),
    spread(where(["Exists", "none"])),
    spread(where(["DoesNotExist", "empty"])),
    spread({}, { matchLabelKeys: ["a", "none"] }),
    near({ matchLabelKeys: ["a", "none"] }),
    near({ mismatchLabelKeys: ["none"] }),
  ],
};

/** A label that only a Job adds to its pods. */
export const labelsOfJobs: DecisiveValues = {
  accepted: [
    spread(labels({ [added]: "a" }), { ...where(["In", added, "a"]), matchLabelKeys: [added] }),
    near({ matchLabelKeys: [added] }),
  ],
  refused: [],
};
