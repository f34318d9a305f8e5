import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Chart } from "../../../../generator/chart.ts";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { validateValues } from "../../../../generator/values/validate-values.ts";

const image = { image: { repository: "app", tag: "1" } };

/** Asserts that a chart's schema takes some values, and refuses others at the path next to them alone. */
function assertRules(chart: Chart, good: readonly object[], bad: readonly (readonly [values: object, path: string])[]) {
  const pathsOf = (values: object): readonly string[] =>
    validateValues(chart.schema, { ...image, ...values }).map(({ path }) => path);
  for (const values of good) assert.deepEqual(pathsOf(values), [], JSON.stringify(values));
  for (const [values, path] of bad) assert.deepEqual(pathsOf(values), [path], JSON.stringify(values));
}

const exec = { exec: { command: ["true"] } };
const http = { httpGet: { port: 80 } };

describe("workloadRules", () => {
  it("workloadRules require of probes what Kubernetes requires, in the main container and in sidecars", () => {
    const good = { livenessProbe: { ...exec, successThreshold: 1 }, readinessProbe: { ...exec, successThreshold: 2 } };
    const startup = { startupProbe: { ...exec, successThreshold: 2 } };
    const liveness = { livenessProbe: { ...exec, successThreshold: 2 } };
    const readiness = { readinessProbe: { ...exec, terminationGracePeriodSeconds: 5 } };
    const sidecar = (container: object): object => ({ sidecars: { a: { ...image, ...container } } });
    assertRules(
      statefulStage,
      [good, sidecar(good), { livenessProbe: { ...exec, terminationGracePeriodSeconds: 5 } }],
      [
        [startup, "startupProbe.successThreshold"],
        [liveness, "livenessProbe.successThreshold"],
        [readiness, "readinessProbe.terminationGracePeriodSeconds"],
        [sidecar(liveness), "sidecars.a.livenessProbe.successThreshold"],
        [sidecar(readiness), "sidecars.a.readinessProbe.terminationGracePeriodSeconds"],
      ],
    );
  });

  it("workloadRules keep probes and handlers off other hosts, unless podSecurity is privileged", () => {
    const elsewhere = { httpGet: { port: 80, host: "example.com" } };
    const privileged = { podSecurity: "privileged" };
    assertRules(
      statefulStage,
      [{ livenessProbe: http }, { ...privileged, livenessProbe: elsewhere, lifecycle: { preStop: elsewhere } }],
      [
        [{ livenessProbe: elsewhere }, "livenessProbe.httpGet.host"],
        [{ podSecurity: "baseline", startupProbe: elsewhere }, "startupProbe.httpGet.host"],
        [{ lifecycle: { preStop: { tcpSocket: { port: 80, host: "a" } } } }, "lifecycle.preStop.tcpSocket.host"],
        [{ sidecars: { a: { ...image, readinessProbe: elsewhere } } }, "sidecars.a.readinessProbe.httpGet.host"],
      ],
    );
  });

  it("workloadRules take the sysctls and labels of SELinux that Pod Security takes", () => {
    const sysctl = (name: string): object => ({ podSecurityContext: { sysctls: [{ name, value: "1" }] } });
    const user = { securityContext: { seLinuxOptions: { user: "system_u" } } };
    assertRules(
      statefulStage,
      [sysctl("net.ipv4.tcp_syncookies"), { podSecurity: "privileged", ...sysctl("kernel.msgmax") }],
      [
        [sysctl("kernel.msgmax"), "podSecurityContext.sysctls.0.name"],
        [{ podSecurity: "baseline", ...sysctl("kernel.msgmax") }, "podSecurityContext.sysctls.0.name"],
        [user, "securityContext.seLinuxOptions.user"],
      ],
    );
  });

  it("workloadRules require allowPrivilegeEscalation of a privileged container", () => {
    const sidecar = (securityContext: object): object => ({
      podSecurity: "privileged",
      sidecars: { a: { ...image, securityContext } },
    });
    assertRules(
      statefulStage,
      [sidecar({ privileged: true, allowPrivilegeEscalation: true }), sidecar({ privileged: false })],
      [[sidecar({ privileged: true }), "sidecars.a.securityContext.allowPrivilegeEscalation"]],
    );
  });
});

describe("the values of volumes", () => {
  it("volumes show a block device of claims alone", () => {
    const volume = (fields: object): object => ({ volumes: { a: fields } });
    const devicePath = "/dev/a";
    assertRules(
      statefulStage,
      [
        volume({ devicePath, existingClaim: "a" }),
        volume({ mounts: { b: { devicePath } }, ephemeral: { size: "1Gi" } }),
        volume({ type: "existingClaim", existingClaim: "a", emptyDir: {}, devicePath }),
      ],
      [
        [volume({ devicePath, emptyDir: {} }), "volumes.a.devicePath"],
        [volume({ mounts: { b: { devicePath } }, secret: { secretName: "a" } }), "volumes.a.mounts.b.devicePath"],
        [volume({ type: "emptyDir", existingClaim: "a", emptyDir: {}, devicePath }), "volumes.a.devicePath"],
      ],
    );
  });

  it("persistence starts from one source", () => {
    const source = { kind: "PersistentVolumeClaim", name: "a" };
    const data = (fields: object): object => ({
      persistence: { data: { mountPath: "/data", size: "1Gi", ...fields } },
    });
    assertRules(
      statefulStage,
      [data({ dataSource: source }), data({ dataSourceRef: source })],
      [[data({ dataSource: source, dataSourceRef: source }), "persistence.data.dataSource"]],
    );
  });
});

describe("the values of a Service", () => {
  it("service has each IP family once, and two with a policy for two", () => {
    const service = (fields: object): object => ({ service: fields });
    const ipFamilies = ["IPv6", "IPv4"];
    assertRules(
      statefulStage,
      [service({ ipFamilies: ["IPv6"] }), service({ ipFamilies, ipFamilyPolicy: "PreferDualStack" })],
      [
        [service({ ipFamilies: ["IPv4", "IPv4"], ipFamilyPolicy: "RequireDualStack" }), "service.ipFamilies"],
        [service({ ipFamilies }), "service.ipFamilies"],
        [service({ ipFamilies, ipFamilyPolicy: "SingleStack" }), "service.ipFamilies"],
      ],
    );
  });
});

describe("the values of a Job", () => {
  it("job keeps what Kubernetes counts for each index within its limits", () => {
    const job = (fields: object): object => ({ job: { completionMode: "Indexed", completions: 10, ...fields } });
    const policy = (action: string): object => ({
      podFailurePolicy: { rules: [{ action, onExitCodes: { operator: "In", values: [1] } }] },
    });
    assertRules(
      batchJob,
      [
        job({ completions: 100000, parallelism: 100000 }),
        { job: { completions: 100001, parallelism: 100001 } },
        job({ backoffLimitPerIndex: 1, maxFailedIndexes: 10, ...policy("FailIndex") }),
        job({ ...policy("FailJob"), podReplacementPolicy: "Failed" }),
        job({ podReplacementPolicy: "TerminatingOrFailed" }),
      ],
      [
        [job({ completions: 100001 }), "job.completions"],
        [job({ parallelism: 100001 }), "job.parallelism"],
        [job({ backoffLimitPerIndex: 1, maxFailedIndexes: 100001 }), "job.maxFailedIndexes"],
        [job(policy("FailIndex")), "job.podFailurePolicy.rules.0.action"],
        [job({ ...policy("FailJob"), podReplacementPolicy: "TerminatingOrFailed" }), "job.podReplacementPolicy"],
      ],
    );
  });
});
