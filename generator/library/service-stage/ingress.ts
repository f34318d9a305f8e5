/** The Ingress of service-stage. */
import type { HTTPIngressPath, Ingress, IngressBackend, IngressRule } from "kubernetes-types/networking/v1.d.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { enabled, ordered } from "../../functions/entries.ts";
import { and, nonEmpty, not } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents, Input, InputParts } from "../../manifest/input.ts";
import { hasService } from "../workload/service/service.ts";
import type { Workload } from "../workload/workload.ts";
import { backendPort } from "./backend-port.ts";
import type { ServiceStageValues } from "./values.ts";

type Host = ServiceStageValues["ingress"]["hosts"][string];

/** The Ingress in front of the Service, when it is enabled. */
export function createIngress({ v, names }: Workload<ServiceStageValues>): Documents {
  const { ingress } = v;
  const hosts = enabled(ingress.hosts);
  const object: Input<Ingress> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: names.metadata(names.fullname, { annotations: ingress.annotations }),
    spec: {
      ingressClassName: when(nonEmpty(ingress.className), ingress.className),
      rules: [
        forEach(
          hosts,
          (id, entry): Input<IngressRule> => ({
            host: entry.host,
            http: { paths: pathsOf(id, entry, (port, path) => backendOf(v, names.fullname, port, path)) },
          }),
        ),
      ],
      tls: when(nonEmpty(ingress.tls), ingress.tls),
    },
  };
  return [
    guard(
      and(ingress.enabled, not(hasService(v.service))),
      "ingress.enabled: an Ingress needs a Service, and there is none: add a port to service.ports",
    ),
    guard(and(ingress.enabled, not(nonEmpty(hosts))), "ingress.hosts: expected at least one host, got none"),
    when(ingress.enabled, object),
  ];
}

type BackendOf = (port: Operand<string | undefined>, path: Expression<string>) => InputParts<IngressBackend>;

// A host without paths sends all its requests to the only port.
function pathsOf(id: Expression<string>, host: Reference<Host>, backend: BackendOf): Input<HTTPIngressPath[]> {
  const paths = ordered(host.paths);
  return choose(
    nonEmpty(paths),
    [
      forEach(
        paths,
        (name, entry): Input<HTTPIngressPath> => ({
          path: entry.path,
          pathType: entry.pathType,
          backend: backend(entry.port, text`ingress.hosts.${id}.paths.${name}.port`),
        }),
      ),
    ],
    [{ path: "/", pathType: "Prefix", backend: backend(undefined, text`ingress.hosts.${id}.paths.<id>.port`) }],
  );
}

function backendOf(
  v: Reference<ServiceStageValues>,
  service: Expression<string>,
  port: Operand<string | undefined>,
  path: Expression<string>,
): InputParts<IngressBackend> {
  return { service: { name: service, port: { number: backendPort(v.service.ports, port, path) } } };
}
