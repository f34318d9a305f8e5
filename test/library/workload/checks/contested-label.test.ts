import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { contestedLabel } from "../../../../generator/library/workload/checks/contested-label.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

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

describe("contestedLabel()", () => {
  it("contestedLabel() finds the same in both languages", async () => {
    const build = contestedLabel as Case["build"]; // of an affinity
    await assertAgreement([...right, ...wrong].map((one) => ({ title: JSON.stringify(one), args: [one], build })));
  });

  for (const version of helmVersions) {
    const chart = useChart(serviceStage, version);
    const image = { image: { repository: "nginx", tag: "1" } };
    it(`contestedLabel() is refused in each kind of affinity, under Helm ${version}`, async () => {
      for (const affinity of wrong) {
        assert.match(
          await chart.refusal({ ...image, affinity }),
          /affinity: expected b in matchLabelKeys or in mismatchLabelKeys of a term, got it in both/,
        );
      }
      for (const affinity of right) await chart.render({ ...image, affinity });
    });
  }
});
