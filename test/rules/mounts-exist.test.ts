import assert from "node:assert/strict";
import { mountsExist } from "../../generator/rules/mounts-exist.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule mounts-exist", () => {
  it("accepts mounts of volumes and of claim templates", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec:
        template:
          spec:
            volumes: [{name: tmp, emptyDir: {}}]
            initContainers: [{name: prepare, volumeMounts: [{name: tmp, mountPath: /tmp}]}]
            containers: [{name: main, volumeMounts: [{name: data, mountPath: /a}], volumeDevices: [{name: raw, devicePath: /dev/b}]}]
        volumeClaimTemplates: [{metadata: {name: data}}, {metadata: {name: raw}}]
    `);
    assert.deepEqual(mountsExist(objects, context), []);
  });

  it("reports a mount or device without a volume", () => {
    const objects = parseObjects(`
      apiVersion: batch/v1
      kind: Job
      metadata: {name: load}
      spec:
        template:
          spec:
            volumes: [{name: data, emptyDir: {}}, {name: tmp, emptyDir: {}}]
            initContainers: [{name: prepare, volumeDevices: [{name: raw, devicePath: /dev/b}]}]
            containers: [{name: main, volumeMounts: [{name: tmp, mountPath: /tmp}, {name: dat, mountPath: /data}]}]
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: main, volumeMounts: [{name: x, mountPath: /x}]}]}}
    `);
    assert.deepEqual(mountsExist(objects, context).map(formatFinding), [
      'batch/v1/Job load: "spec.template.spec.initContainers[0].volumeDevices[0].name": ' +
        'expected a volume of the pod, one of "data", "tmp", got "raw" (mounts-exist)',
      'batch/v1/Job load: "spec.template.spec.containers[0].volumeMounts[1].name": ' +
        'expected a volume of the pod, one of "data", "tmp", got "dat" (mounts-exist)',
      'v1/Pod a: "spec.containers[0].volumeMounts[0].name": ' +
        'expected a volume of the pod, of which it has none, got "x" (mounts-exist)',
    ]);
  });
});
