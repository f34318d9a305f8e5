import assert from "node:assert/strict";
import { kubernetesModels } from "../../generator/rules/kubernetes-models.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule kubernetes-models", () => {
  it("accepts every kind that the charts make, and what else has pods", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {key: value}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: a}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {capacity: {storage: 10Gi}}}
      ---
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: main}]}}
      ---
      {apiVersion: v1, kind: Secret, metadata: {name: a}, data: {key: dmFsdWU=}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80, targetPort: http}]}}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: a}
      spec: {selector: {}, template: {spec: {containers: [{name: main}]}}}
      ---
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: a}
      spec: {selector: {}, template: {spec: {containers: [{name: main}]}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a}
      spec: {selector: {}, template: {spec: {containers: [{name: main}]}}}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: a}
      spec: {selector: {}, serviceName: a, template: {spec: {containers: [{name: main}]}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: {spec: {containers: [{name: main}]}}}}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: a}
      spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: main}]}}}}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: a}
      spec: {maxReplicas: 3, scaleTargetRef: {kind: Deployment, name: a}}
      ---
      {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}, spec: {ingressClassName: nginx}}
      ---
      {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: {podSelector: {}}}
      ---
      {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {maxUnavailable: 1}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a}, rules: [{verbs: [get]}]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: a}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}
      ---
      {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: csi.example.com}
    `);
    assert.equal(objects.length, 21);
    assert.deepEqual(kubernetesModels(objects, context), []);
  });

  it("reports each wrong field once, with its path", () => {
    const objects = parseObjects(`
      apiVersion: batch/v1
      kind: Job
      metadata: {name: extract, namespace: etl, labels: {a.b/c: true}}
      spec:
        backoffLimit: "4"
        template: {spec: {containers: [{image: busybox, resources: {limits: {memory: big}}}]}}
    `);
    assert.deepEqual(kubernetesModels(objects, context).map(formatFinding), [
      'batch/v1/Job etl/extract: "metadata.labels["a.b/c"]": expected a valid value, got true: must be string (kubernetes-models)',
      'batch/v1/Job etl/extract: "spec.backoffLimit": expected a valid value, got "4": must be integer (kubernetes-models)',
      'batch/v1/Job etl/extract: "spec.template.spec.containers[0]": expected a valid value, got a map: ' +
        "must have required property name (kubernetes-models)",
      'batch/v1/Job etl/extract: "spec.template.spec.containers[0].resources.limits.memory": expected a valid value, ' +
        'got "big": must be number, must match format "quantity", must match exactly one schema in "oneOf" (kubernetes-models)',
    ]);
  });

  it("lists the words of a field that has one of several", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a}
      spec:
        strategy: {type: Recreat}
        selector: {}
        template: {spec: {containers: [{name: main, imagePullPolicy: 1}]}}
    `);
    assert.deepEqual(kubernetesModels(objects, context).map(formatFinding), [
      'apps/v1/Deployment a: "spec.strategy.type": expected "Recreate" or "RollingUpdate", got "Recreat" (kubernetes-models)',
      'apps/v1/Deployment a: "spec.template.spec.containers[0].imagePullPolicy": expected a valid value, got 1: ' +
        'must be string, must be "Always" or "IfNotPresent" or "Never" (kubernetes-models)',
    ]);
  });

  it("reports a kind without a model, unless it is allowed", () => {
    const objects = parseObjects(`
      {apiVersion: snapshot.storage.k8s.io/v1, kind: VolumeSnapshot, metadata: {name: nightly}}
      ---
      {apiVersion: batch/v1beta1, kind: Job, metadata: {name: old}}
    `);
    const allowUnknownKinds = ["snapshot.storage.k8s.io/v1/VolumeSnapshot"];
    assert.deepEqual(kubernetesModels(objects, { ...context, allowUnknownKinds }).map(formatFinding), [
      'batch/v1beta1/Job old: "kind": expected a kind that kubernetes-models knows or the context allows, ' +
        'got "batch/v1beta1/Job" (kubernetes-models)',
    ]);
    assert.equal(kubernetesModels(objects, context).length, 2);
  });
});
