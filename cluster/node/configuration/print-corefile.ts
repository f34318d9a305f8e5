import { addresses } from "../addresses.ts";
import type { NodeLayout } from "../node-layout.ts";

/** Prints CoreDNS' configuration: it answers only for the cluster's names. */
export function printCorefile(layout: NodeLayout): string {
  return `.:53 {
  bind ${addresses.node}
  errors
  ready 127.0.0.1:8181
  kubernetes cluster.local in-addr.arpa {
    kubeconfig ${layout.kubeconfig("coredns")}
    # Tests resolve names of pods that have just become ready.
    ttl 1
  }
}
`;
}
