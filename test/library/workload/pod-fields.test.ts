/** Fields of a pod that values give under Kubernetes' own names: that they are there, and what is refused of them. */
import assert from "node:assert/strict";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { podTemplatesOf } from "../../../generator/rules/pod-templates.ts";
import { validateValues } from "../../../generator/values/validate-values.ts";
import { testRefusals } from "../test-refusals.ts";

const charts = [batchJob, statefulStage, serviceStage];
const image = { repository: "app", tag: "1" };

type Spec = Readonly<Record<string, unknown>> & { readonly containers: readonly [Readonly<Record<string, unknown>>] };

/** The spec of the only pod of a chart that is not a test's. */
function specOf(chart: (typeof charts)[number], values: object): Spec {
  const objects = evaluateChart(chart, { values: { image, tests: { enabled: false }, ...values } });
  const [found] = objects.flatMap((object) => [...podTemplatesOf(object as never)]);
  return Object(found?.template)["spec"];
}

const podFields = {
  nodeName: "node-1",
  preemptionPolicy: "PreemptLowerPriority",
  resourceClaims: [{ name: "gpu", resourceClaimTemplateName: "one-gpu" }],
  os: { name: "linux" },
  hostname: "worker",
  subdomain: "workers",
  setHostnameAsFQDN: true,
  dnsPolicy: "None",
  dnsConfig: { nameservers: ["10.0.0.10"], searches: ["example.com"], options: [{ name: "ndots", value: "2" }] },
  enableServiceLinks: false,
  shareProcessNamespace: true,
  hostUsers: false,
  readinessGates: [{ conditionType: "example.com/ready" }],
};
const nodeFields = { hostNetwork: true, hostPID: true, hostIPC: true };
const containerFields = {
  terminationMessagePath: "/dev/reason",
  terminationMessagePolicy: "FallbackToLogsOnError",
  stdin: true,
  stdinOnce: true,
  tty: true,
  resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }],
};

/** Those fields of an object that another has, with their values. */
function pick(object: object, wanted: object): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => Object.hasOwn(wanted, key)));
}

describe("fields of a pod", () => {
  for (const chart of charts) {
    it(`${chart.name} gives the pod each field that its values have, and none that they lack`, () => {
      assert.deepEqual(pick(specOf(chart, podFields), podFields), podFields);
      assert.deepEqual(pick(specOf(chart, {}), { ...podFields, ...nodeFields, schedulingGates: [] }), {});
    });

    it(`${chart.name} gives the pod the node's namespaces, under podSecurity privileged`, () => {
      assert.deepEqual(pick(specOf(chart, { podSecurity: "privileged", ...nodeFields }), nodeFields), nodeFields);
    });

    it(`${chart.name} gives its containers each field that their values have`, () => {
      const [main] = specOf(chart, containerFields).containers;
      assert.deepEqual(pick(main, containerFields), containerFields);
    });
  }

  it("batch-job mounts volumes of each type with all that a mount can have", () => {
    const spec = specOf(batchJob, {
      podSecurity: "baseline",
      volumes: {
        tmp: { enabled: false },
        info: {
          mountPath: "/info",
          downwardAPI: { items: [{ path: "name", fieldRef: { fieldPath: "metadata.name" } }] },
        },
        model: { mountPath: "/model", image: { reference: "registry.example.com/model:3" } },
        shared: { mountPath: "/shared", subPathExpr: "$(POD)", nfs: { server: "nfs.example.com", path: "/exports" } },
        old: {
          mountPath: "/old",
          readOnly: true,
          recursiveReadOnly: "Enabled",
          mountPropagation: "None",
          fc: { wwids: ["3600508b400105e210000900000490000"] },
        },
      },
    });
    assert.deepEqual(spec["volumes"], [
      { name: "info", downwardAPI: { items: [{ path: "name", fieldRef: { fieldPath: "metadata.name" } }] } },
      { name: "model", image: { reference: "registry.example.com/model:3" } },
      { name: "old", fc: { wwids: ["3600508b400105e210000900000490000"] } },
      { name: "shared", nfs: { server: "nfs.example.com", path: "/exports" } },
    ]);
    assert.deepEqual(spec.containers[0]["volumeMounts"], [
      { name: "info", mountPath: "/info" },
      { name: "model", mountPath: "/model" },
      { name: "old", mountPath: "/old", readOnly: true, recursiveReadOnly: "Enabled", mountPropagation: "None" },
      { name: "shared", mountPath: "/shared", subPathExpr: "$(POD)" },
    ]);
  });

  it("batch-job makes a claim with the pod that has labels, annotations, a source and a selector", () => {
    const source = { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "before" };
    const selector = { matchLabels: { disk: "fast" } };
    const more = { labels: { a: "b" }, annotations: { c: "d" }, selector, dataSource: source };
    const { volumes } = specOf(batchJob, { volumes: { scratch: { ephemeral: { size: "1Gi", ...more } } } });
    const [{ ephemeral }] = volumes as [{ ephemeral: { volumeClaimTemplate: { metadata: object; spec: object } } }];
    const { metadata, spec } = ephemeral.volumeClaimTemplate;
    assert.deepEqual(pick(metadata, { annotations: {} }), { annotations: { c: "d" } });
    assert.equal(Object(metadata).labels.a, "b");
    assert.deepEqual(pick(spec, { selector, dataSource: source }), { selector, dataSource: source });
  });

  it("a user that is root takes away the default that forbids it, for a pod and for one container", () => {
    const root = { podSecurity: "baseline", podSecurityContext: { runAsUser: 0 } };
    for (const chart of charts) {
      const { runAsNonRoot, runAsUser } = Object(specOf(chart, root)["securityContext"]);
      assert.deepEqual([runAsNonRoot, runAsUser], [false, 0]);
      const one = specOf(chart, { podSecurity: "baseline", securityContext: { runAsUser: 0 } });
      assert.equal(Object(one["securityContext"]).runAsNonRoot, true);
      assert.equal(Object(one.containers[0]["securityContext"]).runAsNonRoot, false);
      assert.equal(Object(specOf(chart, {})["securityContext"]).runAsNonRoot, true);
    }
  });

  it("the Jobs of a CronJob have the labels by which the objects of a release, and of a team, are found", () => {
    const values = { image, kind: "CronJob", cron: { schedule: "@daily" }, commonLabels: { team: "data" } };
    const cronJob = evaluateChart(batchJob, { values }).find((object) => Object(object).kind === "CronJob");
    const { metadata, spec } = Object(cronJob);
    const { labels } = spec.jobTemplate.metadata;
    assert.deepEqual(pick(metadata.labels, labels), labels);
    assert.deepEqual(Object.keys(labels).sort(), ["app.kubernetes.io/instance", "app.kubernetes.io/name", "team"]);
  });

  it("what never works is refused by the schema, under the name of the value", () => {
    const refused: readonly (readonly [string, object])[] = [
      ["hostNetwork", { hostNetwork: true }],
      ["hostPID", { podSecurity: "baseline", hostPID: true }],
      ["shareProcessNamespace", { podSecurity: "privileged", hostPID: true, shareProcessNamespace: true }],
      ["hostIPC", { podSecurity: "privileged", hostUsers: false, hostIPC: true }],
      ["setHostnameAsFQDN", { hostnameOverride: "a.b", setHostnameAsFQDN: true }],
      ["dnsConfig", { dnsPolicy: "None" }],
      ["schedulingGates", { nodeName: "node-1", schedulingGates: [{ name: "example.com/gate" }] }],
      ["priorityClassName", { preemptionPolicy: "Never" }],
      [
        "securityContext.windowsOptions",
        { os: { name: "linux" }, securityContext: { windowsOptions: { runAsUserName: "a" } } },
      ],
      [
        "global.pipeline.gate.resources.claims",
        { global: { pipeline: { gate: { resources: { claims: [{ name: "gpu" }] } } } } },
      ],
      ["volumes.data.nfs", { volumes: { data: { nfs: { server: "nfs.example.com", path: "/" } } } }],
      ["volumes.data.subPath", { volumes: { data: { emptyDir: {}, subPath: "a", subPathExpr: "$(A)" } } }],
      ["volumes.data.readOnly", { volumes: { data: { emptyDir: {}, recursiveReadOnly: "Enabled", readOnly: false } } }],
    ];
    for (const chart of charts) {
      for (const [path, values] of refused) {
        const problems = validateValues(chart.schema, { image, ...values }).map((problem) => problem.path);
        assert.ok(problems.includes(path), `${chart.name} ${JSON.stringify(values)}: ${problems.join(", ")}`);
      }
    }
  });
});

const gates = [{ name: "example.com/a" }, { name: "example.com/b" }, { name: "example.com/a" }];
const claims = [{ name: "gpu", resourceClaimName: "one" }];
const searches = Array.from({ length: 9 }, (_, i) => `${i}${".example".repeat(31)}`);

testRefusals("the pod's lists have no two items of one name, and its containers no device that it lacks", batchJob, [
  {
    values: { image, schedulingGates: gates },
    refusal: "schedulingGates: expected a unique name, got example.com/a twice",
  },
  { values: { image, schedulingGates: gates.slice(0, 2) }, refusal: "" },
  {
    values: { image, resourceClaims: [...claims, ...claims] },
    refusal: "resourceClaims: expected a unique name, got gpu twice",
  },
  {
    values: { image, resourceClaims: claims, resources: { claims: [{ name: "gpu" }, { name: "disk" }] } },
    refusal: 'resources.claims: expected the name of an item of resourceClaims, got "disk"',
  },
  {
    values: { image, resourceClaims: claims, resources: { claims: [{ name: "gpu" }, { name: "gpu" }] } },
    refusal: "resources.claims: expected a unique pair of name and request, got gpu twice",
  },
  {
    values: {
      image,
      resourceClaims: claims,
      sidecars: { exporter: { image, resources: { claims: [{ name: "disk" }] } } },
    },
    refusal: 'sidecars.exporter.resources.claims: expected the name of an item of resourceClaims, got "disk"',
  },
  { values: { image, resourceClaims: claims, resources: { claims: [{ name: "gpu" }] } }, refusal: "" },
  {
    values: { image, dnsConfig: { searches } },
    refusal: "dnsConfig.searches: expected at most 2048 characters in all, with a space between two",
  },
  { values: { image, dnsConfig: { searches: searches.slice(0, 8) } }, refusal: "" },
  {
    values: {
      image,
      sidecars: {
        exporter: {
          image,
          resizePolicy: ["NotRequired", "NotRequired"].map((restartPolicy) => ({ resourceName: "cpu", restartPolicy })),
        },
      },
    },
    refusal: "sidecars.exporter.resizePolicy: expected a unique resourceName, got cpu twice",
  },
  {
    values: { image, volumes: { data: { mountPath: "/data", emptyDir: {}, mountPropagation: "Bidirectional" } } },
    refusal: "volumes.data.mountPropagation: expected container main to be privileged for Bidirectional",
  },
  {
    values: {
      image,
      podSecurity: "privileged",
      securityContext: { privileged: true, allowPrivilegeEscalation: true },
      volumes: { data: { mountPath: "/data", emptyDir: {}, mountPropagation: "Bidirectional" } },
    },
    refusal: "",
  },
  {
    values: { image, hostNetwork: true },
    refusal: 'hostNetwork violates podSecurity "restricted"',
    isUnchecked: true,
  },
  {
    values: { image, volumes: { data: { nfs: { server: "a", path: "/" } } } },
    refusal: 'volumes.data.nfs violates podSecurity "restricted"',
    isUnchecked: true,
  },
]);
