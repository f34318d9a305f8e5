import assert from "node:assert/strict";
import { noMountedToken } from "../../generator/rules/no-mounted-token.ts";
import { formatFinding } from "../../generator/rules/rule.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule no-mounted-token", () => {
  it("accepts a pod that disables the mount, itself or by its account, and a projected token", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: quiet}, automountServiceAccountToken: false}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {automountServiceAccountToken: false}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {serviceAccountName: quiet}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: c}
      spec:
        automountServiceAccountToken: false
        volumes: [{name: token, projected: {sources: [{serviceAccountToken: {path: token}}]}}]
    `);
    assert.deepEqual(noMountedToken(objects, context), []);
  });

  it("reports a pod that mounts the token, or leaves it to an account that does", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: quiet}, automountServiceAccountToken: false}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: loud}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccountName: quiet, automountServiceAccountToken: true}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {serviceAccountName: loud}}
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: c}, spec: {template: {spec: {}}}}
    `);
    assert.deepEqual(noMountedToken(objects, context).map(formatFinding), [
      'v1/Pod a: "spec.automountServiceAccountToken": expected false, got true (no-mounted-token)',
      'v1/Pod b: "spec.automountServiceAccountToken": expected false, got nothing (no-mounted-token)',
      'batch/v1/Job c: "spec.template.spec.automountServiceAccountToken": expected false, got nothing (no-mounted-token)',
    ]);
  });

  it("accepts a pod of helm test that mounts the token of an account with permissions, and no other pod", () => {
    const pod = (name: string, hook: string, account: string, mounts = true): string => `
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: ${name}, annotations: {helm.sh/hook: ${hook}}}
      spec: {serviceAccountName: ${account}, automountServiceAccountToken: ${mounts ? "true" : "null"}}`;
    const objects = parseObjects(`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: a}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}
      subjects: [{kind: ServiceAccount, name: reader, namespace: etl}]
      ${pod("a", "test", "reader")}${pod("b", "post-install", "reader")}${pod("c", "test", "other")}
      ${pod("d", "test", "reader", false)}
    `);
    assert.deepEqual(
      noMountedToken(objects, context).map(({ object }) => object),
      ["v1/Pod b", "v1/Pod c", "v1/Pod d"],
    );
  });

  it("excepts the objects that the context allows", () => {
    const objects = parseObjects("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}");
    assert.deepEqual(noMountedToken(objects, { ...context, allowPrivileged: ["Pod/a"] }), []);
  });
});
