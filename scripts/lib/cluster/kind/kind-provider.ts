import { existsSync } from "node:fs";
import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { unmountBelow } from "../node/unmount-below.ts";
import type { ClusterProvider } from "../provider.ts";
import { runCommand } from "../run-command.ts";
import { kindKubelet, printKindConfig } from "./print-kind-config.ts";

const name = "chartwright";
const nodeName = `${name}-control-plane`;

/**
 * A cluster of one node in Docker, by the command `kind`.
 * @param cache directory whose directory `kind` keeps the kubeconfig and the kubelet's files
 */
export async function kindProvider(cache: string): Promise<ClusterProvider> {
  const directory = join(cache, "kind");
  await mkdir(directory, { recursive: true });
  const root = await realpath(directory);
  const kubeconfig = join(root, "admin.kubeconfig");
  const kubelet = join(root, "kubelet");
  const kind = (args: readonly string[], input = ""): Promise<string> => runCommand("kind", args, { input });
  const exists = async (): Promise<boolean> => (await kind(["get", "clusters"])).split("\n").includes(name);
  return {
    name: "kind",
    kubeconfig,
    kubelet: { nodeName, here: kubelet, onNode: kindKubelet },
    programs: async () => [],
    async up(report) {
      if ((await exists()) && existsSync(kubeconfig)) return report("the cluster is up already");
      await kind(["delete", "cluster", "--name", name]);
      await mkdir(kubelet, { recursive: true });
      report("creating the cluster with kind");
      const args = ["create", "cluster", "--name", name, "--kubeconfig", kubeconfig, "--wait", "5m", "--config", "-"];
      await kind(args, printKindConfig(kubelet));
    },
    async down(report) {
      await kind(["delete", "cluster", "--name", name]);
      // Volumes of a driver for tests may be file systems of their own.
      await unmountBelow(root);
      await rm(root, { recursive: true, force: true });
      report("the cluster is down");
    },
    async status() {
      const isUp = (await exists()) && existsSync(kubeconfig);
      return { isReady: isUp, parts: [["cluster", isUp ? "is there" : "is not there"]] };
    },
    async loadImage(archive) {
      await kind(["load", "image-archive", archive, "--name", name]);
    },
    async restartApiServer() {
      // The kubelet starts it again.
      await runCommand("docker", ["exec", nodeName, "pkill", "--signal", "KILL", "--exact", "kube-apiserver"]);
    },
  };
}
