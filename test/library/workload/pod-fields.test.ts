/** Fields of a pod that values give under Kubernetes' own names: that they are there, and what is refused of them. */
import assert from "node:assert/strict";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { BatchJob, definePipeline, evaluate } from "../../../generator/mod.ts";
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
  priorityClassName: "high",
  runtimeClassName: "gvisor",
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
const rules = [{ action: "Restart", exitCodes: { operator: "In", values: [42] } }];
const nodeFields = { hostNetwork: true, hostPID: true, hostIPC: true };
const containerFields = {
  terminationMessagePath: "/dev/reason",
  terminationMessagePolicy: "FallbackToLogsOnError",
  stdin: true,
  stdinOnce: true,
  tty: true,
  restartPolicyRules: rules,
  resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }],
};

const fileVariable = (volumeName: string, path: string) => ({
  env: { A: { valueFrom: { fileKeyRef: { volumeName, path, key: "A" } } } },
});

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
      const [main] = specOf(chart, { ...containerFields, containerRestartPolicy: "Never" }).containers;
      const wanted = { ...containerFields, restartPolicy: "Never" };
      assert.deepEqual(pick(main, wanted), wanted);
    });

    it(`${chart.name} gives each container its own restart policy, and a port its port of the node`, () => {
      const port = { containerPort: 80, hostPort: 8080, hostIP: "10.0.0.1" };
      const { initContainers, containers } = specOf(chart, {
        podSecurity: "privileged",
        ports: { http: port },
        initContainers: { prepare: { image, restartPolicy: "OnFailure", restartPolicyRules: rules } },
        sidecars: { log: { image, native: false, restartPolicy: "Never" }, proxy: { image, native: true } },
      });
      const policies = [initContainers, containers].flat().map((one) => [Object(one).name, Object(one).restartPolicy]);
      assert.deepEqual(Object.fromEntries(policies), {
        prepare: "OnFailure",
        proxy: "Always",
        main: undefined,
        log: "Never",
      });
      assert.deepEqual(containers[0]["ports"], [{ name: "http", protocol: "TCP", ...port }]);
    });

    it(`${chart.name} gives the pod the resources that its containers share`, () => {
      const podResources = { requests: { cpu: 1 }, limits: { cpu: "2", memory: "1Gi" } };
      assert.deepEqual(specOf(chart, { podResources })["resources"], podResources);
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

  it("batch-job ends each of its pods at activeDeadlineSeconds", () => {
    assert.equal(specOf(batchJob, { activeDeadlineSeconds: 60 })["activeDeadlineSeconds"], 60);
  });

  it("a claim has a limit of its size, wherever it stands", () => {
    const wanted = { requests: { storage: "1Gi" }, limits: { storage: "2Gi" } };
    const sizes = { mountPath: "/a", size: "1Gi", sizeLimit: "2Gi" };
    const { mountPath, ...claim } = sizes;
    const { volumes } = specOf(batchJob, { volumes: { a: { mountPath, ephemeral: claim } } });
    assert.deepEqual(Object(volumes)[0].ephemeral.volumeClaimTemplate.spec.resources, wanted);
    const own = evaluateChart(batchJob, { values: { image, volumes: { a: { mountPath, claim } } } });
    assert.deepEqual(Object(own.find((one) => Object(one).kind === "PersistentVolumeClaim")).spec.resources, wanted);
    const ofReplicas = evaluateChart(statefulStage, { values: { image, persistence: { a: sizes } } });
    const { spec } = Object(ofReplicas.find((one) => Object(one).kind === "StatefulSet"));
    assert.deepEqual(spec.volumeClaimTemplates[0].spec.resources, wanted);
  });

  it("a variable from a file names the volume as the pod does, in a chain too", () => {
    const fileKeyRef = { volumeName: "tmp", path: "job.env", key: "RUN" };
    const env = { RUN: { valueFrom: { fileKeyRef } } };
    const [main] = specOf(batchJob, { env }).containers;
    assert.deepEqual(main["env"], [{ name: "RUN", valueFrom: { fileKeyRef } }]);
    const chain = definePipeline({
      name: "etl",
      version: "1.0.0",
      stages: { extract: new BatchJob({ image, env }), load: new BatchJob({ image, dependsOn: ["extract"] }) },
    });
    const { volumes, initContainers } = evaluate(chain).one("Job", "load").spec?.template.spec ?? {};
    const { volumeName } = Object(initContainers?.[0]?.env?.[0]?.valueFrom).fileKeyRef;
    assert.equal(volumeName, "extract-tmp");
    assert.ok(volumes?.some(({ name, emptyDir }) => name === volumeName && emptyDir !== undefined));
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
    assert.deepEqual(Object.keys(labels).sort(), [
      "app.kubernetes.io/component",
      "app.kubernetes.io/instance",
      "app.kubernetes.io/name",
      "app.kubernetes.io/part-of",
      "team",
    ]);
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
      ["ports.http.hostPort", { ports: { http: { containerPort: 80, hostPort: 80 } } }],
      [
        "sidecars.a.ports.http.hostPort",
        { sidecars: { a: { image, ports: { http: { containerPort: 80, hostPort: 80 } } } } },
      ],
      [
        "ports.http.hostPort",
        { podSecurity: "privileged", ports: { http: { containerPort: 80, hostIP: "10.0.0.1" } } },
      ],
      ["containerRestartPolicy", { restartPolicyRules: rules }],
      ["containerRestartPolicy", { containerRestartPolicy: "Always" }],
      ["sidecars.a.restartPolicy", { sidecars: { a: { image, native: true, restartPolicy: "Never" } } }],
      ["sidecars.a.restartPolicy", { sidecars: { a: { image, native: false, restartPolicyRules: rules } } }],
      ["securityContext.procMount", { podSecurity: "privileged", securityContext: { procMount: "Unmasked" } }],
      ["podResources.claims", { podResources: { claims: [{ name: "gpu" }] } }],
      ["env.A.valueFrom.fileKeyRef.path", fileVariable("tmp", "../a")],
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

const privileged = { image, podSecurity: "privileged" };
const port = (containerPort: number, hostPort?: number, hostIP?: string) => ({
  http: { containerPort, ...(hostPort === undefined ? {} : { hostPort }), ...(hostIP === undefined ? {} : { hostIP }) },
});
const sidecarWith = (ports: object) => ({ sidecars: { proxy: { image, ports } } });

testRefusals(
  "a port of the node needs permission, belongs to one container, and is its own in the node's network",
  batchJob,
  [
    {
      values: { image, podSecurity: "baseline", ports: port(80, 80) },
      refusal: 'ports.http.hostPort violates podSecurity "baseline"',
      isUnchecked: true,
    },
    {
      values: { image, initContainers: { a: { image, ports: port(80, 80) } } },
      refusal: 'initContainers.a.ports.http.hostPort violates podSecurity "restricted"',
      isUnchecked: true,
    },
    { values: { ...privileged, ports: port(80, 8080) }, refusal: "" },
    {
      values: { ...privileged, hostNetwork: true, ports: port(80, 8080) },
      refusal: "ports.http.hostPort: expected containerPort, 80, in the network of the node, got 8080",
    },
    { values: { ...privileged, hostNetwork: true, ports: port(80, 80) }, refusal: "" },
    {
      values: { ...privileged, ports: port(80, 8080), ...sidecarWith(port(81, 8080)) },
      refusal: "sidecars.proxy.ports.http: expected a unique port of the node, got TCP :8080 as in ports.http",
    },
    {
      values: { ...privileged, hostNetwork: true, ports: port(80), ...sidecarWith(port(80)) },
      refusal: "sidecars.proxy.ports.http: expected a unique port of the node, got TCP :80 as in ports.http",
    },
    {
      values: { ...privileged, ports: port(80, 80, "10.0.0.1"), ...sidecarWith(port(80, 80, "10.0.0.2")) },
      refusal: "",
    },
    { values: { ...privileged, ports: port(80), ...sidecarWith(port(80)) }, refusal: "" },
  ],
);

testRefusals("a variable is read from a file in an emptyDir of the pod", batchJob, [
  { values: { image, ...fileVariable("tmp", "a") }, refusal: "" },
  {
    values: { image, ...fileVariable("none", "a") },
    refusal: 'env.A.valueFrom.fileKeyRef.volumeName: expected a volume of type emptyDir, got "none"',
  },
  {
    values: { image, volumes: { tmp: { enabled: false } }, sidecars: { log: { image, ...fileVariable("tmp", "a") } } },
    refusal: 'sidecars.log.env.A.valueFrom.fileKeyRef.volumeName: expected a volume of type emptyDir, got "tmp"',
  },
  {
    values: {
      image,
      volumes: { data: { mountPath: "/data", existingClaim: "data" } },
      initContainers: { a: { image, ...fileVariable("data", "a") } },
    },
    refusal: 'initContainers.a.env.A.valueFrom.fileKeyRef.volumeName: expected a volume of type emptyDir, got "data"',
  },
]);

testRefusals("a claim is not larger than its limit", statefulStage, [
  {
    values: { image, persistence: { data: { mountPath: "/data", size: "2Gi", sizeLimit: "1500Mi" } } },
    refusal: "persistence.data.size: expected at most sizeLimit, 1500Mi, got 2Gi",
  },
  { values: { image, persistence: { data: { mountPath: "/data", size: "1Gi", sizeLimit: "1024Mi" } } }, refusal: "" },
  {
    values: { image, volumes: { a: { mountPath: "/a", ephemeral: { size: "2Gi", sizeLimit: "1Gi" } } } },
    refusal: "volumes.a.ephemeral.size: expected at most sizeLimit, 1Gi, got 2Gi",
  },
]);

const asks = (cpu: string | number, limit?: string) => ({
  resources: { requests: { cpu }, ...(limit === undefined ? {} : { limits: { cpu: limit } }) },
});

testRefusals("the resources of a pod have room for those of its containers", batchJob, [
  {
    values: { image, podResources: { requests: { cpu: 2 }, limits: { cpu: 1 } } },
    refusal: "podResources.requests.cpu: expected at most limits.cpu, 1, got 2",
  },
  {
    values: { image, podResources: { limits: { cpu: 1 } }, ...asks("100m", "2") },
    refusal: 'resources.limits.cpu: expected at most podResources.limits.cpu, 1, got "2"',
  },
  {
    values: {
      image,
      podResources: { requests: { cpu: "300m" } },
      ...asks("100m"),
      sidecars: { log: { image, ...asks("201m") } },
    },
    refusal: 'podResources.requests.cpu: expected at least the requests of all containers together, got "300m"',
  },
  {
    values: {
      image,
      podResources: { requests: { cpu: "300m" } },
      ...asks("100m"),
      sidecars: { log: { image, ...asks(0.2) } },
    },
    refusal: "",
  },
  {
    values: { image, podResources: { limits: { cpu: 1 } }, initContainers: { a: { image, ...asks(2) } } },
    refusal: "initContainers.a.resources.requests.cpu: expected at most podResources.requests.cpu, 1, got 2",
  },
]);

const probeAt = (probePort: string | number) => ({ livenessProbe: { httpGet: { path: "/", port: probePort } } });
const off = { http: { containerPort: 80, enabled: false } };

testRefusals("a probe or handler reaches a port that its own container names, or a number", batchJob, [
  {
    values: { image, ...probeAt("http") },
    refusal: 'livenessProbe.httpGet.port: expected a number, or a port of the container by its name, got "http"',
  },
  { values: { image, ...probeAt(8080) }, refusal: "" },
  { values: { image, ...probeAt("http"), ports: port(80) }, refusal: "" },
  {
    values: { image, ...probeAt("http"), ports: off },
    refusal: 'livenessProbe.httpGet.port: expected a number, or a port of the container by its name, got "http"',
  },
  {
    values: {
      image,
      ports: port(80),
      sidecars: { log: { image, lifecycle: { preStop: { tcpSocket: { port: "http" } } } } },
    },
    refusal:
      'sidecars.log.lifecycle.preStop.tcpSocket.port: expected a number, or a port of the container by its name, got "http"',
  },
  {
    values: {
      image,
      startupProbe: { type: "exec", exec: { command: ["true"] }, tcpSocket: { port: "left-over" } },
      sidecars: { log: { image, enabled: false, ...probeAt("http") } },
    },
    refusal: "",
  },
]);

describe("resources of a pod in a pipeline", () => {
  const tiny = { podResources: { limits: { memory: "1Mi" } } };

  it("podResources have room for the container of a gate", () => {
    const stages = { seed: new BatchJob({ image }), load: new BatchJob({ image, dependsOn: ["seed"], ...tiny }) };
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages, ordering: "gates" });
    assert.throws(
      () => evaluate(pipeline),
      /load: global[.]pipeline[.]gate[.]resources[.]limits[.]memory: expected at most podResources[.]limits[.]memory/,
    );
  });

  it("podResources are refused where earlier stages run in the pod", () => {
    const stages = { seed: new BatchJob({ image }), load: new BatchJob({ image, dependsOn: ["seed"], ...tiny }) };
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages, ordering: "inPod" });
    assert.throws(() => evaluate(pipeline), /load: podResources: expected none where earlier stages run in the pod/);
  });
});
