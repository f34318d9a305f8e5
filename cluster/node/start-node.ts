import { mkdir } from "node:fs/promises";
import { runCommand } from "../run-command.ts";
import { toolEnvironment } from "../tools/tool-environment.ts";
import { type WaitUntilOptions, waitUntil } from "../wait-until.ts";
import { nodeName } from "./addresses.ts";
import { writeCertificates } from "./configuration/write-certificates.ts";
import { writeConfiguration } from "./configuration/write-configuration.ts";
import { importImage } from "./import-image.ts";
import { makeNetwork } from "./network-namespace.ts";
import type { Node } from "./node.ts";
import { makeControlGroups } from "./processes/control-groups.ts";
import * as daemons from "./processes/daemons.ts";
import { startProgram } from "./processes/start-daemon.ts";
import { systemObjects } from "./system-objects.ts";

/** The input for starting a node. */
export interface StartNodeOptions {
  /** Archive of the image of a pod's first process. */
  readonly pauseArchive: string;
  /** Called with each step. */
  readonly report: (line: string) => void;
}

/**
 * Starts a cluster of one node on this machine and returns when the node is ready. Nothing of an earlier one may
 * remain.
 * @throws ClusterError when a part does not start; see the logs for the reason
 */
export async function startNode(node: Node, { pauseArchive, report }: StartNodeOptions): Promise<void> {
  report("writing certificates and configuration");
  for (const path of [node.layout.logs, node.layout.kubelet]) await mkdir(path, { recursive: true });
  await writeCertificates(node.layout);
  await writeConfiguration(node);
  await makeControlGroups();
  await makeNetwork();
  report("starting the API server");
  await start(node, daemons.etcd, daemons.containerd, daemons.apiServer);
  await succeed(node, "the API server is ready", () => kubectl(node, ["get", "--raw=/readyz"]));
  await kubectl(node, ["apply", "--filename=-"], JSON.stringify(systemObjects));
  report("starting the node");
  await start(node, daemons.controllerManager, daemons.scheduler);
  // The kubelet exits if the container runtime does not answer.
  await succeed(node, "containerd takes an image", () => importImage(node, pauseArchive));
  await start(node, daemons.kubelet, daemons.proxy, daemons.coredns);
  const isReady = ["wait", "--for=condition=Ready", `node/${nodeName}`, "--timeout=1s"];
  await succeed(node, "the node is ready", () => kubectl(node, isReady));
  const account = ["get", "serviceaccount", "default", "--namespace=default"];
  await succeed(node, "service accounts are made", () => kubectl(node, account));
}

async function start(node: Node, ...list: readonly ((layout: Node["layout"]) => daemons.Daemon)[]): Promise<void> {
  for (const make of list) await startProgram(node, make(node.layout));
}

/** Repeats a failing step until it succeeds. */
async function succeed(node: Node, what: string, attempt: () => Promise<unknown>): Promise<void> {
  const options: WaitUntilOptions = { what: `${what} (the logs are in ${node.layout.logs})`, seconds: 90 };
  await waitUntil(() => attempt().then(() => true), options);
}

/** Runs kubectl as the cluster's administrator. */
async function kubectl({ layout, programs }: Node, args: readonly string[], input = ""): Promise<void> {
  const kubeconfig = `--kubeconfig=${layout.kubeconfig("admin")}`;
  await runCommand("kubectl", [kubeconfig, ...args], { input, env: toolEnvironment(programs) });
}
