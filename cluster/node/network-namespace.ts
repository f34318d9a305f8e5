import { existsSync } from "node:fs";
import { runCommand } from "../run-command.ts";
import { addresses } from "./addresses.ts";

const path = `/run/netns/${addresses.namespace}`;

/** The prefix of a command that runs in the node's network. */
export const enterNetwork: readonly string[] = ["nsenter", `--net=${path}`, "--"];

/**
 * Makes the node's network: a network namespace, and a link between it and the machine.
 * @throws ClusterError when the machine refuses, as it does without root permissions
 */
export async function makeNetwork(): Promise<void> {
  const { namespace, machineLink, machine, nodeLink, node, linkPrefix } = addresses;
  const ip = (line: string): Promise<string> => runCommand("ip", line.split(" "));
  await ip(`netns add ${namespace}`);
  await ip(`link add ${machineLink} type veth peer name ${nodeLink} netns ${namespace}`);
  await ip(`address add ${machine}/${linkPrefix} dev ${machineLink}`);
  await ip(`link set ${machineLink} up`);
  await ip(`-n ${namespace} address add ${node}/${linkPrefix} dev ${nodeLink}`);
  await ip(`-n ${namespace} link set ${nodeLink} up`);
  await ip(`-n ${namespace} link set lo up`);
  // The API server and kube-proxy find their address by the default route, although it ends at the link.
  await ip(`-n ${namespace} route add default via ${machine}`);
  const [enter = "", ...words] = enterNetwork;
  await runCommand(enter, [...words, "sysctl", "-qw", "net.ipv4.ip_forward=1"]);
}

/** Removes the node's network, if it exists, with its link. */
export async function removeNetwork(): Promise<void> {
  if (!existsSync(path)) return;
  // The namespace itself exists until its last process ends; the link must be removed, because its name is reused.
  await runCommand("ip", ["link", "delete", addresses.machineLink]).catch(() => {});
  await runCommand("ip", ["netns", "delete", addresses.namespace]);
}
