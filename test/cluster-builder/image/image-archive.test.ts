import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { list } from "tar";
import { textFile } from "../../../cluster/image/directories.ts";
import { type Image, packImage } from "../../../cluster/image/image-archive.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

const image: Image = {
  name: "docker.io/library/web:1.0",
  config: { User: "101", Cmd: ["serve"], ExposedPorts: { "80/tcp": {} } },
  entries: [textFile("etc/greeting", "hello\n")],
};

const hash = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

describe("packImage()", () => {
  const directory = useTemporaryDirectory();

  /** Reads the files of an archive, by path. */
  async function readFiles(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
    const file = join(directory.path, "archive.tar");
    await writeFile(file, archive);
    const contents: Promise<readonly [string, Buffer]>[] = [];
    await list({
      file,
      onReadEntry: (entry) => contents.push(entry.concat().then((content) => [entry.path, content])),
    });
    return new Map(await Promise.all(contents));
  }

  it("packImage() packs a layer, its digest, how the image starts and its name", async () => {
    const files = await readFiles(packImage(image, "x64"));
    const [configName = "", layerName, manifestName] = [...files.keys()];
    assert.deepEqual([layerName, manifestName], ["layer.tar", "manifest.json"]);
    const layer = files.get("layer.tar") ?? Buffer.alloc(0);
    const config = files.get(configName) ?? Buffer.alloc(0);
    assert.equal(configName, `${hash(config)}.json`);
    assert.deepEqual(JSON.parse(config.toString()), {
      architecture: "amd64",
      os: "linux",
      config: image.config,
      rootfs: { type: "layers", diff_ids: [`sha256:${hash(layer)}`] },
      history: [{ created_by: "chartwright" }],
    });
    assert.deepEqual(JSON.parse(String(files.get("manifest.json"))), [
      { Config: configName, RepoTags: [image.name], Layers: ["layer.tar"] },
    ]);
    assert.equal(String((await readFiles(layer)).get("etc/greeting")), "hello\n");
  });

  it("packImage() gives the same bytes for the same image", () => {
    assert.deepEqual(packImage(image, "arm64"), packImage(structuredClone(image), "arm64"));
  });
});
