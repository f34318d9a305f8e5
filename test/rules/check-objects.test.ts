import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { checkObjects, rules } from "../../generator/rules/check-objects.ts";
import type { KubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

// A stage as a chart renders it: nothing is wrong with it.
const stage = `
  {apiVersion: v1, kind: ConfigMap, metadata: {name: etl-load, namespace: etl}, data: {load.sql: select 1}}
  ---
  {apiVersion: v1, kind: ServiceAccount, metadata: {name: etl-load, namespace: etl}, automountServiceAccountToken: false}
  ---
  apiVersion: v1
  kind: PersistentVolumeClaim
  metadata: {name: etl-workspace, namespace: etl}
  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
  ---
  apiVersion: batch/v1
  kind: Job
  metadata: {name: etl-load-0a1b2c3d, namespace: etl, labels: {app.kubernetes.io/name: batch-job}}
  spec:
    backoffLimit: 4
    template:
      metadata: {labels: {app.kubernetes.io/name: batch-job}}
      spec:
        automountServiceAccountToken: false
        restartPolicy: Never
        serviceAccountName: etl-load
        securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: main
            image: busybox:1.37
            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            volumeMounts: [{name: workspace, mountPath: /data}, {name: scripts, mountPath: /scripts}]
        volumes:
          - {name: workspace, persistentVolumeClaim: {claimName: etl-workspace}}
          - {name: scripts, configMap: {name: etl-load}}
`;

describe("checkObjects()", () => {
  it("finds nothing in a sound release, nor in an empty one", () => {
    assert.deepEqual(checkObjects(parseObjects(stage), context), []);
    assert.deepEqual(checkObjects([], context), []);
  });

  it("orders the findings of all rules by object and path, whatever the order of the objects", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Service, metadata: {name: b, namespace: etl}, spec: {selector: {app: b}, ports: [{port: high}]}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: a_, namespace: etl}, data: {key: null}}
    `);
    const expected = [
      'v1/ConfigMap etl/a_: "data.key": expected a valid value, got null: must be string (kubernetes-models)',
      'v1/ConfigMap etl/a_: "data.key": expected a value or no field at all, got null (no-template-rests)',
      'v1/ConfigMap etl/a_: "metadata.name": expected a DNS subdomain (lower case letters, digits, "-" and ".", ' +
        'a letter or digit at both ends of each part), got "a_" (legal-names)',
      'v1/Service etl/b: "spec.ports[0].port": expected a valid value, got "high": must be integer (kubernetes-models)',
      'v1/Service etl/b: "spec.selector": expected the labels of a pod template of this release in namespace "etl", ' +
        "got app=b (selectors-match)",
    ];
    assert.deepEqual(checkObjects(objects, context).map(formatFinding), expected);
    assert.deepEqual(checkObjects(objects.toReversed(), context).map(formatFinding), expected);
  });

  it("runs the rules that are named alone", () => {
    const [object] = parseObjects("{apiVersion: v1, kind: ConfigMap, metadata: {name: a_}, data: {key: null}}");
    const found = checkObjects([object as KubernetesObject], context, ["legal-names", "unique-names"]);
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ["legal-names"],
    );
  });

  it("reports an object of no sense and does not fail on it", () => {
    const objects = parseObjects(`
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {}, spec: [text]}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: 5}, spec: {template: {spec: {containers: {a: b}, volumes: [text, 4]}}}}
      ---
      {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: [a], spec: {rules: [4, {http: {paths: [text]}}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: a, labels: [a]}, spec: {selector: text, ports: [text]}}
    `);
    assert.ok(checkObjects(objects, context).length > 0);
  });
});

describe("rules", () => {
  it("have the names of their files, which are those of their findings", async () => {
    const folder = new URL("../../generator/rules/", import.meta.url);
    for (const name of rules.keys()) {
      assert.match(await readFile(new URL(`${name}.ts`, folder), "utf8"), new RegExp(`"${name}"`));
    }
  });

  it("have a test each", async () => {
    const files = await readdir(new URL("./", import.meta.url));
    for (const name of rules.keys()) assert.ok(files.includes(`${name}.test.ts`), name);
  });
});
