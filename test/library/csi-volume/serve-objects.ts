/** An API server with a few objects that never change: what a template's `lookup` finds. */
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { writeAscii } from "../../yaml/write-ascii.ts";

/** Where objects lie, by kind. */
const places = {
  ConfigMap: { group: "/api/v1", resource: "configmaps", namespaced: true },
  CronJob: { group: "/apis/batch/v1", resource: "cronjobs", namespaced: true },
  Deployment: { group: "/apis/apps/v1", resource: "deployments", namespaced: true },
  Job: { group: "/apis/batch/v1", resource: "jobs", namespaced: true },
  NetworkPolicy: { group: "/apis/networking.k8s.io/v1", resource: "networkpolicies", namespaced: true },
  PersistentVolumeClaim: { group: "/api/v1", resource: "persistentvolumeclaims", namespaced: true },
  Pod: { group: "/api/v1", resource: "pods", namespaced: true },
  Role: { group: "/apis/rbac.authorization.k8s.io/v1", resource: "roles", namespaced: true },
  RoleBinding: { group: "/apis/rbac.authorization.k8s.io/v1", resource: "rolebindings", namespaced: true },
  Service: { group: "/api/v1", resource: "services", namespaced: true },
  ServiceAccount: { group: "/api/v1", resource: "serviceaccounts", namespaced: true },
  StatefulSet: { group: "/apis/apps/v1", resource: "statefulsets", namespaced: true },
  StorageClass: { group: "/apis/storage.k8s.io/v1", resource: "storageclasses", namespaced: false },
} as const;

/** An object of the cluster. */
export interface ExistingObject {
  readonly kind: keyof typeof places;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** What Helm asks of an object before it takes it for one of the release `rel`. */
export const owned = {
  labels: { "app.kubernetes.io/managed-by": "Helm" },
  annotations: { "meta.helm.sh/release-name": "rel", "meta.helm.sh/release-namespace": "default" },
} as const;

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

const groups = [...new Set(Object.values(places).map(({ group }) => group))];

/** What a client asks before it asks for an object, by path. */
const discovery: Readonly<Record<string, object>> = {
  "/version": { major: "1", minor: "34", gitVersion: "v1.34.0" },
  "/api": { kind: "APIVersions", versions: ["v1"] },
  "/apis": {
    kind: "APIGroupList",
    apiVersion: "v1",
    groups: groups.flatMap((group) => {
      const name = /^\/apis\/(.*)\/v1$/.exec(group)?.[1];
      return name === undefined ? [] : [{ name, versions: [{ groupVersion: `${name}/v1`, version: "v1" }] }];
    }),
  },
  ...Object.fromEntries(groups.map((group) => [group, listOf(group)])),
};

function listOf(group: string): object {
  const resources = Object.entries(places)
    .filter(([, place]) => place.group === group)
    .map(([kind, { resource, namespaced }]) => ({ name: resource, namespaced, kind, verbs: ["get"] }));
  return { kind: "APIResourceList", groupVersion: group.replace(/^\/apis?\//, ""), resources };
}

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
  const { group, resource, namespaced } = places[kind];
  return namespaced ? `${group}/namespaces/${namespace}/${resource}/${name}` : `${group}/${resource}/${name}`;
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
