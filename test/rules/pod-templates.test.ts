import assert from "node:assert/strict";
import { podTemplatesOf } from "../../generator/rules/pod-templates.ts";
import { parseObjects } from "./parse-objects.ts";

describe("podTemplatesOf()", () => {
  it("yields the template of every kind that makes pods, and its path", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostname: pod}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}, spec: {template: {spec: {hostname: deployment}}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: c}, spec: {template: {spec: {hostname: set}}}}
      ---
      {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: f}, spec: {template: {spec: {hostname: daemon}}}}
      ---
      {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: g}, spec: {template: {spec: {hostname: replica}}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: d}, spec: {template: {spec: {hostname: job}}}}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: e}
      spec: {jobTemplate: {spec: {template: {spec: {hostname: cron}}}}}
    `);
    const found = objects.flatMap((object) => [...podTemplatesOf(object)]);
    assert.deepEqual(
      found.map(({ path, template }) => [path, template["spec"]]),
      [
        ["", { hostname: "pod" }],
        ["spec.template", { hostname: "deployment" }],
        ["spec.template", { hostname: "set" }],
        ["spec.template", { hostname: "daemon" }],
        ["spec.template", { hostname: "replica" }],
        ["spec.template", { hostname: "job" }],
        ["spec.jobTemplate.spec.template", { hostname: "cron" }],
      ],
    );
  });

  it("yields nothing of other kinds, another group's Job or a Job without a template", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {template: {}}}
      ---
      {apiVersion: batch.volcano.sh/v1alpha1, kind: Job, metadata: {name: b}, spec: {template: {}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: c}, spec: {}}
    `);
    assert.deepEqual(
      objects.flatMap((object) => [...podTemplatesOf(object)]),
      [],
    );
  });
});
