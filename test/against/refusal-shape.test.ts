import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { library } from "../../generator/library/library.ts";
import { refusalShape } from "./refusal-shape.ts";

const models = library.map((chart) => chart.values as JsonSchema); // a TypeBox schema is a JSON schema

describe("refusalShape()", () => {
  for (const [message, shape] of [
    [
      'volumes.a.mounts.b.container: no container is called "c"',
      "volumes.*.mounts.*.container: no container is called *",
    ],
    [
      "networkPolicy.ingress.0.from.2.ipBlock: expected no bits beyond the prefix, got 10.1.0.0/8",
      "networkPolicy.ingress.*.from.*.ipBlock: expected no bits beyond the prefix, got *",
    ],
    [
      "sidecars.main: expected a name of its own, got that of initContainers.main",
      "sidecars.*: expected a name of its own, got that of initContainers.*",
    ],
    [
      'resources.requests.memory: expected at most limits.memory, "1Gi", got "2Gi"',
      "resources.requests.memory: expected at most limits.*, got *",
    ],
    [
      'Cannot define pipeline "p": load.dependsOn: expected dependencies without a cycle, got a cycle',
      "Cannot define pipeline *: *.dependsOn: expected dependencies without a cycle",
    ],
    [
      'Cannot define environment dev-2 of pipeline "p": load.dependsOn: expected no dependency on a CronJob, got load -> a',
      "Cannot define environment * of pipeline *: *.dependsOn: expected no dependency on a CronJob",
    ],
  ] as const) {
    it(`refusalShape() leaves out of "${message}" what values choose`, () => {
      assert.equal(refusalShape(models, message), shape);
    });
  }
});
