import assert from "node:assert/strict";
import { describeObject, isKubernetesObject } from "../../generator/rules/kubernetes-object.ts";

describe("describeObject()", () => {
  it("names an object with its namespace", () => {
    const object = { apiVersion: "batch/v1", kind: "Job", metadata: { name: "etl-extract", namespace: "default" } };
    assert.equal(describeObject(object), "batch/v1/Job default/etl-extract");
  });

  it("leaves out a namespace that is not written", () => {
    assert.equal(describeObject({ apiVersion: "v1", kind: "Service", metadata: { name: "web" } }), "v1/Service web");
  });
});

describe("isKubernetesObject()", () => {
  it("accepts an object without a name, which a rule reports", () => {
    assert.equal(isKubernetesObject({ apiVersion: "v1", kind: "Pod", metadata: {} }), true);
  });

  it("refuses what is no object of Kubernetes", () => {
    for (const document of [null, undefined, "text", [], {}, { apiVersion: "v1", kind: "Pod" }, { apiVersion: 1 }]) {
      assert.equal(isKubernetesObject(document), false);
    }
  });
});
