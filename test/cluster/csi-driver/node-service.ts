import { mkdir, rm } from "node:fs/promises";
import { status } from "@grpc/grpc-js";
import { CsiError } from "./csi-error.ts";
import { limitAttribute } from "./make-volume.ts";
import { bindMount, mountLimited, unbindMount } from "./mounts.ts";
import type { VolumeDirectories } from "./volume-directories.ts";

/** What is read of requests; the kubelet leaves out what is empty, and the reader then fills in the type's empty value. */
export interface NodeRequest {
  readonly volume_id: string;
  readonly staging_target_path: string;
  readonly target_path: string;
  readonly readonly: boolean;
  readonly volume_context: Readonly<Record<string, string>>;
  readonly volume_capability: {
    readonly mount?: { readonly fs_type: string; readonly mount_flags: readonly string[] };
    readonly access_mode?: { readonly mode: string };
  } | null;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the services of the driver know. */
export interface NodeServiceOptions {
  /** Name of the node. */
  readonly nodeName: string;
  readonly volumes: VolumeDirectories;
  /** Turns a path of the kubelet's into one of this machine. */
  readonly locate: (path: string) => string;
}

/**
 * The calls of the CSI Node service. A volume is a directory, staged and published by bind mounts. Attributes of a
 * volume cause failures: `fail-stage` and `fail-publish`, with the text to fail with; one says when it is full.
 */
export function nodeService({ nodeName, volumes, locate }: NodeServiceOptions) {
  return {
    NodeGetInfo: async () => ({ node_id: nodeName }),
    // Without it the kubelet does not read the Secrets for staging.
    NodeGetCapabilities: async () => ({ capabilities: [{ rpc: { type: "STAGE_UNSTAGE_VOLUME" } }] }),
    async NodeStageVolume({ volume_id, volume_context, staging_target_path }: NodeRequest) {
      failIfAsked(volume_context, "fail-stage");
      const directory = volumes.persistent(volume_id);
      await mkdir(directory, { recursive: true });
      const limit = volume_context[limitAttribute];
      // It stays when the last pod is gone, and its data with it.
      if (limit !== undefined) await mountLimited(directory, limit);
      await bindMount(directory, locate(staging_target_path), { readOnly: false });
      return {};
    },
    async NodeUnstageVolume({ staging_target_path }: NodeRequest) {
      await unbindMount(locate(staging_target_path));
      return {};
    },
    async NodePublishVolume({ volume_id, volume_context, staging_target_path, target_path, readonly }: NodeRequest) {
      failIfAsked(volume_context, "fail-publish");
      // An inline volume is never staged.
      const isInline = staging_target_path === "";
      const from = isInline ? volumes.ephemeral(volume_id) : locate(staging_target_path);
      await mkdir(from, { recursive: true });
      await bindMount(from, locate(target_path), { readOnly: readonly });
      return {};
    },
    async NodeUnpublishVolume({ volume_id, target_path }: NodeRequest) {
      await unbindMount(locate(target_path));
      await rm(volumes.ephemeral(volume_id), { recursive: true, force: true });
      return {};
    },
  };
}

function failIfAsked(attributes: Readonly<Record<string, string>>, name: string): void {
  const message = attributes[name];
  if (message !== undefined) throw new CsiError(status.INTERNAL, message);
}
