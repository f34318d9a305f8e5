import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { list } from "tar";
import { packTar, type TarEntry } from "../../../cli/chart-directory/pack-tar.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("packTar()", () => {
  const directory = useTemporaryDirectory();

  /** Reads an archive with the library that unpacks npm's packages. */
  async function readTar(archive: Buffer): Promise<readonly object[]> {
    const file = join(directory.path, "archive.tar");
    await writeFile(file, archive);
    const found: object[] = [];
    await list({
      file,
      onReadEntry: ({ path, type, mode, uid, gid, size, linkpath }) =>
        found.push({ path, type, mode, uid, gid, size, linkpath }),
    });
    return found;
  }

  it("packTar() packs directories, files and links, with their owners and modes", async () => {
    const entries: readonly TarEntry[] = [
      { type: "directory", path: "tmp", mode: 0o1777 },
      { type: "file", path: "bin/busybox", mode: 0o755, content: Buffer.from("program") },
      { type: "link", path: "bin/sh", target: "busybox" },
      { type: "file", path: "data", content: Buffer.alloc(512), owner: { user: 101, group: 0 } },
    ];
    const root = { uid: 0, gid: 0 };
    const linkpath = undefined;
    assert.deepEqual(await readTar(packTar(entries)), [
      { path: "tmp", type: "Directory", mode: 0o1777, ...root, size: 0, linkpath },
      { path: "bin/busybox", type: "File", mode: 0o755, ...root, size: 7, linkpath },
      { path: "bin/sh", type: "SymbolicLink", mode: 0o777, ...root, size: 0, linkpath: "busybox" },
      { path: "data", type: "File", mode: 0o644, uid: 101, gid: 0, size: 512, linkpath },
    ]);
  });

  it("packTar() keeps paths and targets that the header of an entry cannot hold", async () => {
    const long = "directory/".repeat(30);
    const read = await readTar(packTar([{ type: "link", path: `${long}link`, target: `${long}target` }]));
    assert.deepEqual(read, [
      { path: `${long}link`, type: "SymbolicLink", mode: 0o777, uid: 0, gid: 0, size: 0, linkpath: `${long}target` },
    ]);
  });
});
