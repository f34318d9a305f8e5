import { join } from "node:path";
import { checkNeeds, imageNeeds } from "./check-needs.ts";
import { busybox } from "./image/busybox.ts";
import { curl } from "./image/curl.ts";
import { kubectl } from "./image/kubectl.ts";
import { nginx, nginxUnprivileged } from "./image/nginx.ts";
import { postgres } from "./image/postgres.ts";
import { python } from "./image/python.ts";
import { writeImage } from "./image/write-image.ts";
import { locateCache } from "./locate-cache.ts";

/**
 * Makes the images of the examples from programs of this machine, without a registry, and returns the paths of their
 * archives.
 * @param programs directories of the cluster's programs
 * @throws ClusterError that names the missing packages
 */
export async function makeImages(programs: readonly string[]): Promise<readonly string[]> {
  await checkNeeds(imageNeeds);
  const made = [busybox(), curl(), nginx(), nginxUnprivileged(), python(), postgres(), kubectl(programs)];
  const images = await Promise.all(made);
  const directory = join(locateCache(), "images");
  return await Promise.all(images.map((image) => writeImage(image, directory)));
}
