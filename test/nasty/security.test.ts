import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findPod, image, useNastyCharts } from "./use-nasty-charts.ts";

const hostPath = { path: "/etc" };

describe("dangerous privileges", () => {
  const charts = useNastyCharts();

  it("25. privileged, hostPath and UID 0 are refused without explicit opt-in", async () => {
    const refused = {
      privileged: { securityContext: { privileged: true } },
      hostPath: { volumes: { node: { mountPath: "/a", hostPath } } },
      runAsUser: { podSecurityContext: { runAsUser: 0 } },
      hostProcess: { podSecurityContext: { windowsOptions: { hostProcess: true } } },
      spc_t: { securityContext: { seLinuxOptions: { type: "spc_t" } } },
      Unconfined: { securityContext: { appArmorProfile: { type: "Unconfined" } } },
    };
    const paths = {
      privileged: "securityContext.privileged",
      hostPath: "volumes.node*allowHostPath",
      runAsUser: "podSecurityContext.runAsUser",
      hostProcess: "podSecurityContext.windowsOptions.hostProcess",
      spc_t: "securityContext.seLinuxOptions.type",
      Unconfined: "securityContext.appArmorProfile.type",
    };
    for (const [key, path] of Object.entries(paths)) {
      const values = { image, ...refused[key as keyof typeof refused] }; // the same keys
      const pattern = new RegExp(path.replaceAll(".", "[./]").replace("*", ".*"), "s");
      for (const said of await charts.refuse("batch-job", values)) assert.match(said, pattern);
    }
  });

  it("25. privileged, hostPath and UID 0 are there with explicit opt-in", async () => {
    const objects = await charts.render("batch-job", {
      image,
      podSecurity: "privileged",
      podSecurityContext: { runAsNonRoot: false, runAsUser: 0 },
      securityContext: { privileged: true, allowPrivilegeEscalation: true },
      volumes: { node: { mountPath: "/node", allowHostPath: true, hostPath } },
    });
    const { spec } = findPod(objects, "Job");
    assert.equal(spec.securityContext.runAsUser, 0);
    assert.equal(spec.containers[0].securityContext.privileged, true);
    assert.deepEqual(spec.volumes[0].hostPath, hostPath);
  });
});
