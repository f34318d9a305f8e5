import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { oncePer } from "../generator/once-per.ts";

describe("oncePer()", () => {
  it("oncePer() computes once for each object, and keeps a result that is undefined too", () => {
    const asked: object[] = [];
    const first = oncePer((key: { readonly value?: number }) => {
      asked.push(key);
      return key.value;
    });
    const [one, none] = [{ value: 1 }, {}];
    assert.deepEqual(
      [first(one), first(none), first(one), first(none), first({ value: 1 })],
      [1, undefined, 1, undefined, 1],
    );
    assert.deepEqual(asked, [one, none, { value: 1 }]);
    assert.equal(asked[0], one);
  });

  it("oncePer() keeps nothing of what failed", () => {
    let calls = 0;
    const fail = oncePer((_key: object): number => {
      calls += 1;
      throw new TypeError("Cannot compute");
    });
    const key = {};
    assert.throws(() => fail(key), /Cannot compute/);
    assert.throws(() => fail(key), /Cannot compute/);
    assert.equal(calls, 2);
  });
});
