import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findLosses } from "./find-losses.ts";

describe("findLosses()", () => {
  it("findLosses() names each field and each item that an answer lacks, wherever it is", () => {
    const sent = { kind: "Pod", spec: { volumes: [{ name: "a", image: { reference: "b" } }, { name: "c" }] } };
    assert.deepEqual(findLosses(sent, { kind: "Pod", spec: { volumes: [{ name: "a" }] } }), [
      ".spec.volumes.0.image.reference",
      ".spec.volumes.1.name",
    ]);
    assert.deepEqual(findLosses(sent, { kind: "Pod" }).length, 3);
  });

  it("findLosses() names a value that came back as another, but for the same quantity", () => {
    const sent = { replicas: 3, limits: { cpu: "1000m", memory: "0.5Gi", storage: "1e3", other: ".0031" } };
    const answered = { replicas: 1, limits: { cpu: "1", memory: "512Mi", storage: "1000", other: "4m" } };
    assert.deepEqual(findLosses(sent, answered), [".replicas: 3 became 1"]);
  });

  it("findLosses() asks for nothing that is zero, and takes what the server adds", () => {
    const sent = { paused: false, labels: {}, args: [], name: "", order: 0, none: null };
    assert.deepEqual(findLosses(sent, { uid: "1" }), []);
  });
});
