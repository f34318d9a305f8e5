import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readGoVersion } from "../../../cluster/tools/read-go-version.ts";

const goMod = `module example.com/tools

go 1.26.0

require example.com/alone v0.1.0

require (
	example.com/other v2.0.0 // indirect
	example.com/wanted v1.36.3
)

replace example.com/replaced => example.com/elsewhere v0.36.3
`;

describe("readGoVersion()", () => {
  it("readGoVersion() reads the version of a module, in a block or alone", () => {
    assert.equal(readGoVersion(goMod, "example.com/wanted"), "v1.36.3");
    assert.equal(readGoVersion(goMod, "example.com/other"), "v2.0.0");
    assert.equal(readGoVersion(goMod, "example.com/alone"), "v0.1.0");
  });

  it("readGoVersion() refuses a module that is not required", () => {
    assert.throws(() => readGoVersion(goMod, "example.com/replaced"), {
      message: "Cannot find the version of example.com/replaced: the go.mod does not require it",
    });
  });
});
