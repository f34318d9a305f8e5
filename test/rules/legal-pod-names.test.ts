import assert from "node:assert/strict";
import { legalPodNames } from "../../generator/rules/legal-pod-names.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule legal-pod-names", () => {
  it("accepts legal names of containers, volumes, claim templates and ports", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec:
        template:
          spec:
            initContainers: [{name: 0-wait}]
            containers: [{name: main, ports: [{name: metrics-port-15, containerPort: 80}, {containerPort: 81}]}]
            volumes: [{name: ${"v".repeat(63)}}]
        volumeClaimTemplates: [{metadata: {name: data}}]
    `);
    assert.deepEqual(legalPodNames(objects, context), []);
  });

  it("reports illegal names with their places", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec:
        template:
          spec:
            containers: [{name: Main, ports: [{name: metrics-port-too}, {name: "80"}]}]
            volumes: [{name: a.b}]
        volumeClaimTemplates: [{metadata: {name: my_data}}]
    `);
    const label = 'a DNS label (lower case letters, digits and "-", a letter or digit at both ends)';
    assert.deepEqual(legalPodNames(objects, context).map(formatFinding), [
      `apps/v1/StatefulSet store: "spec.template.spec.containers[0].name": expected ${label}, got "Main" (legal-pod-names)`,
      'apps/v1/StatefulSet store: "spec.template.spec.containers[0].ports[0].name": ' +
        'expected at most 15 characters, got "metrics-port-too" of 16 (legal-pod-names)',
      'apps/v1/StatefulSet store: "spec.template.spec.containers[0].ports[1].name": expected a port name (lower case letters, ' +
        'digits and single "-", at least one letter, a letter or digit at both ends), got "80" (legal-pod-names)',
      `apps/v1/StatefulSet store: "spec.template.spec.volumes[0].name": expected ${label}, got "a.b" (legal-pod-names)`,
      `apps/v1/StatefulSet store: "spec.volumeClaimTemplates[0].metadata.name": expected ${label}, got "my_data" (legal-pod-names)`,
    ]);
  });
});
