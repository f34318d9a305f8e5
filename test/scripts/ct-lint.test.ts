import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { listLinted } from "../../scripts/ct-lint.ts";

const line = "-".repeat(120);

describe("listLinted()", () => {
  it("listLinted() lists what ct names as a success at its end, and not what it began or what failed", () => {
    const printed = `Linting chart "one => (version: \\"0.1.0\\", path: \\"charts/one\\")"
Linting chart "two => (version: \\"0.1.0\\", path: \\"charts/two\\")"
${line}
 ✔︎ one => (version: "0.1.0", path: "charts/one")
 ✖︎ two => (version: "0.1.0", path: "charts/two") > failed
${line}
failed linting charts
`;
    assert.deepEqual(listLinted(printed), ["one"]);
  });

  it("listLinted() lists none where ct found no charts, of which it says that all is well", () => {
    const printed = `\n${line}\nNo chart changes detected.\n${line}\nAll charts linted successfully\n`;
    assert.deepEqual(listLinted(printed), []);
  });
});
