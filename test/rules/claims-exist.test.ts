import assert from "node:assert/strict";
import { claimsExist } from "../../generator/rules/claims-exist.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule claims-exist", () => {
  it("accepts claims that are rendered, external or a replica's", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: workspace}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: etl-workspace}, spec: {claimRef: {namespace: etl, name: workspace}}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: etl-other}, spec: {claimRef: {name: workspace}}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: free}, spec: {capacity: {storage: 1Gi}}}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: extract, namespace: etl}
      spec:
        template:
          spec:
            volumes:
              - {name: a, persistentVolumeClaim: {claimName: workspace}}
              - {name: b, persistentVolumeClaim: {claimName: archive}}
              - {name: c, persistentVolumeClaim: {claimName: data-store-6}}
              - {name: d, emptyDir: {}}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec: {replicas: 2, ordinals: {start: 5}, template: {}, volumeClaimTemplates: [{metadata: {name: data}}]}
    `);
    assert.deepEqual(claimsExist(objects, { ...context, external: ["PersistentVolumeClaim/archive"] }), []);
  });

  it("reports a claim that is not made, or that is in another namespace", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: workspace, namespace: other}}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: report}
      spec:
        jobTemplate:
          spec: {template: {spec: {volumes: [{name: a, persistentVolumeClaim: {claimName: workspace}}]}}}
    `);
    assert.deepEqual(claimsExist(objects, context).map(formatFinding), [
      'batch/v1/CronJob report: "spec.jobTemplate.spec.template.spec.volumes[0].persistentVolumeClaim.claimName": ' +
        'expected a PersistentVolumeClaim of namespace "etl", from this release or declared external, ' +
        'got "workspace" (claims-exist)',
    ]);
  });

  it("reports the claim of a replica that a StatefulSet does not have", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec: {replicas: 2, template: {}, volumeClaimTemplates: [{metadata: {name: data}}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: reader}
      spec:
        volumes:
          - {name: a, persistentVolumeClaim: {claimName: data-store-1}}
          - {name: b, persistentVolumeClaim: {claimName: data-store-2}}
          - {name: c, persistentVolumeClaim: {claimName: data-store-01}}
          - {name: d, persistentVolumeClaim: {claimName: data-store-}}
    `);
    const found = claimsExist(objects, context).map(({ path }) => path);
    assert.deepEqual(found, [
      "spec.volumes[1].persistentVolumeClaim.claimName",
      "spec.volumes[2].persistentVolumeClaim.claimName",
      "spec.volumes[3].persistentVolumeClaim.claimName",
    ]);
  });

  it("reports a PersistentVolume that is kept for a claim that nobody makes", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: workspace}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {claimRef: {namespace: prod, name: workspace}}}
    `);
    assert.deepEqual(claimsExist(objects, context).map(formatFinding), [
      'v1/PersistentVolume a: "spec.claimRef.name": expected a PersistentVolumeClaim of namespace "prod", ' +
        'from this release or declared external, got "workspace" (claims-exist)',
    ]);
  });
});
