import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { shrinkTrial } from "./shrink-trial.ts";
import type { Trial } from "./trial.ts";

describe("shrinkTrial()", () => {
  it("shrinkTrial() leaves what matters: of a map the keys, of a list the items, of a plan the stages", () => {
    const stage = { kind: "BatchJob", dependsOn: ["a"], mounts: [], reads: [] } as const;
    const trial: Trial = {
      subject: {
        kind: "plan",
        plan: {
          name: "p",
          ordering: "none",
          rerun: "self",
          volumes: [{ name: "data", values: {} }],
          stages: [
            { ...stage, name: "a", values: { image: "x" } },
            { ...stage, name: "b", values: { command: ["x", "y"] } },
          ],
          environments: { prod: {} },
        },
      },
      options: { environment: "prod", alias: "c1", values: { a: { list: [1, 2, 3], more: true }, b: {} } },
    };
    const smallest = shrinkTrial(trial, ({ subject, options }) => {
      const plan = subject.kind === "plan" ? subject.plan : assert.fail("a plan stays one");
      return JSON.stringify(options.values).includes("2") && plan.stages.some(({ name }) => name === "b");
    });
    assert.deepEqual(smallest, {
      subject: {
        kind: "plan",
        plan: {
          name: "p",
          ordering: "none",
          rerun: "self",
          volumes: [],
          stages: [{ name: "b", kind: "BatchJob", values: {}, dependsOn: [], mounts: [], reads: [] }],
          environments: {},
        },
      },
      options: { values: { a: { list: [2] } } },
    });
  });
});
