import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../../../generator/library/service-stage/chart.ts";
import { helmVersions } from "../../../../helm-versions.ts";
import { useChart } from "../../../service-stage/render-chart.ts";
import { testRefusals } from "../../../test-refusals.ts";

const image = { image: { repository: "nginx", tag: "1" } };
const sleep = (seconds: number): object => ({ sleep: { seconds } });

/** Lifecycles of a container in a pod that has 30 seconds to end, and the path of the handler that outlasts it. */
const lifecycles: readonly (readonly [lifecycle: object, path: string])[] = [
  [{}, ""],
  [{ preStop: sleep(30) }, ""],
  [{ preStop: sleep(31) }, "preStop"],
  [{ postStart: sleep(9007199254740991), preStop: sleep(31) }, "postStart"],
  [{ postStart: { exec: { command: ["true"] } }, preStop: { type: "sleep", ...sleep(60) } }, "preStop"],
  [{ preStop: { type: "exec", exec: { command: ["true"] }, ...sleep(60) } }, ""],
];
const refusalOf = (path: string): string =>
  path === "" ? "" : `lifecycle.${path}.sleep.seconds: expected at most terminationGracePeriodSeconds, by default 30`;

describe("checkLifecycle()", () => {
  testRefusals(
    "checkLifecycle() names the first handler that sleeps beyond the grace period",
    serviceStage,
    lifecycles.map(([lifecycle, path]) => ({ values: { ...image, lifecycle }, refusal: refusalOf(path) })),
  );

  testRefusals(
    "checkLifecycle() looks at sidecars, and at the grace period that the values give",
    serviceStage,
    [5, 6].map((terminationGracePeriodSeconds) => ({
      values: {
        ...image,
        terminationGracePeriodSeconds,
        sidecars: { a: { ...image, lifecycle: { preStop: sleep(6) } } },
      },
      refusal: terminationGracePeriodSeconds === 6 ? "" : `sidecars.a.${refusalOf("preStop")}`,
    })),
  );

  for (const version of helmVersions) {
    const chart = useChart(serviceStage, version);
    it(`checkLifecycle() leaves a handler alone that another type names, under Helm ${version}`, async () => {
      const preStop = { type: "exec", exec: { command: ["true"] }, ...sleep(60) };
      const objects = await chart.render({ ...image, lifecycle: { preStop } });
      assert.ok(JSON.stringify(objects).includes('"preStop":{"exec":{"command":["true"]}}'));
    });
  }
});
