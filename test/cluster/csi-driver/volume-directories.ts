import { join } from "node:path";

/** Where the data of volumes lie. */
export interface VolumeDirectories {
  /** That of a PersistentVolume, by its handle; it is kept after its pods. */
  readonly persistent: (handle: string) => string;
  /** That of an inline volume, which lives as long as its pod. */
  readonly ephemeral: (handle: string) => string;
}

/** Lays volumes out below a directory. */
export function layOutVolumes(root: string): VolumeDirectories {
  // A handle may hold anything; none may lead out of the directory.
  const safe = (handle: string): string => encodeURIComponent(handle).replaceAll(".", "%2E");
  return {
    persistent: (handle) => join(root, "persistent", safe(handle)),
    ephemeral: (handle) => join(root, "ephemeral", safe(handle)),
  };
}
