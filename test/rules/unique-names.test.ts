import assert from "node:assert/strict";
import { formatFinding } from "../../generator/rules/rule.ts";
import { uniqueNames } from "../../generator/rules/unique-names.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule unique-names", () => {
  it("accepts one name in several kinds, groups and namespaces", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Service, metadata: {name: store}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: store}}
      ---
      {apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: store}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: store, namespace: other}}
    `);
    assert.deepEqual(uniqueNames(objects, context), []);
  });

  it("reports a second object, also where only one writes the namespace and the versions differ", () => {
    const objects = parseObjects(`
      {apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: serve}}
      ---
      {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: serve, namespace: etl}}
    `);
    assert.deepEqual(uniqueNames(objects, context).map(formatFinding), [
      'autoscaling/v2/HorizontalPodAutoscaler etl/serve: "metadata.name": ' +
        'expected one HorizontalPodAutoscaler of this name, got 2 named "serve" (unique-names)',
    ]);
  });

  it("reports two cluster-wide objects of one name whatever namespace they write", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: data, namespace: one}}
      ---
      {apiVersion: v1, kind: PersistentVolume, metadata: {name: data, namespace: two}}
    `);
    assert.equal(uniqueNames(objects, context).length, 1);
  });
});
