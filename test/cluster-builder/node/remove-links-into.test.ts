import assert from "node:assert/strict";
import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { removeLinksInto } from "../../../cluster/node/remove-links-into.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

describe("removeLinksInto()", () => {
  const directory = useTemporaryDirectory();

  it("removeLinksInto() removes links that lead below a directory, whether it is there, and nothing else", async () => {
    const links = join(directory.path, "links");
    await mkdir(links);
    await symlink("/cache/cluster/pod-logs/web/0.log", join(links, "ours.log"));
    await symlink("/cache/cluster-of-another/0.log", join(links, "theirs.log"));
    await writeFile(join(links, "file.log"), "");
    await mkdir(join(links, "directory"));
    await removeLinksInto("/cache/cluster", links);
    assert.deepEqual((await readdir(links)).sort(), ["directory", "file.log", "theirs.log"]);
  });

  it("removeLinksInto() does nothing where the directory of the links is not there", async () => {
    await removeLinksInto("/cache/cluster", join(directory.path, "absent"));
    assert.deepEqual(await readdir(directory.path), []);
  });
});
