import assert from "node:assert/strict";
import { describe, it } from "mocha";
import Type from "typebox";
import { library } from "../../generator/library/library.ts";
import { findBadReference } from "../../generator/values/find-bad-reference.ts";
import { closed, kubernetes, mapOf } from "../../generator/values/model.ts";

const description = "For tests";
const wanted = "a reference to a definition of Kubernetes, #/definitions/";

describe("findBadReference()", () => {
  it("findBadReference() finds none in the models of the library", () => {
    for (const { name, values } of library) assert.equal(findBadReference(values), undefined, name);
  });

  it("findBadReference() names a reference that Helm would fetch", () => {
    for (const $ref of ["https://example.com/probe.json", "file:///etc/passwd", "probe.json", "//example.com/a", "#"]) {
      const values = closed({ web: mapOf(".*", Type.Unsafe<object>({ $ref }), { description }) }, { description });
      assert.deepEqual(findBadReference(values), {
        path: "properties.web.patternProperties..*.$ref",
        wanted: `${wanted}NAME`,
        found: JSON.stringify($ref),
      });
    }
  });

  it("findBadReference() proposes a definition for a misspelt one", () => {
    // @ts-expect-error: no definition of that name
    const values = closed({ probe: kubernetes("Prob", { description }) }, { description });
    assert.deepEqual(findBadReference(values), {
      path: "properties.probe.allOf.0.$ref",
      wanted: `${wanted}Probe`,
      found: '"#/definitions/Prob"',
    });
  });

  it("findBadReference() names what moves the place that references start from", () => {
    for (const keyword of ["$id", "$anchor", "$dynamicRef", "$recursiveRef"]) {
      const part = Type.Unsafe<string>({ type: "string", [keyword]: "http://example.com/" });
      assert.deepEqual(findBadReference(closed({ a: part }, { description })), {
        path: `properties.a.${keyword}`,
        wanted: `no ${keyword}`,
        found: '"http://example.com/"',
      });
    }
  });

  it("findBadReference() takes no name that all objects have for a definition", () => {
    const found = findBadReference({ properties: { a: { $ref: "#/definitions/toString" } } });
    assert.deepEqual([found?.path, found?.found], ["properties.a.$ref", '"#/definitions/toString"']);
  });

  it("findBadReference() names the cycle of references, without what leads to it", () => {
    const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
    const definitions = {
      Tree: { properties: { nodes: { items: ref("Node") } } },
      Node: { properties: { tree: ref("Tree"), leaf: ref("Leaf") } },
      Leaf: { type: "string" },
      Wood: { items: ref("Tree") },
    };
    assert.deepEqual(
      findBadReference({ properties: { a: ref("Leaf"), b: ref("Wood"), c: ref("Leaf") } }, definitions),
      {
        path: "properties.b.$ref.items.$ref.properties.nodes.items.$ref.properties.tree.$ref",
        wanted: "references without cycles",
        found: "Tree -> Node -> Tree",
      },
    );
  });

  it("findBadReference() names a schema that contains itself", () => {
    const node: { type: string; properties: Record<string, object> } = { type: "object", properties: {} };
    node.properties["next"] = node;
    const found = { path: "properties.next", wanted: "a schema without cycles", found: "one that contains itself" };
    assert.deepEqual(findBadReference(node), found);
  });

  it("findBadReference() takes a key called $ref, and data, for what they are", () => {
    const link = Type.String({ description, default: "a" });
    const text = { $ref: "a" };
    const data = Type.Unsafe<object>({ type: "object", default: text, examples: [text], const: text, enum: [text] });
    assert.equal(findBadReference(closed({ $ref: link, $id: link, data }, { description })), undefined);
  });
});
