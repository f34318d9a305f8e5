import assert from "node:assert/strict";
import { formatFinding } from "../../generator/rules/rule.ts";
import { serviceAccountsExist } from "../../generator/rules/service-accounts-exist.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule service-accounts-exist", () => {
  it("accepts accounts and roles that are rendered, external or part of every cluster", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: gate}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: gate}}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: gate}
      roleRef: {kind: Role, name: gate}
      subjects:
        - {kind: ServiceAccount, name: gate}
        - {kind: ServiceAccount, name: builder, namespace: ci}
        - {kind: ServiceAccount, name: default}
        - {kind: User, name: somebody}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: view}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccountName: gate}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {serviceAccountName: default}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: c}, spec: {}}
    `);
    assert.deepEqual(serviceAccountsExist(objects, { ...context, external: ["ServiceAccount/builder"] }), []);
  });

  it("reports accounts and roles that are not there", () => {
    const objects = parseObjects(`
      {apiVersion: batch/v1, kind: Job, metadata: {name: load}, spec: {template: {spec: {serviceAccountName: loader}}}}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: gate}
      roleRef: {kind: Role, name: gate}
      subjects: [{kind: ServiceAccount, name: gate, namespace: other}]
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b}, roleRef: {kind: ClusterRole, name: reader}}
    `);
    assert.deepEqual(serviceAccountsExist(objects, context).map(formatFinding), [
      'batch/v1/Job load: "spec.template.spec.serviceAccountName": expected a ServiceAccount of namespace "etl", ' +
        'from this release or declared external, got "loader" (service-accounts-exist)',
      'rbac.authorization.k8s.io/v1/RoleBinding gate: "subjects[0].name": expected a ServiceAccount of namespace "other", ' +
        'from this release or declared external, got "gate" (service-accounts-exist)',
      'rbac.authorization.k8s.io/v1/RoleBinding gate: "roleRef.name": expected a Role of namespace "etl", ' +
        'from this release or declared external, got "gate" (service-accounts-exist)',
      'rbac.authorization.k8s.io/v1/RoleBinding b: "roleRef.name": expected a ClusterRole, ' +
        'from this release or declared external, got "reader" (service-accounts-exist)',
    ]);
  });
});
