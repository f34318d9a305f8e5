import assert from "node:assert/strict";
import { formatFinding } from "../../generator/rules/rule.ts";
import { uniqueInPods } from "../../generator/rules/unique-in-pods.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule unique-in-pods", () => {
  it("accepts one name in two containers, one port in two protocols and one volume at two paths", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec:
        volumeClaimTemplates: [{metadata: {name: data}}]
        template:
          spec:
            volumes: [{name: a, persistentVolumeClaim: {claimName: a}}, {name: b, persistentVolumeClaim: {claimName: b}}]
            initContainers:
              - {name: prepare, env: [{name: A, value: x}], volumeMounts: [{name: a, mountPath: /a}]}
            containers:
              - name: main
                env: [{name: A, value: x}, {name: B, value: x}]
                ports: [{name: dns, containerPort: 53}, {name: dns-udp, containerPort: 53, protocol: UDP}, {containerPort: 80}]
                volumeMounts: [{name: a, mountPath: /a}, {name: a, mountPath: /b, subPath: b}]
    `);
    assert.deepEqual(uniqueInPods(objects, context), []);
  });

  it("reports containers, volumes and claims that a pod has twice", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec:
        volumeClaimTemplates: [{metadata: {name: data}}]
        template:
          spec:
            initContainers: [{name: main}]
            containers: [{name: main}]
            volumes:
              - {name: data, emptyDir: {}}
              - {name: in, persistentVolumeClaim: {claimName: workspace}}
              - {name: out, persistentVolumeClaim: {claimName: workspace}}
              - {name: out, emptyDir: {}}
    `);
    const start = 'apps/v1/StatefulSet store: "spec.template.spec';
    assert.deepEqual(uniqueInPods(objects, context).map(formatFinding), [
      `${start}.containers[0].name": expected one container "main", got another (unique-in-pods)`,
      `${start}.volumes[0].name": expected one volume "data", got another (unique-in-pods)`,
      `${start}.volumes[3].name": expected one volume "out", got another (unique-in-pods)`,
      `${start}.volumes[2].persistentVolumeClaim.claimName": expected one volume of the claim "workspace", got another (unique-in-pods)`,
    ]);
  });

  it("reports variables, mount paths, port names and ports that a container has twice", () => {
    const objects = parseObjects(`
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec:
        containers:
          - name: main
            env: [{name: A, value: x}, {name: B, value: x}, {name: A, value: y}]
            volumeMounts: [{name: a, mountPath: /data}, {name: b, mountPath: /data}]
            volumeDevices: [{name: c, devicePath: /data}]
            ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}, {containerPort: 80, protocol: TCP}]
    `);
    const start = 'v1/Pod a: "spec.containers[0]';
    assert.deepEqual(uniqueInPods(objects, context).map(formatFinding), [
      `${start}.env[2].name": expected one environment variable "A", got another (unique-in-pods)`,
      `${start}.volumeMounts[1].mountPath": expected one mount or device at "/data", got another (unique-in-pods)`,
      `${start}.volumeDevices[0].devicePath": expected one mount or device at "/data", got another (unique-in-pods)`,
      `${start}.ports[1].name": expected one port name "http", got another (unique-in-pods)`,
      `${start}.ports[2]": expected one port 80/TCP, got another (unique-in-pods)`,
    ]);
  });
});
