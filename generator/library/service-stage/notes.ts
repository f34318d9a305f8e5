/** What Helm prints after an install of service-stage: the addresses of the service. */
import type { Lines } from "../../chart/notes.ts";
import { bind } from "../../expression/bind.ts";
import { type Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { choose, matchOrLast, when } from "../../expression/when.ts";
import { enabled, ordered } from "../../functions/entries.ts";
import { eq, nonEmpty, orIfEmpty, ternary } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { ServiceAddress } from "../common/pipeline-context.ts";
import { hasService } from "../workload/service/service.ts";
import { claimNotes } from "../workload/volumes/claim-notes.ts";
import type { Workload } from "../workload/workload.ts";
import { autoscalingNotes } from "./autoscaling-notes.ts";
import type { ServiceStageValues } from "./values.ts";

type ServiceStageWorkload = Workload<ServiceStageValues>;

/** Where the pods run, and their addresses inside and outside the cluster. */
export function notes(workload: ServiceStageWorkload, address: Define<ServiceAddress>): Lines {
  const { v, names } = workload;
  return [
    bind("name", names.fullname, (name) =>
      bind("namespace", names.namespace, (namespace) => [
        text`Deployment ${name} runs in namespace ${namespace}.`,
        "",
        "Watch its rollout:",
        text`  kubectl rollout status deployment/${name} --namespace ${namespace}`,
        choose(
          hasService(v.service),
          bind("address", include(address), (found) => places(workload, { name, namespace, address: found })),
          ["", "It has no Service (service.ports is empty, or service.enabled is false), so it has no name in DNS."],
        ),
        autoscalingNotes(workload),
        claimNotes(v, names, namespace),
      ]),
    ),
  ];
}

interface Found {
  readonly name: Expression<string>;
  readonly namespace: Expression<string>;
  readonly address: Expression<ServiceAddress>;
}

function places({ v }: ServiceStageWorkload, found: Found): Lines {
  const { name, namespace } = found;
  const ports = enabled(v.service.ports);
  return [
    "",
    "Inside the cluster it answers at:",
    forEach(ports, (port) => text`  ${name}.${namespace}.svc:${portOf(found, port)} (${port})`),
    choose(
      v.ingress.enabled,
      ingressNotes(v, found),
      bind("service", text`service/${name} --namespace ${namespace}`, (service) => serviceNotes(v, found, service)),
    ),
  ];
}

function portOf({ address }: Found, port: Expression<string>): Expression<string> {
  return toJson(lookUp("integer", address, "ports", port));
}

function ingressNotes(v: ServiceStageWorkload["v"], { name, namespace }: Found): Lines {
  return [
    "",
    "Outside the cluster it answers at:",
    bind("scheme", ternary(nonEmpty(v.ingress.tls), "https", "http"), (scheme) =>
      forEach(enabled(v.ingress.hosts), (_, entry) =>
        bind("url", text`${scheme}://${orIfEmpty(entry.host, "<any host>")}`, (url) =>
          choose(
            nonEmpty(ordered(entry.paths)),
            forEach(ordered(entry.paths), (_path, { path }) => text`  ${url}${path}`),
            text`  ${url}/`,
          ),
        ),
      ),
    ),
    "once these names resolve to the address of the Ingress:",
    text`  kubectl get ingress ${name} --namespace ${namespace}`,
  ];
}

function serviceNotes(v: ServiceStageWorkload["v"], found: Found, service: Expression<string>): Lines {
  const ports = enabled(v.service.ports);
  return matchOrLast(v.service.type, {
    NodePort: [
      "",
      "Outside the cluster it answers at the address of every node, on the port that this prints:",
      forEach(
        ports,
        (port) => text`  kubectl get ${service} --output jsonpath='{.spec.ports[?(@.name=="${port}")].nodePort}'`,
      ),
    ],
    LoadBalancer: [
      "",
      "Outside the cluster it answers at the address of its load balancer, which may take minutes to appear:",
      text`  kubectl get ${service} --watch`,
    ],
    ClusterIP: [
      "",
      "It cannot be reached from outside the cluster. To reach it from this machine, at the local port that this prints:",
      forEach(ports, (port, entry) =>
        when(eq(entry.protocol, "TCP"), text`  kubectl port-forward ${service} :${portOf(found, port)}`),
      ),
    ],
  });
}
