import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { checkObjects, formatFinding, type KubernetesObject, library } from "../../generator/mod.ts";
import { findHelm } from "../../scripts/lib/find-helm.ts";
import { mapLimited } from "../../scripts/lib/map-limited.ts";
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { HelmError } from "../../scripts/lib/run-helm.ts";
import { findPod, image, served, useNastyCharts } from "./use-nasty-charts.ts";

const other = { image: { repository: "proxy", tag: "1" } };
const hostPath = { path: "/etc" };

/** What objects have that a pod of the level `restricted` may not have. */
function listRights(objects: readonly KubernetesObject[]): readonly string[] {
  const findings = checkObjects(objects, { releaseNamespace: "default" });
  return findings.filter(({ rule }) => rule === "restricted").map(formatFinding);
}

/** Values with rights that nobody has asked for, or in a way that is none; each would be the way to them. */
const attempts: Readonly<Record<string, object>> = {
  "privileged: true": { securityContext: { privileged: true } },
  'privileged: "true"': { securityContext: { privileged: "true" } },
  "privileged: 1": { securityContext: { privileged: 1 } },
  "privileged: {}": { securityContext: { privileged: {} } },
  "an init container that is privileged": {
    initContainers: { a: { ...other, enabled: "true", securityContext: { privileged: true } } },
  },
  "a sidecar that is privileged": { sidecars: { a: { ...other, securityContext: { privileged: "true" } } } },
  "a list of init containers": { initContainers: [{ ...other, securityContext: { privileged: true } }] },
  "a list of levels": { podSecurity: ["privileged"], securityContext: { privileged: true } },
  "a level in another case": { podSecurity: "Privileged", securityContext: { privileged: true } },
  "a security context that is a word": { securityContext: "privileged" },
  "a security context that is a list": { securityContext: [{ privileged: true }] },
  "a pod's security context that is a word": { podSecurityContext: "privileged" },
  "allowPrivilegeEscalation: 1": { securityContext: { allowPrivilegeEscalation: 1 } },
  "runAsNonRoot: 0": { podSecurityContext: { runAsNonRoot: 0 } },
  "runAsUser: 0": { podSecurityContext: { runAsUser: 0 } },
  'runAsUser: "0"': { podSecurityContext: { runAsUser: "0" } },
  'runAsUser: "00"': { podSecurityContext: { runAsUser: "00" } },
  "runAsUser: 0.5": { podSecurityContext: { runAsUser: 0.5 } },
  "runAsUser: -1": { securityContext: { runAsUser: -1 } },
  "runAsUser: false": { securityContext: { runAsUser: false } },
  'runAsUser: ""': { securityContext: { runAsUser: "" } },
  "an added capability": { securityContext: { capabilities: { add: ["SYS_ADMIN"] } } },
  "an added capability beside the one that may be": {
    securityContext: { capabilities: { add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } },
  },
  "an added capability that is no list": { securityContext: { capabilities: { add: "SYS_ADMIN" } } },
  "added capabilities that are a map": { securityContext: { capabilities: { add: { a: "SYS_ADMIN" } } } },
  "no dropped capability": { securityContext: { capabilities: { drop: [] } } },
  "capabilities that are a word": { securityContext: { capabilities: "all" } },
  "another mount of /proc": { securityContext: { procMount: "Unmasked" } },
  "no seccomp profile": { podSecurityContext: { seccompProfile: { type: "Unconfined" } } },
  "a seccomp profile that is a word": { securityContext: { seccompProfile: "Unconfined" } },
  "no AppArmor profile": { securityContext: { appArmorProfile: { type: "Unconfined" } } },
  "another SELinux type": { podSecurityContext: { seLinuxOptions: { type: "spc_t" } } },
  "a process of a Windows host": { securityContext: { windowsOptions: { hostProcess: true } } },
  "a process of a Windows host, for the pod": { podSecurityContext: { windowsOptions: { hostProcess: "true" } } },
  "a directory of the node": { volumes: { a: { mountPath: "/a", hostPath } } },
  'a directory of the node, with consent that is "false"': {
    volumes: { a: { mountPath: "/a", allowHostPath: "false", hostPath } },
  },
  "a directory of the node, with consent that is 1": {
    volumes: { a: { mountPath: "/a", allowHostPath: 1, hostPath } },
  },
  "a directory of the node, by a list of types": { volumes: { a: { mountPath: "/a", type: ["hostPath"], hostPath } } },
  'a directory of the node that is "off"': { volumes: { a: { mountPath: "/a", enabled: "off", hostPath } } },
  "the node's network": { hostNetwork: true, hostPID: true, hostIPC: true },
  "the node's network, by a line break": {
    workingDir: "/a\nhostNetwork: true",
    schedulerName: "a\n      hostPID: true",
  },
  "the node's network, by a line break in a number": { terminationGracePeriodSeconds: "1\n      hostNetwork: true" },
  "a port of the node, by a line break": { ports: { "a\n  hostPort: 80": { containerPort: "80\n    hostPort: 80" } } },
  "another pod, by a line break": { job: { backoffLimit: "4\n  template: {spec: {hostNetwork: true}}" } },
};

const WRONG: readonly unknown[] = ["}}: {{ x\n- y: &a", { enabled: true, a: { b: 1 } }, [[null], 1e9, "x"]];

describe("nasty rights", () => {
  const charts = useNastyCharts();

  /** A named failure, or objects without more rights than they should have; else what is wrong. */
  async function findHarm(title: string, values: object): Promise<readonly string[]> {
    const { chart, ...options } = await charts.place("batch-job", { image, ...values });
    const helm = await findHelm({ version: "4.1.4" });
    try {
      const objects = await renderObjects(helm, chart, { ...options, skipSchemaValidation: true });
      return listRights(objects).map((finding) => `${title}: ${finding}`);
    } catch (error) {
      const isNamed = error instanceof HelmError && /batch-job\/templates\//.test(error.stderr);
      return isNamed ? [] : [`${title}: ${String(error)}`];
    }
  }

  it("7. null by -f, --set or the umbrella: no crash, no %!s(<nil>), never weaker security", async () => {
    const contexts = { podSecurity: null, podSecurityContext: null, securityContext: null, serviceAccount: null };
    const set = Object.keys(contexts).map((key) => `${key}=null`);
    for (const [name, values] of Object.entries({ "batch-job": { image }, "stateful-stage": served })) {
      const expected = await charts.render(name, values);
      assert.deepEqual(await charts.render(name, { ...values, ...contexts }), expected);
      assert.deepEqual(await charts.render(name, values, { set }), expected);
      assert.deepEqual(listRights(expected), []);
    }
    const stages = Object.fromEntries(["extract", "load", "serve", "store", "report"].map((name) => [name, contexts]));
    const objects = await charts.render(reference.name, stages);
    assert.deepEqual(listRights(objects), []);
    assert.doesNotMatch(JSON.stringify(objects), /%!|<nil>/);
  });

  it("24. --skip-schema-validation with wrong types: a named failure or valid YAML, never privileged", async () => {
    const harm = await mapLimited(Object.entries(attempts), 2, ([title, values]) => findHarm(title, values));
    assert.deepEqual(harm.flat(), []);
  });

  it("24. --skip-schema-validation with a wrong type for every key: a named failure or valid YAML", async () => {
    const keys = Object.keys(library.find(({ name }) => name === "batch-job")?.schema.properties ?? {});
    const wrong = keys.map((key, i) => [key, WRONG[i % WRONG.length]] as const);
    const files = Array.from({ length: 8 }, (_, i) => Object.fromEntries(wrong.filter((__, k) => k % 8 === i)));
    const harm = await mapLimited(files, 2, (file) => findHarm(Object.keys(file).join(" and "), file));
    assert.deepEqual(harm.flat(), []);
  });

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
