import assert from "node:assert/strict";
import { restricted } from "../../generator/rules/restricted.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };
const safe = "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}";
const podSafe = "runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}";

/** The findings of a Pod with one container, without the words that are the same in all of them. */
function check(podFields: string, containerFields: string): readonly string[] {
  const objects = parseObjects(`
    apiVersion: v1
    kind: Pod
    metadata: {name: a}
    spec: {${podFields}, containers: [{name: main, ${containerFields}}]}
  `);
  return restricted(objects, context).map(({ path, message }) => `${path}: ${message}`);
}

describe("rule restricted", () => {
  it("accepts fields of the pod, of each container, and every allowed volume", () => {
    const objects = parseObjects(`
      apiVersion: batch/v1
      kind: Job
      metadata: {name: load}
      spec:
        template:
          spec:
            securityContext: {${podSafe}, runAsUser: 1000, sysctls: [{name: net.ipv4.tcp_syncookies, value: "1"}]}
            initContainers: [{name: wait, securityContext: {${safe}}}]
            containers:
              - name: main
                livenessProbe: {httpGet: {port: 80}}
                ports: [{containerPort: 80, hostPort: 0}]
                securityContext: {allowPrivilegeEscalation: false, privileged: false, capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}
            volumes:
              - {name: a, configMap: {name: a}}
              - {name: b, csi: {driver: example.com}}
              - {name: c, downwardAPI: {}}
              - {name: d, emptyDir: {}}
              - {name: e, ephemeral: {}}
              - {name: f, image: {}}
              - {name: g, persistentVolumeClaim: {claimName: g}}
              - {name: h, projected: {}}
              - {name: i, secret: {secretName: i}}
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: b
        annotations:
          container.apparmor.security.beta.kubernetes.io/main: runtime/default
          container.apparmor.security.beta.kubernetes.io/other: localhost/profile
      spec:
        containers:
          - name: main
            securityContext: {${safe}, runAsNonRoot: true, seccompProfile: {type: Localhost, localhostProfile: p}}
    `);
    assert.deepEqual(restricted(objects, context), []);
  });

  it("reports all that a container without a security context lacks", () => {
    const objects = parseObjects(`
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: report}
      spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: main}]}}}}}
    `);
    const start = 'batch/v1/CronJob report: "spec.jobTemplate.spec.template.spec.containers[0].securityContext';
    assert.deepEqual(restricted(objects, context).map(formatFinding), [
      `${start}.allowPrivilegeEscalation": expected false, got nothing (restricted)`,
      `${start}.capabilities.drop": expected "ALL" among them, got nothing (restricted)`,
      `${start}.runAsNonRoot": expected true, here or for the whole pod, got nothing (restricted)`,
      `${start}.seccompProfile.type": expected "RuntimeDefault" or "Localhost", here or for the whole pod, got nothing (restricted)`,
    ]);
  });

  it("reports an init container like any other", () => {
    const objects = parseObjects(`
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec: {securityContext: {${podSafe}}, initContainers: [{name: wait, securityContext: {capabilities: {drop: [ALL]}}}]}
    `);
    assert.deepEqual(
      restricted(objects, context).map(({ path }) => path),
      ["spec.initContainers[0].securityContext.allowPrivilegeEscalation"],
    );
  });

  it("reports a container that takes back what the pod says", () => {
    const fields = `securityContext: {${safe}, runAsNonRoot: false, seccompProfile: {type: Unconfined}, runAsUser: 0}`;
    assert.deepEqual(check(`securityContext: {${podSafe}}`, fields), [
      "spec.containers[0].securityContext.runAsNonRoot: expected nothing or true, got false",
      "spec.containers[0].securityContext.runAsUser: expected a user other than root, got 0",
      'spec.containers[0].securityContext.seccompProfile.type: expected nothing or "RuntimeDefault" or "Localhost", got "Unconfined"',
    ]);
  });

  it("reports root and Unconfined for the whole pod", () => {
    const pod = "securityContext: {runAsNonRoot: false, runAsUser: 0, seccompProfile: {type: Unconfined}}";
    assert.deepEqual(check(pod, `securityContext: {${safe}}`), [
      "spec.securityContext.runAsNonRoot: expected nothing or true, got false",
      "spec.securityContext.runAsUser: expected a user other than root, got 0",
      'spec.securityContext.seccompProfile.type: expected nothing or "RuntimeDefault" or "Localhost", got "Unconfined"',
    ]);
  });

  it("reports the host's namespaces, volumes, sysctls and profiles", () => {
    const pod = `hostNetwork: true, hostPID: true, hostIPC: true, volumes: [{name: a, hostPath: {path: /}}, {name: b, nfs: {}}],
      securityContext: {${podSafe}, sysctls: [{name: kernel.msgmax, value: "1"}], appArmorProfile: {type: Unconfined},
        seLinuxOptions: {type: spc_t, user: u, role: r}, windowsOptions: {hostProcess: true}}`;
    const volumes =
      "configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret, got";
    const found = check(pod, `securityContext: {${safe}}`);
    assert.deepEqual(
      found.filter((line) => !line.includes("sysctls")),
      [
        "spec.hostNetwork: expected nothing or false, got true",
        "spec.hostPID: expected nothing or false, got true",
        "spec.hostIPC: expected nothing or false, got true",
        'spec.securityContext.appArmorProfile.type: expected nothing or "RuntimeDefault" or "Localhost", got "Unconfined"',
        'spec.securityContext.seLinuxOptions.type: expected nothing or "" or "container_t" or "container_init_t" or ' +
          '"container_kvm_t" or "container_engine_t", got "spc_t"',
        'spec.securityContext.seLinuxOptions.user: expected nothing or "", got "u"',
        'spec.securityContext.seLinuxOptions.role: expected nothing or "", got "r"',
        "spec.securityContext.windowsOptions.hostProcess: expected nothing or false, got true",
        `spec.volumes[0].hostPath: expected one of ${volumes} hostPath`,
        `spec.volumes[1].nfs: expected one of ${volumes} nfs`,
      ],
    );
    assert.match(found.find((line) => line.includes("sysctls")) ?? "", /^spec\.securityContext\.sysctls\[0\]\.name: /);
  });

  it("reports what a container takes beyond its own", () => {
    const fields = `livenessProbe: {httpGet: {host: example.com}}, lifecycle: {preStop: {tcpSocket: {host: example.com}}},
      ports: [{containerPort: 80, hostPort: 80}],
      securityContext: {privileged: true, procMount: Unmasked, allowPrivilegeEscalation: true,
        capabilities: {drop: [NET_RAW], add: [SYS_ADMIN]}}`;
    assert.deepEqual(check(`securityContext: {${podSafe}}`, fields), [
      "spec.containers[0].securityContext.allowPrivilegeEscalation: expected false, got true",
      "spec.containers[0].securityContext.privileged: expected nothing or false, got true",
      'spec.containers[0].securityContext.procMount: expected nothing or "Default", got "Unmasked"',
      'spec.containers[0].securityContext.capabilities.drop: expected "ALL" among them, got "NET_RAW"',
      'spec.containers[0].securityContext.capabilities.add[0]: expected "NET_BIND_SERVICE", got "SYS_ADMIN"',
      "spec.containers[0].ports[0].hostPort: expected nothing or 0, got 80",
      'spec.containers[0].livenessProbe.httpGet.host: expected nothing or "", got "example.com"',
      'spec.containers[0].lifecycle.preStop.tcpSocket.host: expected nothing or "", got "example.com"',
    ]);
  });

  it("reports an AppArmor annotation on the pods, and lets those of others be", () => {
    const objects = parseObjects(`
      apiVersion: v1
      kind: Pod
      metadata: {name: a, annotations: {container.apparmor.security.beta.kubernetes.io/main: unconfined, other: unconfined}}
      spec: {securityContext: {${podSafe}}, containers: [{name: main, securityContext: {${safe}}}]}
    `);
    assert.deepEqual(restricted(objects, context).map(formatFinding), [
      'v1/Pod a: "metadata.annotations["container.apparmor.security.beta.kubernetes.io/main"]": ' +
        'expected "" or "runtime/default", got "unconfined" (restricted)',
    ]);
  });

  it("excepts the objects that the context allows, by kind and name", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostNetwork: true}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {hostNetwork: true}}
    `);
    const found = restricted(objects, { ...context, allowPrivileged: ["Pod/a", "Job/b"] });
    assert.deepEqual(
      found.map(({ object }) => object),
      ["v1/Pod b"],
    );
  });
});
