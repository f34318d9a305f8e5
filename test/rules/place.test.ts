import assert from "node:assert/strict";
import { enter, listEntries, listItems, readText, showValue, startAt } from "../../generator/rules/place.ts";

const start = startAt({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", labels: { "app.kubernetes.io/name": "web", constructor: "kept" } },
  spec: { ports: [{ port: 80 }, { port: 81 }] },
});

describe("enter()", () => {
  it("writes the path of keys, list items and keys that are no identifiers", () => {
    assert.equal(enter(start, "spec", "ports", 1, "port").path, "spec.ports[1].port");
    assert.equal(enter(start, "metadata", "labels", "a.b/c").path, 'metadata.labels["a.b/c"]');
  });

  it("reads own fields only", () => {
    assert.equal(enter(start, "metadata", "constructor").value, undefined);
    assert.equal(enter(start, "metadata", "labels", "constructor").value, "kept");
  });

  it("goes on where nothing is", () => {
    const place = enter(start, "spec", "selector", "app");
    assert.deepEqual([place.path, place.value], ["spec.selector.app", undefined]);
  });
});

describe("listItems()", () => {
  it("yields the places of a list, and none of anything else", () => {
    const paths = listItems(start, "spec", "ports").map(({ path }) => path);
    assert.deepEqual(paths, ["spec.ports[0]", "spec.ports[1]"]);
    assert.deepEqual(listItems(start, "spec"), []);
  });
});

describe("listEntries()", () => {
  it("yields the keys and places of a map, and none of anything else", () => {
    const values = listEntries(start, "metadata", "labels").map(([key, { value }]) => `${key}=${value}`);
    assert.deepEqual(values, ["app.kubernetes.io/name=web", "constructor=kept"]);
    assert.deepEqual(listEntries(start, "spec", "ports"), []);
  });
});

describe("readText()", () => {
  it("yields a string and nothing else", () => {
    assert.equal(readText(start, "metadata", "name"), "web");
    assert.equal(readText(start, "spec", "ports", 0, "port"), undefined);
  });
});

describe("showValue()", () => {
  it("writes scalars in full and the kind of the rest", () => {
    const shown = [undefined, null, "a", 1, true, [1], { a: 1 }].map(showValue);
    assert.deepEqual(shown, ["nothing", "null", '"a"', "1", "true", "a list", "a map"]);
  });
});
