import { pauseImage } from "../node/configuration/print-containerd-config.ts";
import type { Image } from "./image-archive.ts";
import { readProgram } from "./read-program.ts";

/** The image of a pod's first process. */
export async function pause(programs: readonly string[]): Promise<Image> {
  return {
    name: pauseImage,
    config: { User: "65535:65535", Entrypoint: ["/pause"] },
    entries: [await readProgram("pause", "pause", programs)],
  };
}
