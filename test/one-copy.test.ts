import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CopyError, registerCopy } from "../generator/one-copy.ts";

describe("registerCopy()", () => {
  it("registerCopy() takes the same copy as often as it is loaded, whatever the query of its URL", () => {
    const registry = {};
    registerCopy("file:///a/chartwright/build/chunks/one.js", registry);
    registerCopy("file:///a/chartwright/build/chunks/one.js", registry);
    registerCopy("file:///a/chartwright/build/chunks/one.js?update=1", registry);
  });

  it("registerCopy() refuses a copy from another place, and names both", () => {
    const registry = {};
    registerCopy("file:///a%20b/chartwright/build/chunks/one.js", registry);
    assert.throws(
      () => registerCopy("file:///c/chartwright/build/chunks/one.js", registry),
      (error) => {
        assert(error instanceof CopyError);
        assert.deepEqual(
          [error.code, error.message],
          [
            "COPY",
            'Cannot load chartwright twice in one process: got "/a b/chartwright/build/chunks/one.js" and ' +
              '"/c/chartwright/build/chunks/one.js"; install it once; a package of charts has it as a peer dependency',
          ],
        );
        return true;
      },
    );
  });

  it("registerCopy() has registered the copy that these tests load", () => {
    registerCopy(new URL("../generator/one-copy.ts", import.meta.url).href);
    assert.throws(() => registerCopy("file:///elsewhere/one-copy.js"), CopyError);
  });
});
