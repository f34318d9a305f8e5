import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateDocuments, evaluateFiles, evaluateText } from "../../generator/evaluate/evaluate-manifest.ts";
import { bind } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import type { Expression } from "../../generator/expression/expression.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { atom } from "../../generator/expression/go/go-syntax.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { TemplateFunction } from "../../generator/expression/node.ts";
import { toPart } from "../../generator/expression/part.ts";
import { given } from "../../generator/expression/reference.ts";
import { when } from "../../generator/expression/when.ts";
import { call } from "../../generator/functions/call.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { greaterThan, nonEmpty } from "../../generator/functions/logic.ts";
import { lookUp } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import { text } from "../../generator/functions/strings.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { v } from "../expression/sample-values.ts";
import { renderings } from "../manifest/renderings.ts";

describe("evaluateDocuments()", () => {
  for (const [expectation, list] of Object.entries(renderings)) {
    it(`evaluateDocuments() computes what is expected: ${expectation}`, () => {
      for (const { documents, values, objects } of list()) {
        const computed = evaluateDocuments(documents, { Values: values, Release: { Name: "r" }, Chart: { Name: "t" } });
        // The order of keys is no part of an object, that of documents has no meaning.
        assert.deepEqual(computed.map(printGoJson).sort(), objects.map(printGoJson).sort());
      }
    });
  }

  it("evaluateDocuments() stops with the message of the first guard whose test holds", () => {
    const documents: Documents = [
      guard(nonEmpty(v.note), text`note: expected nothing, got "${given(v.note)}"`),
      forEach(v.ports, (name, port) => guard(greaterThan(port.number, 1023), text`ports.${name}.number is too high`)),
      { kind: "A" },
    ];
    const stop = (values: object, message: string): void =>
      assert.throws(() => evaluateDocuments(documents, { Values: values }), { name: "RenderError", message });
    stop({ note: "a\n" }, 'note: expected nothing, got "a\n"');
    stop({ note: "a", ports: { b: { number: 1024 } } }, 'note: expected nothing, got "a"');
    stop({ ports: { a: { number: 80 }, b: { number: 1024 }, c: { number: 2000 } } }, "ports.b.number is too high");
    assert.deepEqual(evaluateDocuments(documents, { Values: {} }), [{ kind: "A" }]);
  });

  it("evaluateDocuments() keeps documents and fields in the order of the tree", () => {
    const documents = [{ b: 1, a: v.greeting }, forEachItem(v.args, (arg) => ({ arg })), { c: [v.host, 2] }] as const;
    const computed = evaluateDocuments(documents, { Values: { args: ["y", "x"] } });
    assert.equal(JSON.stringify(computed), '[{"b":1,"a":"hello"},{"arg":"y"},{"arg":"x"},{"c":["localhost",2]}]');
  });

  it("evaluateDocuments() walks maps in the order of their names' bytes", () => {
    const loop = forEach(v.labels, (name) => ({ name }));
    const labels = { "\u{10000}": "", b: "", "\uffff": "", B: "", a: "" };
    assert.deepEqual(
      evaluateDocuments(loop, { Values: { labels } }),
      ["B", "a", "b", "\uffff", "\u{10000}"].map((name) => ({ name })),
    );
  });

  it("evaluateDocuments() takes constants as they are, and leaves absent fields out", () => {
    const map = { a: null, b: undefined, c: [null, false, 0, ""], d: v.note, e: [] };
    assert.deepEqual(evaluateDocuments(map, { Values: {} }), [{ a: null, c: [null, false, 0, ""], e: [] }]);
  });

  it("evaluateDocuments() makes null of an absent value where a value is required, as Helm does", () => {
    const port = forEach(v.ports, (_, one) => ({ numbers: [one.number] }));
    assert.deepEqual(evaluateDocuments(port, { Values: { ports: { a: {} } } }), [{ numbers: [null] }]);
  });

  it("evaluateDocuments() takes a named template that yields nothing for an empty one of its type", () => {
    const nothing = (type: "string" | "object" | "array"): unknown =>
      include(new Define(`t.${type}`, type, when(v.off, "never"), ""));
    assert.deepEqual(
      evaluateDocuments({ a: nothing("string"), b: nothing("object"), c: nothing("array") }, { Values: {} }),
      [{ a: "", b: {}, c: [] }],
    );
  });

  it("evaluateDocuments() includes documents from the scope that the include gives them", () => {
    const part = new Define<Documents>("t.part", "documents", [{ which: v.host }, { note: v.note }], "");
    const inner = extendScope({ Extra: "x" });
    assert.deepEqual(evaluateDocuments([include(part), include(part, inner)], { Values: { host: "h" } }), [
      { which: "h" },
      {},
      { which: "h" },
      {},
    ]);
    const extra = new Define<Documents>("t.extra", "documents", { extra: lookUp("string", inner, "Extra") }, "");
    assert.deepEqual(evaluateDocuments(include(extra, inner), { Values: {} }), [{ extra: "x" }]);
  });

  it("evaluateDocuments() computes a named template once for each root, one that is shared once for all", () => {
    let count = 0;
    const counter: TemplateFunction = { name: "counter", go: () => atom("now"), js: () => ++count };
    const body = { counted: call(counter, [], { type: "number" }) };
    const define = new Define<object>("t.counted", "object", body, "");
    const both = [{ a: include(define) }, { b: include(define) }];
    assert.deepEqual(evaluateDocuments(both, { Values: {} }), [{ a: { counted: 1 } }, { b: { counted: 1 } }]);
    const other = { c: include(define, extendScope({ more: "x" })), d: include(define) };
    assert.deepEqual(evaluateDocuments(other, { Values: {} }), [{ c: { counted: 2 }, d: { counted: 3 } }]);
    const shared = (scope?: Expression<unknown>): object => include(define, scope, { isShared: true });
    const all = { e: shared(), f: shared(extendScope({ more: "x" })), g: shared() };
    assert.deepEqual(evaluateDocuments(all, { Values: {} }), [
      { e: { counted: 4 }, f: { counted: 4 }, g: { counted: 4 } },
    ]);
  });
});

describe("evaluateFiles()", () => {
  it("evaluateFiles() gives objects in the order of the files", () => {
    const files = ["b.yaml", "a.yaml", "c.yaml"].map((file) => ({ file, documents: toPart({ file }) }));
    assert.deepEqual(evaluateFiles(files, { Values: {} }), [
      { file: "b.yaml" },
      { file: "a.yaml" },
      { file: "c.yaml" },
    ]);
  });

  it("evaluateFiles() stops at the file with the last name, as Helm does", () => {
    const files = ["b.yaml", "c.yaml", "a.yaml"].map((file) => ({
      file,
      documents: toPart(guard(v.on, `stopped by ${file}`)),
    }));
    assert.throws(() => evaluateFiles(files, { Values: {} }), { message: "stopped by c.yaml" });
  });

  it("evaluateFiles() stops at a file in a folder before all others, as Helm does", () => {
    const files = ["c.yaml", "tests/b.yaml", "tests/a.yaml"].map((file) => ({
      file,
      documents: toPart(guard(v.on, `stopped by ${file}`)),
    }));
    assert.throws(() => evaluateFiles(files, { Values: {} }), { message: "stopped by tests/b.yaml" });
  });
});

describe("evaluateText()", () => {
  it("evaluateText() computes lines, those that are conditional or repeated too", () => {
    const lines = [
      text`host ${v.host}`,
      when(v.off, "off"),
      when(v.on, "on"),
      forEachItem(v.args, (arg) => text`- ${arg}`),
    ];
    assert.deepEqual(evaluateText(lines, { Values: { args: ["a", "b"] } }), ["host localhost", "on", "- a", "- b"]);
  });

  it("evaluateText() computes lines after variables and within one another, in their order", () => {
    const lines = bind("host", v.host, (host) => [
      text`host ${host}`,
      when(v.on, ["", forEachItem(v.args, (arg) => [text`- ${arg}`, "."])]),
    ]);
    const expected = ["host localhost", "", "- a", ".", "- b", "."];
    assert.deepEqual(evaluateText(lines, { Values: { args: ["a", "b"] } }), expected);
  });
});
