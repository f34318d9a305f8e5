import { existsSync } from "node:fs";
import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "../../cli/helm/run-process.ts";
import { ClusterError } from "../cluster-error.ts";
import { unmountBelow } from "../node/unmount-below.ts";
import type { ClusterProvider } from "../provider.ts";
import { runCommand } from "../run-command.ts";
import { findProgram } from "../tools/find-program.ts";
import { toolEnvironment } from "../tools/tool-environment.ts";
import { waitUntil } from "../wait-until.ts";
import { kindKubelet, printKindConfig } from "./print-kind-config.ts";

const name = "chartwright";
const nodeName = `${name}-control-plane`;

/** Seconds in which the API server of an existing cluster must answer. */
const patience = 30;

/**
 * A cluster of one node in Docker, by the command `kind`.
 * @param cache directory whose directory `kind` contains the kubeconfig and the kubelet's files
 */
export async function kindProvider(cache: string): Promise<ClusterProvider> {
  const directory = join(cache, "kind");
  await mkdir(directory, { recursive: true });
  const root = await realpath(directory);
  const kubeconfig = join(root, "admin.kubeconfig");
  const kubelet = join(root, "kubelet");
  const kind = (args: readonly string[], input = ""): Promise<string> => runCommand("kind", args, { input });
  const exists = async (): Promise<boolean> =>
    (await kind(["get", "clusters"])).split("\n").includes(name) && existsSync(kubeconfig);
  const remove = async (): Promise<void> => {
    await kind(["delete", "cluster", "--name", name]);
    await removeFiles(root);
  };
  return {
    name: "kind",
    kubeconfig,
    kubelet: { nodeName, here: kubelet, onNode: kindKubelet },
    programs: async () => [],
    async up(report) {
      if ((await exists()) && (await becomesReady(kubeconfig))) return report("the cluster is up already");
      // With files of an earlier cluster the node would use certificates of another authority.
      await remove();
      await mkdir(kubelet, { recursive: true });
      report("creating the cluster with kind");
      const args = ["create", "cluster", "--name", name, "--kubeconfig", kubeconfig, "--wait", "5m", "--config", "-"];
      await kind(args, printKindConfig(kubelet));
    },
    async down(report) {
      await remove();
      report("the cluster is down");
    },
    async status() {
      const isThere = await exists();
      const isReady = isThere && (await isApiServerReady(kubeconfig));
      return {
        isReady,
        parts: [
          ["cluster", isThere ? "exists" : "does not exist"],
          ["API server", isReady ? "answers" : "does not answer"],
        ],
      };
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

/** Removes the directory of a stopped cluster. */
async function removeFiles(root: string): Promise<void> {
  // Volumes of a driver for tests may be file systems of their own.
  await unmountBelow(root);
  await rm(root, { recursive: true, force: true }).catch((cause: unknown) => {
    const message = `Cannot remove "${root}": the kubelet's files in it are root's; do it with root's rights`;
    throw new ClusterError("MISSING", message, { cause });
  });
}

/** Whether the API server is ready, checked with the kubeconfig of its users. */
async function isApiServerReady(kubeconfig: string): Promise<boolean> {
  const env = toolEnvironment();
  if ((await findProgram("kubectl", env["PATH"] ?? "")) === undefined) {
    const message =
      "Cannot use a cluster of kind: expected the command kubectl (https://kubernetes.io/docs/tasks/tools)";
    throw new ClusterError("MISSING", `${message}, got none`);
  }
  const args = [`--kubeconfig=${kubeconfig}`, "get", "--raw=/readyz", "--request-timeout=5s"];
  return (await runProcess("kubectl", args, { env })).code === 0;
}

async function becomesReady(kubeconfig: string): Promise<boolean> {
  // Waiting does not help if a program is missing.
  if (await isApiServerReady(kubeconfig)) return true;
  const ready = waitUntil(() => isApiServerReady(kubeconfig), { what: "the API server is ready", seconds: patience });
  return await ready.then(
    () => true,
    () => false,
  );
}
