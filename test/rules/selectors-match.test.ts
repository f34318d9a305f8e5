import assert from "node:assert/strict";
import { formatFinding } from "../../generator/rules/rule.ts";
import { selectorsMatch } from "../../generator/rules/selectors-match.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

// A Deployment whose pods carry two labels and name one port.
const serve = `
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: serve}
  spec:
    selector: {matchLabels: {app: serve}}
    template:
      metadata: {labels: {app: serve, tier: front}}
      spec: {containers: [{name: main, ports: [{name: http, containerPort: 8080}]}]}
`;

describe("rule selectors-match", () => {
  it("accepts selectors that match pods, and objects without a selector", () => {
    const objects = parseObjects(`${serve}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: serve}, spec: {selector: {app: serve}, ports: [{port: 80, targetPort: http}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: b}, spec: {selector: {tier: front}, ports: [{port: 80, targetPort: 9}, {port: 81}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: elsewhere}, spec: {externalName: example.com, ports: [{port: 80, targetPort: x}]}}
      ---
      {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: all}, spec: {podSelector: {}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: front}
      spec:
        podSelector:
          matchExpressions:
            - {key: tier, operator: In, values: [front, back]}
            - {key: app, operator: NotIn, values: [store]}
            - {key: zone, operator: NotIn, values: [a]}
            - {key: app, operator: Exists}
            - {key: zone, operator: DoesNotExist}
      ---
      {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: serve}, spec: {selector: {matchLabels: {app: serve}}}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: serve}
      spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: serve}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: custom}
      spec: {scaleTargetRef: {apiVersion: example.com/v1, kind: Widget, name: custom}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: load}, spec: {template: {}}}
      ---
      {apiVersion: crd.example.com/v1, kind: NetworkPolicy, metadata: {name: c}, spec: {podSelector: {matchLabels: {a: b}}}}
    `);
    assert.deepEqual(selectorsMatch(objects, context), []);
  });

  it("takes selectors for right that ask for labels which controllers add to pods", () => {
    const selectors = [
      ["statefulset.kubernetes.io/pod-name", "store-0"],
      ["apps.kubernetes.io/pod-index", '"1"'],
      ["controller-revision-hash", "store-6c8f"],
      ["batch.kubernetes.io/job-name", "load"],
      ["job-name", "load"],
      ["batch.kubernetes.io/controller-uid", "0b5a"],
      ["controller-uid", "0b5a"],
      ["batch.kubernetes.io/job-completion-index", '"3"'],
      ["batch.kubernetes.io/job-name", "nightly-29384"],
      ["pod-template-hash", "7d4b"],
    ] as const;
    const services = selectors.map(
      ([key, value], i) => `
      ---
      {apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {${key}: ${value}}}}`,
    );
    const others = [
      ["statefulset.kubernetes.io/pod-name", "stor-0"],
      ["batch.kubernetes.io/job-name", "extract"],
      ["apps.kubernetes.io/pod-index", "last"],
    ] as const;
    const wrong = others.map(
      ([key, value], i) => `
      ---
      {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: w${i}}, spec: {podSelector: {matchExpressions: [{key: ${key}, operator: In, values: [${value}]}]}}}`,
    );
    const workloads = `${serve}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: store}, spec: {selector: {matchLabels: {app: store}}, template: {metadata: {labels: {app: store}}}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: load}, spec: {template: {}}}
      ---
      {apiVersion: batch/v1, kind: CronJob, metadata: {name: nightly}, spec: {jobTemplate: {spec: {template: {}}}}}`;
    const objects = parseObjects([workloads, ...services, ...wrong].join(""));
    assert.deepEqual(
      selectorsMatch(objects, context).map(({ object }) => object),
      ["w0", "w1", "w2"].map((name) => `networking.k8s.io/v1/NetworkPolicy ${name}`),
    );
  });

  it("takes the pods of a DaemonSet for pods of the release, and reports one that does not select its own", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent}
      spec:
        selector: {matchLabels: {app: agnt}}
        template:
          metadata: {labels: {app: agent}}
          spec: {containers: [{name: main, ports: [{name: http, containerPort: 8080}]}]}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: agent}, ports: [{port: 80, targetPort: http}]}}
    `);
    assert.deepEqual(selectorsMatch(objects, context).map(formatFinding), [
      'apps/v1/DaemonSet agent: "spec.selector.matchLabels.app": expected what the pod template\'s labels satisfy, got app=agnt (selectors-match)',
    ]);
  });

  it("reports a workload that does not select its own pods", () => {
    const objects = parseObjects(`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: store}
      spec:
        selector: {matchLabels: {app: store}, matchExpressions: [{key: tier, operator: In, values: [a, b]}]}
        template: {metadata: {labels: {app: stor, tier: c}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {selector: {}, template: {}}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: b}, spec: {selector: {matchLabels: {app: b}}, template: {}}}
    `);
    assert.deepEqual(selectorsMatch(objects, context).map(formatFinding), [
      'apps/v1/StatefulSet store: "spec.selector.matchLabels.app": ' +
        "expected what the pod template's labels satisfy, got app=store (selectors-match)",
      'apps/v1/StatefulSet store: "spec.selector.matchExpressions[0]": ' +
        "expected what the pod template's labels satisfy, got tier in (a, b) (selectors-match)",
      'apps/v1/Deployment a: "spec.selector": expected at least one label, got none (selectors-match)',
      'batch/v1/Job b: "spec.selector.matchLabels.app": ' +
        "expected what the pod template's labels satisfy, got app=b (selectors-match)",
    ]);
  });

  it("reports a Service, policy or budget that selects no pod, or only pods of another namespace", () => {
    const objects = parseObjects(`${serve}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {app: serve, tier: back}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: b, namespace: other}, spec: {selector: {app: serve}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: c}
      spec: {podSelector: {matchExpressions: [{key: app, operator: DoesNotExist}, {key: tier, operator: Exists}]}}
      ---
      {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: d}, spec: {selector: {matchExpressions: [{key: app, operator: Is}]}}}
    `);
    assert.deepEqual(selectorsMatch(objects, context).map(formatFinding), [
      'v1/Service a: "spec.selector": expected the labels of a pod template of this release in namespace "etl", ' +
        "got app=serve, tier=back (selectors-match)",
      'v1/Service other/b: "spec.selector": expected the labels of a pod template of this release in namespace "other", ' +
        "got app=serve (selectors-match)",
      'networking.k8s.io/v1/NetworkPolicy c: "spec.podSelector": ' +
        'expected the labels of a pod template of this release in namespace "etl", got !app, tier (selectors-match)',
      'policy/v1/PodDisruptionBudget d: "spec.selector": ' +
        'expected the labels of a pod template of this release in namespace "etl", got app "Is" (selectors-match)',
    ]);
  });

  it("reports a named port that no selected pod has", () => {
    const objects = parseObjects(`${serve}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: serve}
      spec: {selector: {app: serve}, ports: [{port: 80, targetPort: http}, {port: 81, targetPort: web}]}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: bare, labels: {app: bare}}, spec: {containers: [{name: main, ports: [{containerPort: 80}]}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: bare}, spec: {selector: {app: bare}, ports: [{port: 80, targetPort: http}]}}
    `);
    assert.deepEqual(selectorsMatch(objects, context).map(formatFinding), [
      'v1/Service serve: "spec.ports[1].targetPort": expected a named container port of the selected pods, ' +
        'one of "http", got "web" (selectors-match)',
      'v1/Service bare: "spec.ports[0].targetPort": expected a named container port of the selected pods, ' +
        'of which they have none, got "http" (selectors-match)',
    ]);
  });

  it("reports an autoscaler whose target is not there", () => {
    const objects = parseObjects(`${serve}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: serve}
      spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: serve}}
    `);
    assert.deepEqual(selectorsMatch(objects, context).map(formatFinding), [
      'autoscaling/v2/HorizontalPodAutoscaler serve: "spec.scaleTargetRef.name": expected a StatefulSet of namespace "etl", ' +
        'from this release or declared external, got "serve" (selectors-match)',
    ]);
  });
});
