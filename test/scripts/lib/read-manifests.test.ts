import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";

describe("readManifests()", () => {
  it("readManifests() gives the objects in their order and drops empty documents", () => {
    const text = `---
# Source: etl/templates/job.yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: etl
---
# Source: etl/templates/nothing.yaml
# nothing here
---
# Source: etl/templates/configmap.yaml
apiVersion: v1
kind: ConfigMap
data:
  flag: "yes"
  script: |
    first
    ---x
---
`;
    assert.deepEqual(readManifests(text), [
      { apiVersion: "batch/v1", kind: "Job", metadata: { name: "etl" } },
      { apiVersion: "v1", kind: "ConfigMap", data: { flag: "yes", script: "first\n---x\n" } },
    ]);
  });

  it("readManifests() gives nothing for an empty text", () => {
    assert.deepEqual(readManifests(""), []);
    assert.deepEqual(readManifests("---\n---\n"), []);
  });

  it("readManifests() reads a document that begins without dashes, and a comment after them", () => {
    assert.deepEqual(readManifests("kind: A\n--- # second\nkind: B\n"), [{ kind: "A" }, { kind: "B" }]);
  });

  it("readManifests() names the template and the line of a mistake", () => {
    const text = "---\n# Source: a/b.yaml\nkind: A\n---\n# Source: a/c.yaml\nkind: B\nkind: C\n";
    assert.throws(() => readManifests(text), {
      name: "ManifestError",
      message: 'Cannot read the manifest of "a/c.yaml", line 7: Map keys must be unique',
    });
  });

  it("readManifests() refuses a document that is no object", () => {
    assert.throws(() => readManifests("---\n# Source: a/b.yaml\njust text\n"), {
      message: 'Cannot read the manifest of "a/b.yaml", line 1: expected an object, got "just text"',
    });
    assert.throws(() => readManifests("---\n- a\n"), {
      message: 'Cannot read a manifest, line 1: expected an object, got ["a"]',
    });
  });
});
