import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { release } from "../../../../generator/expression/built-in.ts";
import { NODE } from "../../../../generator/expression/expression.ts";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { podSecurityBreach } from "../../../../generator/library/workload/checks/pod-security.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

const levels = ["restricted", "baseline", "privileged"];

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
  [{ seccompProfile: { type: "Unconfined" } }, "seccompProfile.type", ""],
  [{ runAsUser: 0 }, "runAsUser", ""],
  [{ runAsUser: "0" }, "runAsUser", ""],
  [{ capabilities: { add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } }, "capabilities.add", ""],
  [{ capabilities: { drop: ["NET_RAW"] } }, "capabilities.drop", ""],
  [{ capabilities: { drop: [] }, runAsUser: 0, privileged: true }, "privileged", "privileged"],
];

const cases: readonly (Case & { readonly wanted: string })[] = contexts.flatMap(([context, restricted, baseline]) =>
  levels.map((level, i) => ({
    title: `${level} ${JSON.stringify(context)}`,
    args: [level, context, { runAsUser: 1 }],
    build: podSecurityBreach as Case["build"], // a level and contexts
    wanted: [restricted, baseline, ""][i] ?? "",
  })),
);

describe("podSecurityBreach()", () => {
  it("podSecurityBreach() finds the same in both languages", async () => {
    await assertAgreement(cases);
  });

  for (const version of helmVersions) {
    const chart = useChart(batchJob, version);
    it(`podSecurityBreach() is named where no schema is asked, under Helm ${version}`, async () => {
      const values = { image: { repository: "busybox", tag: "1.36" } };
      const context = { capabilities: { add: ["SYS_ADMIN"] } };
      const rendering = chart.render({ ...values, securityContext: context }, { skipSchemaValidation: true });
      await assert.rejects(rendering, /securityContext: capabilities\.add goes beyond podSecurity: restricted/);
    });
  }

  it("podSecurityBreach() names the field for each level", () => {
    const node = podSecurityBreach(release.name)[NODE];
    assert(node.op === "call");
    // What a function takes is known to its own template only.
    for (const { args, wanted, title } of cases) assert.equal(node.function.js(...(args as never[])), wanted, title);
  });
});
