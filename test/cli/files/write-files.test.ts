import assert from "node:assert/strict";
import { readdir, readFile, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { OutputError, type OutputErrorCode } from "../../../cli/files/output-error.ts";
import { readTree } from "../../../cli/files/read-tree.ts";
import { writeFiles } from "../../../cli/files/write-files.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const files = new Map([
  ["a.json", "a\n"],
  ["deep/b.json", "b\n"],
]);

describe("writeFiles()", () => {
  const directory = useTemporaryDirectory();

  async function assertRefused(
    map: ReadonlyMap<string, string>,
    code: OutputErrorCode,
    message: string,
  ): Promise<void> {
    await assert.rejects(writeFiles("out", map, directory.path), (error) => {
      assert(error instanceof OutputError);
      assert.deepEqual([error.code, error.message], [code, message]);
      return true;
    });
  }

  it("writeFiles() writes files and bytes next to others", async () => {
    await placeFiles(join(directory.path, "out"), new Map([["deep/other.json", "kept\n"]]));
    assert.equal(
      await writeFiles(
        "out",
        new Map<string, string | Uint8Array>([...files, ["c.bin", new Uint8Array([255, 0])]]),
        directory.path,
      ),
      true,
    );
    assert.deepEqual([...(await readFile(join(directory.path, "out/c.bin")))], [255, 0]);
    assert.deepEqual((await readdir(join(directory.path, "out"), { recursive: true })).sort(), [
      "a.json",
      "c.bin",
      "deep",
      "deep/b.json",
      "deep/other.json",
    ]);
  });

  it("writeFiles() does not touch files that are current", async () => {
    assert.equal(await writeFiles("out", files, directory.path), true);
    const { ino, mtimeMs } = await stat(join(directory.path, "out/a.json"));
    assert.equal(await writeFiles("out", files, directory.path), false);
    const now = await stat(join(directory.path, "out/a.json"));
    assert.deepEqual([now.ino, now.mtimeMs], [ino, mtimeMs]);
  });

  it("writeFiles() writes through no symbolic link, and nothing at all then", async () => {
    await placeFiles(
      directory.path,
      new Map([
        ["real/b.json", "mine\n"],
        ["out/old.json", "old\n"],
      ]),
    );
    await symlink("../real", join(directory.path, "out/deep"));
    const folder = `expected real directories, got a symbolic link at "${directory.path}/out/deep"`;
    await assertRefused(files, "SYMBOLIC_LINK", `Cannot write the directory "out/deep": ${folder}`);
    await symlink("../real/b.json", join(directory.path, "out/z.json"));
    const path = join(directory.path, "out/z.json");
    await assertRefused(
      new Map([
        ["a.json", "a\n"],
        ["z.json", "z\n"],
      ]),
      "SYMBOLIC_LINK",
      `Cannot write the file "${path}": expected a file or nothing there, got a symbolic link`,
    );
    assert.deepEqual(await readTree(join(directory.path, "real")), new Map([["b.json", "mine\n"]]));
    assert.deepEqual((await readdir(join(directory.path, "out"))).sort(), ["deep", "old.json", "z.json"]);
  });

  it("writeFiles() refuses paths outside of the directory, and a directory where a file shall be", async () => {
    const wanted = 'expected a relative path of names with "/" between them';
    await assertRefused(new Map([["../a.json", ""]]), "BAD_PATH", `Cannot write the file "../a.json": ${wanted}`);
    await placeFiles(directory.path, new Map([["out/a.json/b", ""]]));
    const path = join(directory.path, "out/a.json");
    const found = "expected a file or nothing there, got something else";
    await assertRefused(files, "FOREIGN", `Cannot write the file "${path}": ${found}`);
  });

  it("writeFiles() lets two writers of the same files both succeed", async () => {
    await Promise.all([writeFiles("out", files, directory.path), writeFiles("out", files, directory.path)]);
    assert.deepEqual(await readTree(join(directory.path, "out")), files);
  });
});
