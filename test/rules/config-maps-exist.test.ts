import assert from "node:assert/strict";
import { configMapsExist } from "../../generator/rules/config-maps-exist.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule config-maps-exist", () => {
  it("accepts config maps that are rendered, external, optional or in every namespace, and any Secret", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a.ini: text}, binaryData: {b.bin: AA==}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec:
        imagePullSecrets: [{name: anywhere}]
        volumes:
          - {name: a, configMap: {name: settings, items: [{key: a.ini, path: a}, {key: b.bin, path: b}]}}
          - {name: b, secret: {secretName: anywhere}}
          - name: c
            projected:
              sources: [{configMap: {name: kube-root-ca.crt}}, {secret: {name: anywhere}}, {configMap: {name: site}}]
        containers:
          - name: main
            envFrom: [{configMapRef: {name: settings}}, {configMapRef: {name: maybe, optional: true}}, {secretRef: {name: anywhere}}]
            env:
              - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: a.ini}}}
              - {name: B, valueFrom: {configMapKeyRef: {name: settings, key: c, optional: true}}}
              - {name: C, valueFrom: {configMapKeyRef: {name: site, key: unknown}}}
              - {name: D, valueFrom: {secretKeyRef: {name: anywhere, key: password}}}
              - {name: E, value: text}
    `);
    assert.deepEqual(configMapsExist(objects, { ...context, external: ["ConfigMap/site"] }), []);
  });

  it("reports a config map that is not there, wherever it is used", () => {
    const objects = parseObjects(`
      apiVersion: batch/v1
      kind: Job
      metadata: {name: load}
      spec:
        template:
          spec:
            volumes:
              - {name: a, configMap: {name: one}}
              - {name: b, projected: {sources: [{configMap: {name: two}}]}}
            initContainers: [{name: wait, envFrom: [{configMapRef: {name: three}}]}]
            containers: [{name: main, env: [{name: A, valueFrom: {configMapKeyRef: {name: four, key: a}}}]}]
    `);
    const found = (path: string, name: string) =>
      `batch/v1/Job load: "spec.template.spec.${path}": expected a ConfigMap of namespace "etl", ` +
      `from this release or declared external, got "${name}" (config-maps-exist)`;
    assert.deepEqual(configMapsExist(objects, context).map(formatFinding), [
      found("volumes[0].configMap.name", "one"),
      found("volumes[1].projected.sources[0].configMap.name", "two"),
      found("initContainers[0].envFrom[0].configMapRef.name", "three"),
      found("containers[0].env[0].valueFrom.configMapKeyRef.name", "four"),
    ]);
  });

  it("reports a key that the config map does not have", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a.ini: text}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec:
        volumes: [{name: a, configMap: {name: settings, items: [{key: b.ini, path: b}]}}]
        containers: [{name: main, env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: c.ini}}}]}]
    `);
    assert.deepEqual(configMapsExist(objects, context).map(formatFinding), [
      'v1/Pod a: "spec.volumes[0].configMap.items[0].key": expected a key of ConfigMap "settings", ' +
        'got "b.ini" (config-maps-exist)',
      'v1/Pod a: "spec.containers[0].env[0].valueFrom.configMapKeyRef.key": expected a key of ConfigMap "settings", ' +
        'got "c.ini" (config-maps-exist)',
    ]);
  });
});
