import { join } from "node:path";
import type { Kubelet } from "../../cluster/provider.ts";
import { startCsiDriver } from "./csi-driver/csi-driver.ts";
import type { DriverCall } from "./csi-driver/driver-call.ts";
import { kubeClient } from "./csi-driver/kube-client.ts";
import { startProvisioner } from "./csi-driver/provisioner.ts";
import { layOutVolumes } from "./csi-driver/volume-directories.ts";
import { driverName } from "./storage-objects.ts";

/** The CSI driver and its provisioner, while they run in this process. */
export interface Storage {
  /** Ends both; there must be no pods with volumes any more. */
  stop(): Promise<void>;
}

/** What both are started with. */
export interface StorageOptions {
  readonly kubelet: Kubelet;
  /** In which `kubectl` finds the cluster. */
  readonly environment: Readonly<Record<string, string>>;
  /** Called with what they did. */
  readonly log: (call: DriverCall) => void;
}

/** Starts the CSI driver and its provisioner in this process. */
export async function startStorage({ kubelet, environment, log }: StorageOptions): Promise<Storage> {
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
    async stop() {
      await stopProvisioner();
      await driver.stop();
    },
  };
}
