import assert from "node:assert/strict";
import { styleText } from "node:util";
import { describe, it } from "mocha";
import { formatSize } from "../../../cli/terminal/format-size.ts";
import { printTable } from "../../../cli/terminal/print-table.ts";

describe("printTable()", () => {
  it("printTable() aligns columns and leaves no space at the ends of lines", () => {
    const rows = [["Kind", "dev", "prod"], ["Job", "1", "12"], ["StatefulSet"]];
    assert.equal(
      printTable(rows, { align: ["left", "right", "right"] }),
      "  Kind         dev  prod\n  Job            1    12\n  StatefulSet",
    );
  });

  it("printTable() gives colours no room", () => {
    const bold = styleText("bold", "ab", { validateStream: false });
    assert.equal(
      printTable(
        [
          [bold, "x"],
          ["abc", "y"],
        ],
        { indent: 0 },
      ),
      `${bold}   x\nabc  y`,
    );
  });

  it("printTable() prints nothing for no rows", () => {
    assert.equal(printTable([]), "");
  });
});

describe("formatSize()", () => {
  it("formatSize() writes bytes, KiB and MiB", () => {
    assert.deepEqual([0, 1023, 1024, 12_700, 5_242_880].map(formatSize), [
      "0 B",
      "1023 B",
      "1.0 KiB",
      "12.4 KiB",
      "5.0 MiB",
    ]);
  });
});
