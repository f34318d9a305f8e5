import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { assertAccepts, assertRefuses, listErrors } from "./check-values.ts";

describe("kubernetesDefinitions, scheduling", () => {
  it("Toleration refuses an operator in lower case and combinations that Kubernetes refuses", () => {
    assertAccepts(
      "Toleration",
      { operator: "Exists" },
      { key: "dedicated", value: "gpu", effect: "NoSchedule" },
      { key: "example.com/a", operator: "Exists", effect: "NoExecute", tolerationSeconds: 300 },
    );
    assertRefuses(
      "Toleration",
      [{ key: "a", operator: "exists" }, "/operator: must be equal to one of the allowed values"],
      [{ key: "a", operator: "Gt", value: "1" }, "/operator: must be equal to one of the allowed values"],
      [{ value: "a" }, ": must have required property 'operator'"],
      [{ operator: "Equal", value: "a" }, "/operator: must be equal to constant"],
      [{ key: "a", operator: "Exists", value: "b" }, "/value: must be equal to constant"],
      [{ key: "a", effect: "NoSchedule", tolerationSeconds: 1 }, "/effect: must be equal to constant"],
      [{ key: "a", tolerationSeconds: 1.5, effect: "NoExecute" }, "/tolerationSeconds: must be integer"],
    );
  });

  it("Affinity refuses a misspelt key at any depth", () => {
    const withRequirement = (requirement: unknown): unknown => ({
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [requirement] }],
        },
      },
    });
    const place = "/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/matchExpressions/0";
    assertAccepts(
      "Affinity",
      withRequirement({ key: "kubernetes.io/arch", operator: "In", values: ["amd64"] }),
      withRequirement({ key: "gpus", operator: "Gt", values: ["2"] }),
      withRequirement({ key: "gpus", operator: "Lt", values: ["0008999999999999999999"] }),
      withRequirement({ key: "gpus", operator: "Exists" }),
    );
    assertRefuses(
      "Affinity",
      [
        withRequirement({ key: "a", operater: "In", values: ["b"] }),
        `${place}: must NOT have additional properties operater`,
      ],
      [withRequirement({ key: "a", operator: "In" }), `${place}: must have required property 'values'`],
      [
        withRequirement({ key: "a", operator: "Exists", values: ["b"] }),
        `${place}/values: must NOT have more than 0 items`,
      ],
      [
        withRequirement({ key: "a", operator: "Lt", values: ["1", "2"] }),
        `${place}/values: must NOT have more than 1 items`,
      ],
      ...["many", "1.5", "2Gi", "", "9223372036854775808"].map((value): [unknown, string] => [
        withRequirement({ key: "a", operator: "Gt", values: [value] }),
        `${place}/values/0: must match pattern "^0*([0-9]{1,18}|[1-8][0-9]{18})$"`,
      ]),
      [
        { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } },
        "/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms: must NOT have fewer than 1 items",
      ],
      [{ nodeAffinty: {} }, ": must NOT have additional properties nodeAffinty"],
    );
  });

  it("Affinity selects nodes by their name only, and by one name", () => {
    const withField = (field: unknown): unknown => ({
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchFields: [field] } }],
      },
    });
    const place = "/nodeAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/preference/matchFields/0";
    assertAccepts("Affinity", withField({ key: "metadata.name", operator: "In", values: ["a"] }));
    assertRefuses(
      "Affinity",
      [withField({ key: "a", operator: "In", values: ["a"] }), `${place}/key: must be equal to constant`],
      [
        withField({ key: "metadata.name", operator: "Exists" }),
        `${place}/operator: must be equal to one of the allowed values`,
      ],
      [
        withField({ key: "metadata.name", operator: "In", values: ["a", "b"] }),
        `${place}/values: must NOT have more than 1 items`,
      ],
    );
  });

  it("Affinity requires a selector, without which a term selects no pods", () => {
    const place = "/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0";
    const withTerm = (more: object): unknown => ({
      podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "zone", ...more }] },
    });
    assertAccepts("Affinity", withTerm({ labelSelector: {} }));
    for (const term of [{}, { matchLabelKeys: ["pod-template-hash"] }]) {
      assertRefuses("Affinity", [withTerm(term), `${place}: must have required property 'labelSelector'`]);
    }
  });

  it("Affinity checks weights and topology keys", () => {
    const withTerm = (weight: number, topologyKey: string): unknown => ({
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight, podAffinityTerm: { topologyKey, labelSelector: { matchLabels: { "example.com/app": "a" } } } },
        ],
      },
    });
    const place = "/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0";
    assertAccepts("Affinity", withTerm(100, "kubernetes.io/hostname"));
    assertRefuses("Affinity", [withTerm(101, "zone"), `${place}/weight: must be <= 100`]);
    assert.equal(listErrors("Affinity", withTerm(1, "")).length, 1);
  });

  it("LabelSelector refuses keys and values that no label can have", () => {
    assertAccepts(
      "LabelSelector",
      {},
      { matchLabels: { a: "", "example.com/A_b.c": "1" }, matchExpressions: [{ key: "a", operator: "DoesNotExist" }] },
    );
    assertRefuses(
      "LabelSelector",
      [{ matchLabels: { "a b": "c" } }, "/matchLabels: must NOT have additional properties a b"],
      [{ matchLabels: { a: 1 } }, "/matchLabels/a: must be string"],
      [{ matchLabel: { a: "b" } }, ": must NOT have additional properties matchLabel"],
    );
    for (const value of ["-a", "a b", "a".repeat(64)]) {
      assert.equal(listErrors("LabelSelector", { matchLabels: { a: value } }).length, 1, value);
    }
  });

  it("TopologySpreadConstraint refuses minDomains without DoNotSchedule", () => {
    const constraint = { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway", labelSelector: {} };
    assertAccepts("TopologySpreadConstraint", constraint);
    assertRefuses(
      "TopologySpreadConstraint",
      [{ ...constraint, minDomains: 2 }, "/whenUnsatisfiable: must be equal to constant"],
      [{ ...constraint, maxSkew: 0 }, "/maxSkew: must be >= 1"],
    );
  });
});
