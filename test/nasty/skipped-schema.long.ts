import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { HelmError } from "../../cli/helm/run-helm.ts";
import { library } from "../../generator/library/library.ts";
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { image, listRights, served, useNastyCharts } from "./use-nasty-charts.ts";

const other = { image: { repository: "proxy", tag: "1" } };
const hostPath = { path: "/etc" };

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

/** Of each chart with pods, the values that it needs. */
const workloads: Readonly<Record<string, object>> = {
  "batch-job": { image },
  "service-stage": served,
  "stateful-stage": served,
};

/** What no key of a chart takes, each of another type; texts are YAML and template text at once. */
const WRONG: readonly unknown[] = ["}}: {{ x\n- y: &a", { enabled: true, a: { b: 1 } }, [[null], 1e9, "x"]];

/** How Go names a type that it does not take. */
const mismatches = [
  /can't evaluate field \w+ in type \S+/,
  /wrong type for value; expected \S+.*; got \S+/,
  /incompatible types for comparison: .+ and .+/,
  /range can't iterate over /,
  /error calling index: (cannot index slice\/array with|can't index item of) type \w+/,
  /cannot unmarshal \w+ into Go struct field \.metadata\.\w+ of type \w+/,
];

/**
 * What became of a render: objects; a guard's message, which begins with the path of a value; or a type that a template
 * does not take, named with the template's file.
 */
type Outcome = "objects" | "guard" | "type";

/** What a failure of a chart is; a crash, such as that of a nil pointer, is no outcome. */
function readFailure(chart: string, stderr: string): Outcome | undefined {
  if (!new RegExp(`\\b${chart}/templates/[\\w/-]+\\.yaml\\b`).test(stderr)) return undefined;
  const [, key = ""] = /execution error at \(\S+:\d+:\d+\): (\w+)/.exec(stderr) ?? [];
  if (Object.hasOwn(library.find(({ name }) => name === chart)?.schema.properties ?? {}, key)) return "guard";
  return mismatches.some((mismatch) => mismatch.test(stderr)) ? "type" : undefined;
}

describe("difficult values, and no schema", () => {
  const charts = useNastyCharts();

  /** Renders a chart with each of some values; fails with those that gain rights, or that crash. */
  async function collectOutcomes(name: string, files: Readonly<Record<string, object>>): Promise<ReadonlySet<Outcome>> {
    const helm = await findHelm({ version: "4.1.4" });
    const outcomes = new Set<Outcome>();
    const harm = await mapLimited(Object.entries(files), 2, async ([title, values]) => {
      const { chart, ...options } = await charts.place(name, { ...workloads[name], ...values });
      try {
        const objects = await renderObjects(helm, chart, { ...options, skipSchemaValidation: true });
        outcomes.add("objects");
        return listRights(objects).map((finding) => `${title}: ${finding}`);
      } catch (error) {
        const outcome = error instanceof HelmError ? readFailure(name, error.stderr) : undefined;
        if (outcome !== undefined) outcomes.add(outcome);
        return outcome === undefined ? [`${title}: ${String(error)}`] : [];
      }
    });
    assert.deepEqual(harm.flat(), []);
    return outcomes;
  }

  // The charts share what makes pods and what checks values: what one of them has been asked, the next is not.
  const asked = new Set<string>();
  for (const [turn, name] of Object.keys(workloads).entries()) {
    const own = Object.entries(attempts).filter((_, i) => i % Object.keys(workloads).length === turn);
    const keys = Object.keys(library.find((chart) => chart.name === name)?.schema.properties ?? {});
    const newKeys = keys.filter((key) => !asked.has(key));
    for (const key of newKeys) asked.add(key);

    it(`24. --skip-schema-validation with wrong types: a named failure or valid YAML, never privileged: ${name}`, async () => {
      const outcomes = await collectOutcomes(name, Object.fromEntries(own));
      assert.deepEqual(outcomes, new Set<Outcome>(["objects", "guard", "type"]));
    }).timeout(120_000);

    it(`24. --skip-schema-validation with a wrong type for every key: a named failure or valid YAML: ${name}`, async () => {
      assert(newKeys.length > 3, newKeys.join(", "));
      const files = newKeys.map((key, i): [string, object] => [key, { [key]: WRONG[i % WRONG.length] }]);
      const outcomes = await collectOutcomes(name, Object.fromEntries(files));
      assert(outcomes.has("objects") && outcomes.has("type"));
    }).timeout(120_000);
  }
});
