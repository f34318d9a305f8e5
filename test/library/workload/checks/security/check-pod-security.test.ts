import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../../../generator/library/batch-job/chart.ts";
import { LIMITS } from "../../../../../generator/library/workload/checks/security/pod-security.ts";
import { compileSchema } from "../../../../../generator/values/validate-values.ts";
import { type RefusalCase, testRefusals } from "../../../test-refusals.ts";

/** Security contexts, and the fields in which they go beyond each level; "" where they do not. */
const contexts: readonly (readonly [context: object, restricted: string, baseline: string])[] = [
  [{}, "", ""],
  [{ privileged: false, procMount: "Default", allowPrivilegeEscalation: false, runAsNonRoot: true }, "", ""],
  [{ runAsUser: 1, runAsGroup: 0, capabilities: { drop: ["ALL", "CHOWN"], add: ["NET_BIND_SERVICE"] } }, "", ""],
  [{ seccompProfile: { type: "Localhost" }, appArmorProfile: { type: "RuntimeDefault" } }, "", ""],
  [{ seLinuxOptions: { type: "container_t" }, windowsOptions: { hostProcess: false } }, "", ""],
  [{ privileged: true }, "privileged", "privileged"],
  [{ procMount: "Unmasked" }, "procMount", "procMount"],
  [{ appArmorProfile: { type: "Unconfined" } }, "appArmorProfile.type", "appArmorProfile.type"],
  [{ seLinuxOptions: { type: "spc_t" } }, "seLinuxOptions.type", "seLinuxOptions.type"],
  [{ seLinuxOptions: { user: "", role: "" } }, "", ""],
  [{ seLinuxOptions: { user: "system_u" } }, "seLinuxOptions.user", "seLinuxOptions.user"],
  [{ seLinuxOptions: { role: "system_r" } }, "seLinuxOptions.role", "seLinuxOptions.role"],
  [{ windowsOptions: { hostProcess: true } }, "windowsOptions.hostProcess", "windowsOptions.hostProcess"],
  [{ allowPrivilegeEscalation: true }, "allowPrivilegeEscalation", ""],
  [{ runAsNonRoot: false }, "runAsNonRoot", ""],
  [{ seccompProfile: { type: "Unconfined" } }, "seccompProfile.type", "seccompProfile.type"],
  [{ runAsUser: 0 }, "runAsUser", ""],
  [{ runAsUser: "0" }, "runAsUser", ""],
  [{ capabilities: { add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } }, "capabilities.add", "capabilities.add"],
  [{ capabilities: { add: ["NET_RAW"] } }, "capabilities.add", "capabilities.add"],
  [{ capabilities: { add: ["ALL"] } }, "capabilities.add", "capabilities.add"],
  [{ capabilities: { add: ["CHOWN", "SETGID", "SETUID", "SYS_CHROOT", "KILL"] } }, "capabilities.add", ""],
  [{ capabilities: { drop: ["NET_RAW"] } }, "capabilities.drop", ""],
  [{ capabilities: { drop: [] }, runAsUser: 0, privileged: true }, "privileged", "privileged"],
];

/** Security contexts of pods, and the field in which they violate level `restricted`, or `baseline`. */
const podContexts: readonly (readonly [context: object, restricted: string, baseline: string])[] = [
  [{ runAsUser: 0 }, "runAsUser", ""],
  [{ privileged: true }, "privileged", "privileged"],
  [{ sysctls: [{ name: "net.ipv4.tcp_wmem", value: "1" }] }, "", ""],
  [{ sysctls: [{ name: "net.ipv4.tcp_wmem" }, { name: "kernel.msgmax" }] }, "sysctls", "sysctls"],
  [{ windowsOptions: { hostProcess: true } }, "windowsOptions.hostProcess", "windowsOptions.hostProcess"],
  [{ seccompProfile: { type: "Unconfined" } }, "seccompProfile.type", "seccompProfile.type"],
];

const image = { image: { repository: "busybox", tag: "1.36" } };

/** A render for each violation, and one for all contexts that a level admits. */
function casesOf(podSecurity: string, fieldOf: (restricted: string, baseline: string) => string): RefusalCase[] {
  const refusals = (key: string, table: typeof contexts): RefusalCase[] =>
    table.flatMap(([context, restricted, baseline]) => {
      const field = fieldOf(restricted, baseline);
      const refusal = `${key}.${field} violates podSecurity "${podSecurity}"`;
      return field === "" ? [] : [{ values: { ...image, podSecurity, [key]: context }, refusal, isUnchecked: true }];
    });
  const admitted = contexts.filter(([, restricted, baseline]) => fieldOf(restricted, baseline) === "");
  const sidecars = Object.fromEntries(
    admitted.map(([securityContext], i) => [`s${i}`, { ...image, securityContext }] as const),
  );
  return [
    ...refusals("securityContext", contexts),
    ...refusals("podSecurityContext", podContexts),
    { values: { ...image, podSecurity, sidecars }, refusal: "", isUnchecked: true },
  ];
}

describe("checkPodSecurity()", () => {
  testRefusals("checkPodSecurity() names the field that violates a level, where no schema is asked", batchJob, [
    ...casesOf("restricted", (restricted) => restricted),
    ...casesOf("baseline", (_, baseline) => baseline),
    ...casesOf("privileged", () => ""),
  ]);

  testRefusals(
    "checkPodSecurity() looks at every container, at level restricted unless the values say otherwise",
    batchJob,
    ["initContainers", "sidecars"].flatMap((key) =>
      [true, false].map((enabled) => ({
        values: { ...image, [key]: { a: { ...image, enabled, securityContext: { runAsUser: 0 } } } },
        refusal: enabled ? `${key}.a.securityContext.runAsUser violates podSecurity "restricted"` : "",
        isUnchecked: true,
      })),
    ),
  );

  testRefusals(
    "checkPodSecurity() refuses a directory of the node unless allowHostPath is true",
    batchJob,
    [{}, { allowHostPath: "true" }, { allowHostPath: true }].map((consent) => ({
      values: { ...image, volumes: { node: { mountPath: "/node", hostPath: { path: "/" }, ...consent } } },
      refusal:
        consent.allowHostPath === true
          ? ""
          : "volumes.node.hostPath gives the pod a part of the node: set allowHostPath: true if that is intended",
      isUnchecked: true,
    })),
  );

  it("checkPodSecurity() and the schema refuse the same contexts", () => {
    const problemsOf = compileSchema(batchJob.schema);
    for (const [key, table] of Object.entries({ securityContext: contexts, podSecurityContext: podContexts })) {
      for (const [context, restricted, baseline] of table) {
        for (const [podSecurity, field] of Object.entries({ restricted, baseline })) {
          if (field === "") continue;
          const values = { ...image, podSecurity, [key]: context };
          assert.notDeepEqual(problemsOf(values), [], JSON.stringify(values));
        }
      }
    }
  });

  it("the table of limits has each field once at a level", () => {
    const fields = LIMITS.map(({ path, of, level }) => `${level} ${of} ${path.join(".")}`);
    assert.equal(new Set(fields).size, fields.length);
  });
});
