import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { printTable } from "../../cli/terminal/print-table.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How many files a reader can take in at once. */
const LIMIT = 15;

/** Folders with a file for each of many things of one kind. */
const exceptions: readonly string[] = ["generator/rules"];

/** Files that a script writes; they are no reading. */
const generated = /^generator\/values\/kubernetes\/.*\.json$/;

/** The number of files of a folder and of each below it. */
function countFiles(folder: string): readonly (readonly [folder: string, files: number])[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !generated.test(`${folder}/${entry.name}`));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  return [[folder, files.length], ...folders.sort().flatMap(countFiles)];
}

describe("The folders of the sources", () => {
  for (const top of ["generator", "cli", "scripts", "cluster"]) {
    it(`The folders of ${top}/ have at most ${LIMIT} files each`, () => {
      const counts = countFiles(top);
      console.log(
        printTable(
          counts.map(([folder, files]) => [folder, `${files}`]),
          { align: ["left", "right"], indent: 6 },
        ),
      );
      const full = counts.filter(([folder, files]) => files > LIMIT && !exceptions.includes(folder));
      assert.deepEqual(full, []);
    });
  }
});
