/** Security contexts of pods on OpenShift, which sets the ids of users and groups itself. */
import assert from "node:assert/strict";
import { evaluateChart } from "../../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { BatchJob, definePipeline, evaluate, ServiceStage } from "../../../../generator/mod.ts";
import { podTemplatesOf } from "../../../../generator/rules/pod-templates.ts";
import { validateValues } from "../../../../generator/values/validate-values.ts";
import { testRefusals } from "../../test-refusals.ts";

const charts = [batchJob, statefulStage, serviceStage];
const image = { repository: "app", tag: "1" };

interface Container {
  readonly name: string;
  readonly securityContext: object;
}
interface Spec {
  readonly securityContext?: object;
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
}

/** The security contexts of all pods among some objects, of tests too, and of their containers. */
function contextsOf(objects: readonly object[]): readonly object[] {
  return objects
    .flatMap((object) => [...podTemplatesOf(object as never)])
    .flatMap(({ template }) => {
      const { securityContext, initContainers = [], containers } = (template as unknown as { spec: Spec }).spec;
      return [
        securityContext ?? {},
        ...[...initContainers, ...containers].map((container) => container.securityContext),
      ];
    });
}

const ids = ["runAsUser", "runAsGroup", "fsGroup"];

function withoutIds(contexts: readonly object[]): readonly object[] {
  return contexts.map((context) => Object.fromEntries(Object.entries(context).filter(([key]) => !ids.includes(key))));
}

const values = {
  image,
  securityContext: { runAsUser: 101, runAsGroup: 101 },
  sidecars: { exporter: { image, securityContext: { runAsUser: 102 } } },
  initContainers: { prepare: { image } },
  service: { ports: { http: { port: 80 } } },
  ports: { http: { containerPort: 80 } },
};

describe("security contexts on OpenShift", () => {
  for (const chart of charts) {
    it(`${chart.name} leaves runAsUser, runAsGroup and fsGroup to the cluster, in its test too, and nothing else`, () => {
      const { service, ...others } = values;
      const own = chart === batchJob ? others : { ...others, service };
      const restricted = contextsOf(evaluateChart(chart, { values: own }));
      const openshift = contextsOf(evaluateChart(chart, { values: { ...own, podSecurity: "openshift" } }));
      assert.equal(
        restricted.filter((context) => Object.hasOwn(context, "runAsUser")).length,
        4,
        "pod, two containers, test",
      );
      assert.deepEqual(openshift, withoutIds(restricted));
    });

    it(`${chart.name} refuses on OpenShift what it refuses at level restricted`, () => {
      for (const [path, more] of [
        ["securityContext.privileged", { securityContext: { privileged: true } }],
        ["securityContext.runAsUser", { securityContext: { runAsUser: 0 } }],
        ["hostNetwork", { hostNetwork: true }],
        ["volumes.data.nfs", { volumes: { data: { nfs: { server: "nfs.example.com", path: "/" } } } }],
      ] as const) {
        const problems = validateValues(chart.schema, { image, podSecurity: "openshift", ...more });
        assert.ok(problems.map((problem) => problem.path).includes(path), path);
      }
    });
  }

  it("a pipeline leaves the ids to the cluster in gates, and in its test where a stage does", () => {
    const pipelineOf = (podSecurity: "restricted" | "openshift") =>
      definePipeline({
        name: "etl",
        version: "1.0.0",
        stages: {
          store: new ServiceStage({
            image,
            podSecurity,
            ports: { http: { containerPort: 80 } },
            service: { ports: { http: { port: 80 } } },
          }),
          load: new BatchJob({ image, dependsOn: ["store"] }),
        },
        environments: { openshift: { load: { podSecurity: "openshift" } } },
      });
    const openshift = contextsOf(evaluate(pipelineOf("openshift"), { environment: "openshift" }).objects);
    assert.deepEqual(openshift, withoutIds(openshift));
    assert.deepEqual(openshift, withoutIds(contextsOf(evaluate(pipelineOf("restricted")).objects)));
    const mixed = contextsOf(evaluate(pipelineOf("openshift")).objects);
    assert.equal(mixed.filter((context) => Object.hasOwn(context, "fsGroup")).length, 1, "only the pod of load");
  });
});

testRefusals("without the schema, OpenShift is as strict as level restricted", batchJob, [
  {
    values: { image, podSecurity: "openshift", securityContext: { runAsUser: 0 } },
    refusal: 'securityContext.runAsUser violates podSecurity "openshift"',
    isUnchecked: true,
  },
  {
    values: { image, podSecurity: "openshift", volumes: { data: { nfs: { server: "a", path: "/" } } } },
    refusal: 'volumes.data.nfs violates podSecurity "openshift"',
    isUnchecked: true,
  },
  { values: { image, podSecurity: "openshift", hostIPC: false }, refusal: "" },
]);
