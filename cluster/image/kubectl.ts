import { directories, sharedDirectory } from "./directories.ts";
import type { Image } from "./image-archive.ts";
import { readProgram } from "./read-program.ts";

/** Name of the image; its tag is the version of the program. */
export const kubectlImage = "registry.k8s.io/kubectl:v1.36.3";

/** The image `kubectl`: only the program that was built for the cluster. */
export async function kubectl(programs: readonly string[]): Promise<Image> {
  return {
    name: kubectlImage,
    config: { Env: ["PATH=/bin"], Entrypoint: ["/bin/kubectl"] },
    entries: [
      ...directories("bin", "etc"),
      sharedDirectory("tmp"),
      await readProgram("kubectl", "bin/kubectl", programs),
    ],
  };
}
