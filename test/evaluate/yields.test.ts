import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Yields } from "../../generator/evaluate/yields.ts";
import { Define } from "../../generator/expression/define.ts";

describe("Yields", () => {
  const define = new Define("t.name", "string", "a", "A name.");
  const Values = { a: 1 };

  it("Yields.of() gives equal roots what the first of them has yielded", () => {
    const yields = new Yields();
    yields.of({ Values, Gate: { upstream: { a: ["b"] } } }).set(define, "kept");
    assert.equal(yields.of({ Gate: { upstream: { a: ["b"] } }, Values }).get(define), "kept");
  });

  it("Yields.of() distinguishes roots that differ in a field, in one more, or in the values", () => {
    const yields = new Yields();
    const root = { Values, Gate: { upstream: { a: ["b"] } } };
    yields.of(root).set(define, "kept");
    const others = [
      { Values, Gate: { upstream: { a: ["c"] } } },
      { Values, Gate: { upstream: { a: ["b"], b: undefined } } },
      { Values, Other: root.Gate },
      { ...root, Other: 1 },
      { Values },
      { ...root, Values: { a: 2 } },
    ];
    assert.deepEqual(
      others.map((other) => yields.of(other).get(define)),
      others.map(() => undefined),
    );
    assert.equal(yields.of(root).get(define), "kept");
  });
});
