import assert from "node:assert/strict";
import { legalNames } from "../../generator/rules/legal-names.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };
const check = (text: string) => legalNames(parseObjects(text), context).map(formatFinding);
const label = 'letters, digits, "-", "_" and ".", a letter or digit at both ends';

describe("rule legal-names", () => {
  it("accepts names at their limits", () => {
    const findings = check(`
      {apiVersion: v1, kind: Service, metadata: {name: ${"s".repeat(63)}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: ${"j".repeat(63)}}, spec: {completionMode: NonIndexed}}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: ${"j".repeat(60)}}
      spec: {completionMode: Indexed, completions: 100}
      ---
      {apiVersion: batch/v1, kind: CronJob, metadata: {name: ${"c".repeat(52)}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: ${"s".repeat(52)}}}
      ---
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: ${"p".repeat(253)}}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: 0a.b-c.d, namespace: etl}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: "system:Reader"}}
      ---
      apiVersion: example.com/v1
      kind: Widget
      metadata:
        name: a.b
        labels: {a: "", example.com/b_C: ${"v".repeat(63)}, helm.sh/chart: batch-job-1.0.0_build}
        annotations: {Example.com/A_b: "any text: at all"}
    `);
    assert.deepEqual(findings, []);
  });

  it("reports names that are too long for their kind", () => {
    const findings = check(`
      {apiVersion: v1, kind: Service, metadata: {name: ${"s".repeat(64)}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: ${"j".repeat(64)}}}
      ---
      {apiVersion: batch/v1, kind: CronJob, metadata: {name: ${"c".repeat(53)}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: ${"s".repeat(53)}}}
      ---
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: ${"p".repeat(254)}}}
    `);
    const tail = (max: number, name: string, length: number) =>
      `${name}: "metadata.name": expected at most ${max} characters, got "${name}" of ${length} (legal-names)`;
    assert.deepEqual(findings, [
      `v1/Service ${tail(63, "s".repeat(64), 64)}`,
      `batch/v1/Job ${tail(63, "j".repeat(64), 64)}`,
      `batch/v1/CronJob ${tail(52, "c".repeat(53), 53)}`,
      `apps/v1/StatefulSet ${tail(52, "s".repeat(53), 53)}`,
      `v1/PersistentVolumeClaim ${tail(253, "p".repeat(254), 254)}`,
    ]);
  });

  it("reports names of the wrong form", () => {
    const findings = check(`
      {apiVersion: v1, kind: Service, metadata: {name: 1st}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: a.b}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: Etl_, namespace: a.b}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a/b}}
    `);
    assert.deepEqual(findings, [
      'v1/Service 1st: "metadata.name": expected a DNS label that begins with a letter (lower case letters, digits and "-", ' +
        'a letter or digit at the end), got "1st" (legal-names)',
      'apps/v1/StatefulSet a.b: "metadata.name": expected a DNS label (lower case letters, digits and "-", ' +
        'a letter or digit at both ends), got "a.b" (legal-names)',
      'v1/ConfigMap a.b/Etl_: "metadata.name": expected a DNS subdomain (lower case letters, digits, "-" and ".", ' +
        'a letter or digit at both ends of each part), got "Etl_" (legal-names)',
      'v1/ConfigMap a.b/Etl_: "metadata.namespace": expected a DNS label (lower case letters, digits and "-", ' +
        'a letter or digit at both ends), got "a.b" (legal-names)',
      'rbac.authorization.k8s.io/v1/Role a/b: "metadata.name": expected a path segment (not "." or "..", no "/" and no "%"), ' +
        'got "a/b" (legal-names)',
    ]);
  });

  it("reports an indexed Job or CronJob whose pods' host names would be too long", () => {
    const job = "j".repeat(61);
    const cron = "c".repeat(50);
    const findings = check(`
      {apiVersion: batch/v1, kind: Job, metadata: {name: ${job}}, spec: {completionMode: Indexed, completions: 100}}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: ${cron}}
      spec: {jobTemplate: {spec: {completionMode: Indexed, completions: 11}}}
    `);
    assert.deepEqual(findings, [
      `batch/v1/Job ${job}: "metadata.name": expected at most 60 characters, got "${job}" of 61, ` +
        'for pods whose host names end in "-99" (legal-names)',
      `batch/v1/CronJob ${cron}: "metadata.name": expected at most 49 characters, got "${cron}" of 50, ` +
        'for pods whose host names end in "-10" (legal-names)',
    ]);
  });

  it("reports an object with a generated name, and one with none", () => {
    const findings = check(`
      {apiVersion: v1, kind: Pod, metadata: {generateName: test-}}
    `);
    assert.deepEqual(findings, [
      'v1/Pod (no name): "metadata.name": expected a name, got nothing (legal-names)',
      'v1/Pod (no name): "metadata.generateName": expected no generateName, got "test-" (legal-names)',
    ]);
  });

  it("reports label values, label keys and annotation keys in every metadata", () => {
    const findings = check(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store, labels: {a b: x, version: 1.0+build}, annotations: {a/b/c: x}}
      spec:
        template: {metadata: {labels: {app: ${"v".repeat(64)}}}}
        volumeClaimTemplates: [{metadata: {labels: {Example.com/a: x}}}]
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: report}
      spec: {jobTemplate: {metadata: {labels: {app: -x}}, spec: {template: {metadata: {labels: {app: x-}}}}}}
    `);
    assert.deepEqual(findings, [
      `apps/v1/StatefulSet store: "metadata.labels["a b"]": key "a b": expected ${label}, got "a b" (legal-names)`,
      `apps/v1/StatefulSet store: "metadata.labels.version": expected ${label}, got "1.0+build" (legal-names)`,
      `apps/v1/StatefulSet store: "metadata.annotations["a/b/c"]": key "a/b/c": expected ${label}, got "b/c" (legal-names)`,
      `apps/v1/StatefulSet store: "spec.template.metadata.labels.app": expected at most 63 characters, got "${"v".repeat(64)}" of 64 (legal-names)`,
      'apps/v1/StatefulSet store: "spec.volumeClaimTemplates[0].metadata.labels["Example.com/a"]": key "Example.com/a", ' +
        'before the "/": expected a DNS subdomain (lower case letters, digits, "-" and ".", ' +
        'a letter or digit at both ends of each part), got "Example.com" (legal-names)',
      `batch/v1/CronJob report: "spec.jobTemplate.metadata.labels.app": expected ${label}, got "-x" (legal-names)`,
      `batch/v1/CronJob report: "spec.jobTemplate.spec.template.metadata.labels.app": expected ${label}, got "x-" (legal-names)`,
    ]);
  });
});
