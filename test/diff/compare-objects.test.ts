import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareObjects } from "../../generator/diff/compare-objects.ts";
import type { KubernetesObject } from "../../generator/mod.ts";

interface ObjectOptions {
  readonly apiVersion?: string;
  readonly namespace?: string;
  /** `app.kubernetes.io/name`. */
  readonly stage?: string;
  readonly spec?: object;
}

function object(kind: string, name: string, options: ObjectOptions = {}): KubernetesObject {
  const { apiVersion = "v1", namespace = "default", stage = "etl", spec = {} } = options;
  return { apiVersion, kind, metadata: { name, namespace, labels: { "app.kubernetes.io/name": stage } }, spec };
}

function identity(kind: string, name: string, namespace = "default"): object {
  return { apiVersion: "v1", kind, namespace, name };
}

describe("compareObjects()", () => {
  it("compareObjects() lists added, removed and changed objects, sorted by kind and name, and counts the others", () => {
    const from = [object("Service", "b"), object("Job", "b", { spec: { on: true } }), object("Service", "a")];
    const to = [object("Deployment", "c"), object("Service", "a"), object("Job", "b", { spec: { on: false } })];
    assert.deepEqual(compareObjects(from, to), {
      changed: [
        { to: identity("Deployment", "c"), fields: [] },
        {
          from: identity("Job", "b"),
          to: identity("Job", "b"),
          fields: [{ path: "spec.on", from: true, to: false }],
        },
        { from: identity("Service", "b"), fields: [] },
      ],
      unchanged: 1,
    });
  });

  it("compareObjects() takes a Job or a StorageClass whose hash changed for the same one, and no other kind", () => {
    for (const kind of ["Job", "StorageClass"]) {
      const from = object(kind, "etl-load-0a1b2c3d", { spec: { image: "a" } });
      const to = object(kind, "etl-load-4e5f6071", { spec: { image: "b" } });
      assert.deepEqual(compareObjects([from], [to]), {
        changed: [
          {
            from: identity(kind, from.metadata.name),
            to: identity(kind, to.metadata.name),
            fields: [{ path: "spec.image", from: "a", to: "b" }],
          },
        ],
        unchanged: 0,
      });
    }
    const services = compareObjects([object("Service", "etl-0a1b2c3d")], [object("Service", "etl-4e5f6071")]);
    assert.deepEqual(services.changed, [
      { from: identity("Service", "etl-0a1b2c3d"), fields: [] },
      { to: identity("Service", "etl-4e5f6071"), fields: [] },
    ]);
  });

  it("compareObjects() reports a Job of which only the hash differs", () => {
    const [from, to] = [object("Job", "etl-0a1b2c3d"), object("Job", "etl-4e5f6071")];
    assert.deepEqual(compareObjects([from], [to]).changed, [
      { from: identity("Job", "etl-0a1b2c3d"), to: identity("Job", "etl-4e5f6071"), fields: [] },
    ]);
  });

  it("compareObjects() takes a Job without a hash for the one that has one", () => {
    const result = compareObjects([object("Job", "etl-load")], [object("Job", "etl-load-4e5f6071")]);
    assert.deepEqual(result.changed, [
      { from: identity("Job", "etl-load"), to: identity("Job", "etl-load-4e5f6071"), fields: [] },
    ]);
  });

  it("compareObjects() distinguishes Jobs of two stages whose names begin with the same text", () => {
    const result = compareObjects(
      [object("Job", "etl-0a1b2c3d", { stage: "a" })],
      [object("Job", "etl-4e5f6071", { stage: "b" })],
    );
    assert.deepEqual(result.changed, [
      { from: identity("Job", "etl-0a1b2c3d"), fields: [] },
      { to: identity("Job", "etl-4e5f6071"), fields: [] },
    ]);
  });

  it("compareObjects() matches equal names before it matches what precedes a hash", () => {
    const kept = object("Job", "etl-4e5f6071");
    const result = compareObjects([object("Job", "etl-0a1b2c3d"), kept], [kept]);
    assert.deepEqual(result, { changed: [{ from: identity("Job", "etl-0a1b2c3d"), fields: [] }], unchanged: 1 });
  });

  it("compareObjects() distinguishes objects of one name in other namespaces or groups", () => {
    const result = compareObjects([object("Service", "a")], [object("Service", "a", { namespace: "other" })]);
    assert.deepEqual(result.changed, [
      { from: identity("Service", "a"), fields: [] },
      { to: identity("Service", "a", "other"), fields: [] },
    ]);
    const group = object("Service", "a", { apiVersion: "serving.knative.dev/v1" });
    assert.equal(compareObjects([object("Service", "a")], [group]).changed.length, 2);
  });
});
