import { describe } from "mocha";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const term = (matchLabelKeys: readonly string[], mismatchLabelKeys: readonly string[]): object => ({
  labelSelector: {},
  matchLabelKeys,
  mismatchLabelKeys,
  topologyKey: "zone",
});
const required = (one: object): object => ({ requiredDuringSchedulingIgnoredDuringExecution: [one] });
const preferred = (podAffinityTerm: object): object => ({
  preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm }],
});

const right: readonly object[] = [
  {},
  { podAffinity: {} },
  { podAffinity: required(term(["a"], ["b"])), podAntiAffinity: preferred(term(["b"], ["a"])) },
];
const wrong: readonly object[] = [
  { podAffinity: required(term(["a", "b"], ["b"])) },
  { podAffinity: required(term(["a"], ["c"])), podAntiAffinity: preferred(term(["b"], ["a", "b"])) },
];

describe("checkAffinityLabels()", () => {
  const image = { image: { repository: "nginx", tag: "1" }, podLabels: { a: "a", b: "b", c: "c" } };
  const refusal = "affinity: expected b in matchLabelKeys or in mismatchLabelKeys of a term, got it in both";

  testRefusals("checkAffinityLabels() refuses a label that is in both lists, in each kind of affinity", serviceStage, [
    ...wrong.map((affinity) => ({ values: { ...image, affinity }, refusal })),
    ...right.map((affinity) => ({ values: { ...image, affinity }, refusal: "" })),
  ]);

  const byLabel = { labelSelector: { matchLabels: { c: "c", b: "b" } } };
  const byKey = { labelSelector: { matchExpressions: [{ key: "b", operator: "Exists" }] } };
  testRefusals("checkAffinityLabels() refuses a label both in matchLabelKeys and in the selector", serviceStage, [
    ...[byLabel, byKey].flatMap((selector) => [
      ...[required, preferred].flatMap((terms) =>
        ["podAffinity", "podAntiAffinity"].map((kind, i) => ({
          values: { ...image, affinity: { [kind]: terms({ ...term(["a", "b"], []), ...selector }) } },
          refusal: "affinity: expected b in matchLabelKeys or in labelSelector, got it in both",
          isComputedOnly: i === 1,
        })),
      ),
      {
        values: { ...image, affinity: { podAffinity: required({ ...term(["a"], ["b"]), ...selector }) } },
        refusal: "",
      },
    ]),
  ]);

  testRefusals("checkAffinityLabels() refuses keys of labels that the pods do not have", serviceStage, [
    { values: { ...image, affinity: { podAffinity: required(term(["pod-template-hash"], ["a"])) } }, refusal: "" },
    ...[
      { podAffinity: required(term(["a", "tenant"], [])) },
      { podAffinity: preferred(term(["a"], ["tenant"])) },
      { podAntiAffinity: required(term([], ["a", "tenant"])) },
    ].map((affinity) => ({
      values: { ...image, affinity },
      refusal: "affinity: expected labels of the pods, such as those in podLabels, got tenant",
    })),
  ]);
});
