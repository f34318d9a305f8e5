import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { packTar, type TarEntry } from "../../cli/chart-directory/pack-tar.ts";

/** How containers of an image start, as in the OCI image specification. */
export interface ImageConfig {
  /** Name or id of the user (default: root). */
  readonly User?: string;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly WorkingDir?: string;
  /** Ports by name, as in `80/tcp`. */
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly StopSignal?: string;
}

/** An image with one layer. */
export interface Image {
  /** Its full name: `docker.io/library/busybox:1.36`. */
  readonly name: string;
  readonly config: ImageConfig;
  readonly entries: readonly TarEntry[];
}

const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/**
 * Packs an image as `docker save` does; `ctr images import` and `kind load image-archive` read it. The same image
 * yields the same bytes.
 * @param arch the processor, as Node names it
 */
export function packImage(image: Image, arch: string): Buffer {
  const layer = packTar(image.entries);
  const config = toJson({
    architecture: architectures[arch] ?? arch,
    os: "linux",
    config: image.config,
    rootfs: { type: "layers", diff_ids: [`sha256:${hash(layer)}`] },
    history: [{ created_by: "chartwright" }],
  });
  const configName = `${hash(config)}.json`;
  const manifest = [{ Config: configName, RepoTags: [image.name], Layers: ["layer.tar"] }];
  return packTar([
    { type: "file", path: configName, content: config },
    { type: "file", path: "layer.tar", content: layer },
    { type: "file", path: "manifest.json", content: toJson(manifest) },
  ]);
}

function toJson(data: unknown): Buffer {
  return Buffer.from(JSON.stringify(data));
}

function hash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
