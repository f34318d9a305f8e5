/** An API server with a few objects that never change: what a template's `lookup` finds. */
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { writeAscii } from "../../yaml/write-ascii.ts";

/** An object of the cluster. */
export interface ExistingObject {
  readonly kind: "PersistentVolumeClaim" | "StorageClass";
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** A server and the file by which Helm finds it. */
export interface ApiServer {
  readonly kubeconfig: string;
  readonly close: () => Promise<void>;
}

const status = (code: number, reason: string): object => ({
  apiVersion: "v1",
  kind: "Status",
  status: "Failure",
  code,
  reason,
});

/** What a client asks before it asks for an object, by path. */
const discovery: Readonly<Record<string, object>> = {
  "/version": { major: "1", minor: "34", gitVersion: "v1.34.0" },
  "/api": { kind: "APIVersions", versions: ["v1"] },
  "/apis": {
    kind: "APIGroupList",
    apiVersion: "v1",
    groups: [{ name: "storage.k8s.io", versions: [{ groupVersion: "storage.k8s.io/v1", version: "v1" }] }],
  },
  "/api/v1": {
    kind: "APIResourceList",
    groupVersion: "v1",
    resources: [{ name: "persistentvolumeclaims", namespaced: true, kind: "PersistentVolumeClaim", verbs: ["get"] }],
  },
  "/apis/storage.k8s.io/v1": {
    kind: "APIResourceList",
    groupVersion: "storage.k8s.io/v1",
    resources: [{ name: "storageclasses", namespaced: false, kind: "StorageClass", verbs: ["get"] }],
  },
};

/** Starts a server on this machine alone; its kubeconfig is written into a directory. */
export async function serveObjects(objects: readonly ExistingObject[], directory: string): Promise<ApiServer> {
  const answers = new Map([
    ...Object.entries(discovery),
    ...objects.map((object) => [pathOf(object), object] as const),
  ]);
  const server = createServer(({ url = "" }, response) => {
    const answer = answers.get(new URL(url, "http://localhost").pathname);
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? status(404, "NotFound")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const kubeconfig = join(directory, "kubeconfig.yaml");
  await writeFile(kubeconfig, writeAscii(kubeconfigOf(`http://127.0.0.1:${port}`)));
  return {
    kubeconfig,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function pathOf({ kind, metadata: { name, namespace = "default" } }: ExistingObject): string {
  return kind === "StorageClass"
    ? `/apis/storage.k8s.io/v1/storageclasses/${name}`
    : `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`;
}

function kubeconfigOf(server: string): object {
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "test",
    clusters: [{ name: "test", cluster: { server } }],
    contexts: [{ name: "test", context: { cluster: "test", user: "test" } }],
    users: [{ name: "test", user: {} }],
  };
}
