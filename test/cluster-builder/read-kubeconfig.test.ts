import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, it } from "mocha";
import { readKubeconfig } from "../../cluster/read-kubeconfig.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";

describe("readKubeconfig()", () => {
  const directory = useTemporaryDirectory();
  const at = (...names: readonly string[]): string => join(directory.path, ...names);

  it("readKubeconfig() leaves aside what leads to a cluster of this command, by whichever path, also when it is down", async () => {
    await mkdir(at("disk/chartwright/cluster"), { recursive: true });
    await writeFile(at("disk/chartwright/cluster/admin.kubeconfig"), "");
    await symlink(at("disk"), at("cache"));
    for (const [given, cache] of [
      ["disk", "cache"],
      ["cache", "disk"],
      ["disk", "disk"],
    ] as const) {
      for (const name of ["cluster/admin.kubeconfig", "kind/admin.kubeconfig"]) {
        assert.equal(await readKubeconfig(at(given, "chartwright", name), at(cache, "chartwright")), undefined);
      }
    }
    assert.equal(await readKubeconfig("", at("cache")), undefined);
    assert.equal(await readKubeconfig(undefined, at("cache")), undefined);
  });

  it("readKubeconfig() takes every other path, and several as they are", async () => {
    const paths = [at("config"), at("cache-of-another/config"), [at("a"), at("b")].join(delimiter), "config"];
    for (const path of paths) assert.equal(await readKubeconfig(path, at("cache")), path);
  });
});
