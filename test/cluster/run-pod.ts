import assert from "node:assert/strict";
import { waitUntil } from "../../cluster/wait-until.ts";
import { patience } from "./patience.ts";
import { printedPath, printToStatus } from "./print-to-status.ts";
import type { Releases } from "./use-releases.ts";

/**
 * Runs a shell script in a pod of its own, as the user and group that the charts' pods have, and returns what it
 * printed, of which Kubernetes keeps 4 KiB. The pod is gone afterwards.
 * @param claim name of a claim that the pod sees at /data
 * @throws AssertionError with what it printed when it fails
 */
export async function runPod({ apply, kubectl }: Releases, script: string, claim?: string): Promise<string> {
  await apply(makePod(script, claim));
  const read = (path: string): Promise<string> => kubectl(["get", "pod", "reader", `--output=jsonpath={.${path}}`]);
  const hasEnded = async (): Promise<boolean> => ["Succeeded", "Failed"].includes(await read("status.phase"));
  await waitUntil(hasEnded, { what: "the pod ends", seconds: patience, everyMs: 500 });
  const printed = await read(printedPath);
  assert.equal(await read("status.phase"), "Succeeded", printed);
  await kubectl(["delete", "pod", "reader", "--grace-period=1"]);
  return printed;
}

function makePod(script: string, claim?: string): object {
  const container = {
    name: "main",
    image: "busybox:1.36",
    command: ["sh", "-c", printToStatus(script)],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
    ...(claim === undefined ? {} : { volumeMounts: [{ name: "data", mountPath: "/data" }] }),
  };
  const securityContext = {
    runAsNonRoot: true,
    runAsUser: 65532,
    runAsGroup: 65532,
    fsGroup: 65532,
    seccompProfile: { type: "RuntimeDefault" },
  };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "reader" },
    spec: {
      restartPolicy: "Never",
      securityContext,
      containers: [container],
      ...(claim === undefined ? {} : { volumes: [{ name: "data", persistentVolumeClaim: { claimName: claim } }] }),
    },
  };
}
