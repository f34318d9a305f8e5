import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { restartPolicies } from "../../generator/rules/restart-policies.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

/** A controller of a kind, whose pods have what is given. */
function controller(kind: string, spec: string): string {
  const template = `template: {spec: {${spec}}}`;
  const inside = kind === "CronJob" ? `jobTemplate: {spec: {${template}}}` : template;
  return `{apiVersion: ${/Job$/.test(kind) ? "batch" : "apps"}/v1, kind: ${kind}, metadata: {name: a}, spec: {${inside}}}`;
}

function findings(...texts: readonly string[]): readonly string[] {
  return restartPolicies(texts.flatMap(parseObjects), context).map(formatFinding);
}

describe("rule restart-policies", () => {
  it("accepts pods of Jobs that end, those of servers that run on, and any pod alone", () => {
    const jobs = ["Job", "CronJob"].flatMap((kind) =>
      ["Never", "OnFailure"].map((policy) => controller(kind, `restartPolicy: ${policy}`)),
    );
    const servers = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].flatMap((kind) =>
      ["", "restartPolicy: Always"].map((policy) => controller(kind, policy)),
    );
    const pod = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {restartPolicy: Never}}";
    assert.deepEqual(findings(...jobs, ...servers, pod), []);
  });

  it("reports a Job without a policy, of which Kubernetes would make Always, and a server whose pods end", () => {
    assert.deepEqual(findings(controller("Job", ""), controller("CronJob", "restartPolicy: Always")), [
      'batch/v1/Job a: "spec.template.spec.restartPolicy": expected "Never" or "OnFailure", got nothing (restart-policies)',
      'batch/v1/CronJob a: "spec.jobTemplate.spec.template.spec.restartPolicy": expected "Never" or "OnFailure", got "Always" (restart-policies)',
    ]);
    assert.deepEqual(findings(controller("DaemonSet", "restartPolicy: Never")), [
      'apps/v1/DaemonSet a: "spec.template.spec.restartPolicy": expected "Always" or nothing, got "Never" (restart-policies)',
    ]);
  });
});
