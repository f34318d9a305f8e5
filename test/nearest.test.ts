import assert from "node:assert/strict";
import { nearest } from "../generator/nearest.ts";

describe("nearest()", () => {
  it("nearest() finds the name that was probably meant", () => {
    const names = ["replicas", "resources", "restartPolicy", "image", "env", "envFrom"];
    assert.equal(nearest("replica", names), "replicas");
    assert.equal(nearest("resuorces", names), "resources");
    assert.equal(nearest("imagee", names), "image");
    assert.equal(nearest("envs", names), "env");
  });

  it("nearest() does not mind capitals", () => {
    assert.equal(nearest("restartpolicy", ["restartPolicy", "restart"]), "restartPolicy");
    assert.equal(nearest("IMAGE", ["image"]), "image");
  });

  it("nearest() finds nothing where no name is near", () => {
    assert.equal(nearest("completelyDifferent", ["image", "env"]), undefined);
    assert.equal(nearest("xyz", ["image"]), undefined);
    assert.equal(nearest("image", []), undefined);
  });

  it("nearest() takes the first of several that are as near", () => {
    assert.equal(nearest("ab", ["aa", "bb"]), "aa");
    assert.equal(nearest("ab", new Set(["bb", "aa"])), "bb");
  });
});
