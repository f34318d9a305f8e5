import { join } from "node:path";
import { addresses, nodeName } from "../addresses.ts";
import type { NodeLayout } from "../node-layout.ts";

/** A program that runs as long as the cluster does. */
export interface Daemon {
  /** Name of the program, and of its log. */
  readonly name: string;
  readonly args: readonly string[];
}

/** The store of the API server. */
export function etcd(layout: NodeLayout): Daemon {
  const client = "http://127.0.0.1:2379";
  const peer = "http://127.0.0.1:2380";
  const settings = {
    "data-dir": layout.etcd,
    "listen-client-urls": client,
    "advertise-client-urls": client,
    "listen-peer-urls": peer,
    "initial-advertise-peer-urls": peer,
    "initial-cluster": `default=${peer}`,
    // The data need not survive a crash of the machine.
    "unsafe-no-fsync": "true",
  };
  return { name: "etcd", args: printFlags(settings) };
}

/** The API server. */
export function apiServer(layout: NodeLayout): Daemon {
  const file = (name: string): string => join(layout.certificates, name);
  const settings = {
    "etcd-servers": "http://127.0.0.1:2379",
    "bind-address": addresses.node,
    "advertise-address": addresses.node,
    "client-ca-file": file("ca.crt"),
    "tls-cert-file": file("apiserver.crt"),
    "tls-private-key-file": file("apiserver.key"),
    "kubelet-certificate-authority": file("ca.crt"),
    "kubelet-client-certificate": file("admin.crt"),
    "kubelet-client-key": file("admin.key"),
    "kubelet-preferred-address-types": "InternalIP",
    "service-account-issuer": "https://kubernetes.default.svc",
    "service-account-key-file": file("service-accounts.key"),
    "service-account-signing-key-file": file("service-accounts.key"),
    "service-cluster-ip-range": addresses.services,
    "authorization-mode": "Node,RBAC",
    "enable-admission-plugins": "NodeRestriction",
    "allow-privileged": "true",
  };
  return { name: "kube-apiserver", args: printFlags(settings) };
}

/** The controller manager of Kubernetes. */
export function controllerManager(layout: NodeLayout): Daemon {
  const settings = {
    kubeconfig: layout.kubeconfig("controller-manager"),
    "bind-address": "127.0.0.1",
    "service-account-private-key-file": join(layout.certificates, "service-accounts.key"),
    "root-ca-file": join(layout.certificates, "ca.crt"),
    "use-service-account-credentials": "true",
    "leader-elect": "false",
  };
  return { name: "kube-controller-manager", args: printFlags(settings) };
}

/** The scheduler. */
export function scheduler(layout: NodeLayout): Daemon {
  const settings = {
    kubeconfig: layout.kubeconfig("scheduler"),
    "bind-address": "127.0.0.1",
    "leader-elect": "false",
  };
  return { name: "kube-scheduler", args: printFlags(settings) };
}

/** The container runtime. */
export function containerd(layout: NodeLayout): Daemon {
  return { name: "containerd", args: printFlags({ config: layout.configuration("containerd.toml") }) };
}

/** The kubelet, which must start when the container runtime answers. */
export function kubelet(layout: NodeLayout): Daemon {
  const settings = {
    config: layout.configuration("kubelet.json"),
    kubeconfig: layout.kubeconfig("node"),
    "root-dir": layout.kubelet,
    "cert-dir": join(layout.kubelet, "pki"),
    "hostname-override": nodeName,
    "node-ip": addresses.node,
    // Storage classes may require a zone.
    "node-labels": "topology.kubernetes.io/zone=zone-1",
  };
  return { name: "kubelet", args: printFlags(settings) };
}

/** The proxy that routes the addresses of Services to pods. */
export function proxy(layout: NodeLayout): Daemon {
  return { name: "kube-proxy", args: printFlags({ config: layout.configuration("proxy.json") }) };
}

/** The cluster's DNS. */
export function coredns(layout: NodeLayout): Daemon {
  return { name: "coredns", args: ["-conf", layout.configuration("Corefile")] };
}

/** All of them, in the order of their start. */
export function listDaemons(layout: NodeLayout): readonly Daemon[] {
  const daemons = [etcd, containerd, apiServer, controllerManager, scheduler, kubelet, proxy, coredns];
  return daemons.map((daemon) => daemon(layout));
}

function printFlags(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}
