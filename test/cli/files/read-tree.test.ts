import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { isTreeCurrent, readTree } from "../../../cli/files/read-tree.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("readTree()", () => {
  const directory = useTemporaryDirectory();

  it("readTree() reads all files, hidden ones too, in sorted order", async () => {
    await placeFiles(
      directory.path,
      new Map(["b", "a/y", "a/x", "a-b", ".c"].map((path) => [path, `text of ${path}`])),
    );
    await mkdir(join(directory.path, "empty"));
    assert.deepEqual(
      [...(await readTree(directory.path))],
      [
        [".c", "text of .c"],
        ["a-b", "text of a-b"],
        ["a/x", "text of a/x"],
        ["a/y", "text of a/y"],
        ["b", "text of b"],
      ],
    );
  });

  it("readTree() gives nothing for an absent directory", async () => {
    assert.deepEqual(await readTree(join(directory.path, "absent")), new Map());
  });

  it("readTree() keeps a byte order mark and line ends", async () => {
    await writeFile(join(directory.path, "a"), "\ufeffx\r\ny");
    assert.deepEqual(await readTree(directory.path), new Map([["a", "\ufeffx\r\ny"]]));
  });

  it("readTree() refuses a symbolic link", async () => {
    await symlink("/etc", join(directory.path, "link"));
    await assert.rejects(readTree(directory.path), {
      code: "SYMBOLIC_LINK",
      message: `Cannot read "${directory.path}/link": expected a file or a directory, got a link`,
    });
  });

  it("readTree() refuses a file that is not UTF-8", async () => {
    await writeFile(join(directory.path, "bytes"), new Uint8Array([0xff, 0xfe]));
    await assert.rejects(readTree(directory.path), {
      code: "FAILED",
      message: `Cannot read "${directory.path}/bytes": expected UTF-8, got other bytes`,
    });
  });
});

describe("isTreeCurrent()", () => {
  const directory = useTemporaryDirectory();
  const files = new Map([["a/b", "text"]]);

  it("isTreeCurrent() sees a changed, a missing and a further file", async () => {
    await placeFiles(directory.path, files);
    assert.equal(await isTreeCurrent(directory.path, files), true);
    assert.equal(await isTreeCurrent(directory.path, new Map([["a/b", "other"]])), false);
    assert.equal(await isTreeCurrent(directory.path, new Map([...files, ["c", ""]])), false);
    assert.equal(await isTreeCurrent(directory.path, new Map()), false);
  });

  it("isTreeCurrent() takes no link for a file", async () => {
    await mkdir(join(directory.path, "a"));
    await writeFile(join(directory.path, "text"), "text");
    await symlink("../text", join(directory.path, "a", "b"));
    assert.equal(await isTreeCurrent(directory.path, new Map([...files, ["text", "text"]])), false);
  });
});
