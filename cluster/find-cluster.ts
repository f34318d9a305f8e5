import process from "node:process";
import { runProcess } from "../cli/helm/run-process.ts";
import { givenProvider } from "./given-provider.ts";
import { kindProvider } from "./kind/kind-provider.ts";
import { locateCache } from "./locate-cache.ts";
import { nodeProvider } from "./node/node-provider.ts";
import { pickProvider } from "./pick-provider.ts";
import type { ClusterProvider } from "./provider.ts";
import { readKubeconfig } from "./read-kubeconfig.ts";
import { findProgram } from "./tools/find-program.ts";
import { toolEnvironment } from "./tools/tool-environment.ts";

/**
 * Finds the cluster to use on this machine: that of the variable KUBECONFIG; else one of kind, where Docker works; else
 * one of programs that run on this machine itself.
 * @throws ClusterError when none of them is possible
 */
export async function findCluster(): Promise<ClusterProvider> {
  const cache = locateCache();
  const given = await readKubeconfig(process.env["KUBECONFIG"], cache);
  const name = pickProvider({
    ...(given === undefined ? {} : { kubeconfig: given }),
    hasDocker: await hasDocker(),
    hasKind: (await findProgram("kind", toolEnvironment()["PATH"] ?? "")) !== undefined,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
  });
  if (name === "given") return givenProvider(given ?? "");
  return name === "kind" ? await kindProvider(cache) : await nodeProvider(cache);
}

async function hasDocker(): Promise<boolean> {
  return await runProcess("docker", ["info"]).then(
    ({ code }) => code === 0,
    () => false,
  );
}
