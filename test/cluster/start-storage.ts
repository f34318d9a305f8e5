import { join } from "node:path";
import type { Kubelet } from "../../scripts/lib/cluster/provider.ts";
import { startCsiDriver } from "./csi-driver/csi-driver.ts";
import type { DriverCall } from "./csi-driver/driver-call.ts";
import { kubeClient } from "./csi-driver/kube-client.ts";
import { startProvisioner } from "./csi-driver/provisioner.ts";
import { layOutVolumes } from "./csi-driver/volume-directories.ts";
import { driverName } from "./storage-objects.ts";

/** The CSI driver and its provisioner, while they run in this process. */
export interface Storage {
  /** Name of the node that they serve. */
  readonly nodeName: string;
  /** What they did, the oldest first. */
  readonly calls: readonly DriverCall[];
  /** Ends both; there must be no pods with volumes any more. */
  stop(): Promise<void>;
}

/**
 * Starts the CSI driver and its provisioner in this process.
 * @param environment in which `kubectl` finds the cluster
 */
export async function startStorage(kubelet: Kubelet, environment: Readonly<Record<string, string>>): Promise<Storage> {
  const calls: DriverCall[] = [];
  const log = (call: DriverCall): void => {
    calls.push(call);
  };
  const volumes = layOutVolumes(join(kubelet.here, "..", "volumes"));
  const driver = await startCsiDriver({ name: driverName, kubelet, volumes, log });
  const client = await kubeClient(environment);
  let reported = "";
  // It tries again and again: once is enough.
  const report = (error: unknown): void => {
    const message = String(error);
    if (message !== reported) console.error(`  provisioner: ${message}`);
    reported = message;
  };
  const stopProvisioner = startProvisioner({
    name: driverName,
    nodeName: kubelet.nodeName,
    client,
    volumes,
    log,
    report,
  });
  return {
    nodeName: kubelet.nodeName,
    calls,
    async stop() {
      await stopProvisioner();
      await driver.stop();
    },
  };
}
