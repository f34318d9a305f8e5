/** Fields that a cluster's Kubernetes is too old for. */
import assert from "node:assert/strict";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { BatchJob, definePipeline, evaluate } from "../../../generator/mod.ts";
import { NEWER_FIELDS, NEWEST_FIELD } from "../../../generator/values/kubernetes/newer-fields.ts";
import { helmVersions } from "../../helm-versions.ts";
import { useChart } from "../service-stage/render-chart.ts";

const image = { repository: "app", tag: "1" };
const claim = { size: "1Gi", volumeAttributesClassName: "fast" };
const indexed = { completionMode: "Indexed", completions: 2 };
const sleep = { preStop: { sleep: { seconds: 1 } } };
const token = { signerName: "example.com/signer", keyType: "ED25519", credentialBundlePath: "bundle.pem" };
const model = { mountPath: "/model", image: { reference: "registry.example.com/model:3" } };
const zones = { topologyKey: "zone", labelSelector: {}, matchLabelKeys: ["app.kubernetes.io/name"] };
const restart = (action: string) => ({ action, exitCodes: { operator: "In", values: [1] } });
const gpu = [{ name: "gpu", resourceClaimName: "one" }];

/** Values by the path of the field that is refused, and its first Kubernetes. */
const fields: Readonly<Record<string, readonly [since: string, values: object, chart?: typeof batchJob]>> = {
  "podSecurityContext.appArmorProfile": [
    "1.30",
    { podSecurityContext: { appArmorProfile: { type: "RuntimeDefault" } } },
  ],
  "sidecars.log.securityContext.appArmorProfile": [
    "1.30",
    { sidecars: { log: { image, securityContext: { appArmorProfile: { type: "RuntimeDefault" } } } } },
  ],
  "lifecycle.preStop.sleep": ["1.30", { lifecycle: sleep }],
  "sidecars.log.lifecycle.preStop.sleep": ["1.30", { sidecars: { log: { image, lifecycle: sleep } } }],
  "job.managedBy": ["1.32", { job: { managedBy: "example.com/queue" } }],
  "service.trafficDistribution": ["1.31", { service: { trafficDistribution: "PreferClose" } }, serviceStage],
  "job.successPolicy": ["1.31", { job: { ...indexed, successPolicy: { rules: [{ succeededCount: 1 }] } } }],
  "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution.matchLabelKeys": [
    "1.31",
    { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [zones] } } },
  ],
  "affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution.podAffinityTerm.matchLabelKeys": [
    "1.31",
    {
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: zones }],
        },
      },
    },
  ],
  "volumes.a.recursiveReadOnly": [
    "1.31",
    { volumes: { a: { mountPath: "/a", emptyDir: {}, readOnly: true, recursiveReadOnly: "Enabled" } } },
  ],
  "volumes.a.mounts.b.recursiveReadOnly": [
    "1.31",
    {
      volumes: {
        a: { emptyDir: {}, mounts: { b: { mountPath: "/b", readOnly: true, recursiveReadOnly: "Enabled" } } },
      },
    },
  ],
  "lifecycle.preStop.sleep.seconds": ["1.33", { lifecycle: { preStop: { sleep: { seconds: 0 } } } }],
  "initContainers.a.securityContext.procMount": [
    "1.33",
    {
      podSecurity: "privileged",
      hostUsers: false,
      initContainers: { a: { image, securityContext: { procMount: "Unmasked" } } },
    },
  ],
  "podSecurityContext.supplementalGroupsPolicy": [
    "1.33",
    { podSecurityContext: { supplementalGroupsPolicy: "Strict" } },
  ],
  "podSecurityContext.seLinuxChangePolicy": ["1.33", { podSecurityContext: { seLinuxChangePolicy: "Recursive" } }],
  hostUsers: ["1.33", { hostUsers: false }],
  "sidecars.log.resizePolicy": [
    "1.33",
    { sidecars: { log: { image, resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }] } } },
  ],
  "volumes.a.claim.volumeAttributesClassName": ["1.34", { volumes: { a: { mountPath: "/a", claim } } }],
  "volumes.a.ephemeral.volumeAttributesClassName": ["1.34", { volumes: { a: { mountPath: "/a", ephemeral: claim } } }],
  "persistence.data.volumeAttributesClassName": [
    "1.34",
    { persistence: { data: { mountPath: "/a", ...claim } } },
    statefulStage,
  ],
  "volumes.data.claim.volumeAttributesClassName": ["1.34", { volumes: { data: { claim } } }, csiVolume],
  "volumes.a.projected.sources.podCertificate": [
    "1.34",
    { volumes: { a: { mountPath: "/a", projected: { sources: [{ podCertificate: token }] } } } },
  ],
  resourceClaims: ["1.34", { resourceClaims: gpu }],
  "initContainers.a.resources.claims": [
    "1.34",
    { resourceClaims: gpu, initContainers: { a: { image, resources: { claims: [{ name: "gpu" }] } } } },
  ],
  podResources: ["1.34", { podResources: { limits: { cpu: 1 } } }],
  containerRestartPolicy: ["1.35", { containerRestartPolicy: "Never" }],
  "initContainers.a.restartPolicy": ["1.35", { initContainers: { a: { image, restartPolicy: "Never" } } }],
  "sidecars.log.restartPolicy": ["1.35", { sidecars: { log: { image, native: false, restartPolicy: "Never" } } }],
  restartPolicyRules: ["1.35", { containerRestartPolicy: "Never", restartPolicyRules: [restart("Restart")] }],
  "restartPolicyRules with RestartAllContainers": [
    "1.36",
    { containerRestartPolicy: "Never", restartPolicyRules: [restart("RestartAllContainers")] },
  ],
  "sidecars.log.restartPolicyRules of a native sidecar": [
    "1.36",
    { sidecars: { log: { image, restartPolicyRules: [restart("Restart")] } } },
  ],
  "env.A.valueFrom.fileKeyRef": [
    "1.35",
    { env: { A: { valueFrom: { fileKeyRef: { volumeName: "tmp", path: "a", key: "A" } } } } },
  ],
  "autoscaling.behavior.scaleUp.tolerance": [
    "1.35",
    {
      autoscaling: {
        enabled: true,
        targetCPUUtilizationPercentage: 80,
        behavior: { scaleUp: { tolerance: "0.1" } },
      },
      resources: { requests: { cpu: 1 } },
    },
    serviceStage,
  ],
  hostnameOverride: ["1.35", { hostnameOverride: "a.b" }],
  "volumes.model.image": ["1.35", { volumes: { model } }],
};

const before = (since: string): string => `1.${Number(since.slice(2)) - 1}`;
const withImage = (chart: typeof batchJob, values: object): object =>
  chart === csiVolume ? values : { image, ...values };

function refusalOf(path: string, since: string, version: string): string {
  return `${path}: expected a cluster of Kubernetes ${since} or newer, got v${version}; where helm template guesses the version, give --kube-version`;
}

/** What a chart says of values for a Kubernetes; "" where it renders them. */
function saidOf(chart: typeof batchJob, values: object, kubeVersion: string): string {
  try {
    evaluateChart(chart, { values: { ...withImage(chart, values) }, capabilities: { kubeVersion } });
    return "";
  } catch (error) {
    return Object(error).message;
  }
}

describe("checkNewerFields()", () => {
  for (const [path, [since, values, chart = batchJob]] of Object.entries(fields)) {
    it(`${chart.name} refuses ${path} where Kubernetes is older than ${since}, and never leaves it out`, () => {
      assert.equal(saidOf(chart, values, `${since}.0`), "");
      const old = `${before(since)}.9`;
      const said = saidOf(chart, values, old);
      const first = refusalOf(path, since, old);
      // A field may stand in one that is as new.
      assert.ok(said === first || /^(resourceClaims|containerRestartPolicy): /.test(said), said);
    });
  }

  it("each newer field of the table is refused somewhere", () => {
    const known = [...new Set(NEWER_FIELDS.map(({ since }) => since))].sort();
    assert.equal(NEWEST_FIELD, known.at(-1));
    const paths = Object.keys(fields).map((path) => path.replaceAll(/[.](a|b|log|model|data)(?=[.])/g, ".*"));
    const fieldOf = (place: string): string => place.slice(place.lastIndexOf(".") + 1);
    for (const { name, places } of NEWER_FIELDS) {
      assert.ok(
        paths.some((path) => places.some((place) => path.endsWith(fieldOf(place)))),
        name,
      );
    }
  });

  it("what is switched off, or left over beside the branch that is used, needs no newer Kubernetes", () => {
    for (const values of [
      { volumes: { model: { ...model, enabled: false } } },
      { volumes: { model: { ...model, type: "emptyDir", emptyDir: {} } } },
      { sidecars: { log: { image, enabled: false, lifecycle: sleep } } },
      { sidecars: { log: { image, enabled: false, restartPolicyRules: [restart("Restart")] } } },
      { lifecycle: { preStop: { ...sleep.preStop, type: "exec", exec: { command: ["true"] } } } },
      { resourceClaims: [], affinity: {} },
    ]) {
      assert.equal(saidOf(batchJob, values, "1.29.0"), "", JSON.stringify(values));
    }
    const autoscaling = { behavior: { scaleUp: { tolerance: "0.1" } } };
    assert.equal(saidOf(serviceStage, { autoscaling }, "1.29.0"), "");
  });

  it("a Service whose switch is taken away is still one, and needs what its fields need", () => {
    const served = { image, ports: { http: { containerPort: 80 } } };
    const service = { enabled: null, ports: { http: { port: 80 } }, trafficDistribution: "PreferClose" };
    for (const chart of [serviceStage, statefulStage]) {
      const said = saidOf(chart, { ...served, service }, "1.30.0");
      assert.equal(said, refusalOf("service.trafficDistribution", "1.31", "1.30.0"), chart.name);
    }
  });

  it("an earlier stage of a chain is refused by name where Kubernetes is too old for it", () => {
    const chain = definePipeline({
      name: "etl",
      version: "1.0.0",
      stages: {
        extract: new BatchJob({ image, volumes: { model } }),
        load: new BatchJob({ image, dependsOn: ["extract"] }),
      },
    });
    assert.throws(() => evaluate(chain, { capabilities: { kubeVersion: "1.34.2" } }), {
      message: new RegExp(`${refusalOf("volumes.model.image", "1.35", "1.34.2")}$`),
    });
    assert.notDeepEqual(evaluate(chain).objects, []);
  });

  for (const version of helmVersions) {
    const onDisk = useChart(batchJob, version);
    it(`a newer field is refused under Helm ${version} with the advice --kube-version, and there with it`, async () => {
      const values = { image, volumes: { model } };
      for (const [kubeVersion, isOld] of [
        ["1.31.4", true],
        ["1.34.5+k3s1", true],
        ["1.35.0-alpha.1", false],
        ["1.35.0", false],
      ] as const) {
        const said = await onDisk.render(values, { kubeVersion }).then(
          () => "",
          (error: Error) => error.message,
        );
        const refusal = isOld ? refusalOf("volumes.model.image", "1.35", kubeVersion) : "";
        assert.equal(saidOf(batchJob, values, kubeVersion), refusal);
        assert.ok(isOld ? said.includes(refusal) : said === "", said);
      }
    });
  }
});
