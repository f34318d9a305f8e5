import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { BatchJob, definePipeline, type ServiceStageOptions } from "../../../../generator/mod.ts";
import { helmVersions } from "../../../helm-versions.ts";
import { useRenders } from "../../../pipeline/use-renders.ts";
import { at, only, useChart } from "../../service-stage/render-chart.ts";

const image = { repository: "busybox", tag: "1.36" };
type Containers = Pick<ServiceStageOptions, "initContainers" | "sidecars">;
type Started = { readonly name: string; readonly restartPolicy?: string };

/** What starts in which order before the main container; "+" after a name: it goes on running. */
const orders: readonly (readonly [title: string, containers: Containers, started: readonly string[]])[] = [
  [
    "native sidecars start after all init containers, unless they have an order",
    {
      initContainers: { wait: { image }, last: { image, order: 1000 } },
      sidecars: { a: { image, native: true }, log: { image, native: false }, "9": { image, native: true } },
    },
    ["wait", "last", "9+", "a+"],
  ],
  [
    "a database proxy starts before the migration that needs it",
    { initContainers: { migrate: { image } }, sidecars: { proxy: { image, native: true, order: -1 } } },
    ["proxy+", "migrate"],
  ],
  [
    "init containers and native sidecars of one order go by name",
    {
      initContainers: { b: { image }, d: { image, order: 5 }, off: { image, enabled: false } },
      sidecars: {
        a: { image, native: true, order: 0 },
        c: { image, native: true, order: 0 },
        e: { image, native: true, order: 5 },
        none: { image, native: true, order: -5, enabled: false },
      },
    },
    ["a+", "b", "c+", "d", "e+"],
  ],
];

const show = (containers: readonly Started[]) =>
  containers.map(({ name, restartPolicy }) => (restartPolicy === "Always" ? `${name}+` : name));

for (const version of helmVersions) {
  describe(`the order of init containers and native sidecars under Helm ${version}`, () => {
    for (const [chart, kind] of [
      [batchJob, "Job"],
      [serviceStage, "Deployment"],
    ] as const) {
      const onDisk = useChart(chart, version);
      for (const [title, containers, started] of orders) {
        it(`${title}, in ${chart.name}`, async () => {
          const object = only(await onDisk.render({ image, ...containers }), kind);
          const found = at(object, "spec", "template", "spec", "initContainers") as readonly Started[]; // as Kubernetes says
          assert.deepEqual(show(found), started);
        });
      }
    }
  });
}

describe("the order of init containers and native sidecars in a chain", () => {
  const { render } = useRenders();

  it("a database proxy starts before the migration of its stage, after all earlier stages", async () => {
    const containers = {
      initContainers: { migrate: { image } },
      sidecars: { proxy: { image, order: -1 }, log: { image } },
    };
    const stages = {
      extract: new BatchJob({ image, ...containers }),
      load: new BatchJob({ image, ...containers, dependsOn: ["extract"] }),
    };
    const pipeline = definePipeline({ name: "etl", version: "1.0.0", ordering: "inPod", stages });
    const job = (await render(pipeline)).one("Job");
    assert.deepEqual(show(job.spec?.template.spec?.initContainers ?? []), [
      ...["extract-proxy+", "extract-migrate", "extract-log+", "extract"],
      ...["load-proxy+", "load-migrate", "load-log+"],
    ]);
  });
});
