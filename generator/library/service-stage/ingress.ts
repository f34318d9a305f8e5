/** The Ingress of service-stage. */

import type { HTTPIngressPath, Ingress, IngressBackend, IngressRule } from "kubernetes-types/networking/v1.d.ts";
import { defineCheck, param, stringParam } from "../../expression/define-function.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { enabled, ordered } from "../../functions/entries.ts";
import { and, eq, ne, nonEmpty, not, present } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Strings } from "../common/names.ts";
import { serviceName } from "../common/service-name.ts";
import { hasService } from "../workload/service/service.ts";
import type { Workload } from "../workload/workload.ts";
import { backendPort } from "./backend-port.ts";
import type { ServiceStageValues } from "./values.ts";

const CLASS = "kubernetes.io/ingress.class";

type Host = ServiceStageValues["ingress"]["hosts"][string];

// The annotation is older than the field; the API server refuses two classes.
const checkClass = defineCheck({
  name: "checkIngressClass",
  comment: "Refuses an annotation that names another class than className.",
  params: { className: stringParam, annotations: param<Strings>({ type: "object" }) },
  body: ({ className, annotations }) =>
    forEach(annotations, (name, value) =>
      guard(
        and(eq(name, CLASS), nonEmpty(className), ne(toJson(value), toJson(className))),
        text`ingress.annotations.${name}: expected the class in className, ${className}, got ${value}`,
      ),
    ),
});

/** The Ingress in front of the Service, when it is enabled. */
export function createIngress({ v, names }: Workload<ServiceStageValues>): Documents {
  const { ingress } = v;
  const hosts = enabled(ingress.hosts);
  const backend: BackendOf = (route, path) => backendOf(v, serviceName(names.fullname), route, path);
  const object: Input<Ingress> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: names.metadata(names.fullname, { annotations: ingress.annotations }),
    spec: {
      ingressClassName: when(nonEmpty(ingress.className), ingress.className),
      defaultBackend: when(
        present(ingress.defaultBackend),
        backend(given(ingress.defaultBackend), "ingress.defaultBackend.port"),
      ),
      rules: when(nonEmpty(hosts), [
        forEach(
          hosts,
          (id, entry): Input<IngressRule> => ({ host: entry.host, http: { paths: pathsOf(id, entry, backend) } }),
        ),
      ]),
      tls: when(nonEmpty(ingress.tls), ingress.tls),
    },
  };
  return [
    guard(
      and(ingress.enabled, not(hasService(v.service))),
      "ingress.enabled: an Ingress needs a Service, and there is none: add a port to service.ports",
    ),
    guard(
      and(ingress.enabled, not(nonEmpty(hosts)), not(present(ingress.defaultBackend))),
      "ingress.hosts: expected at least one host, got none",
    ),
    when(ingress.enabled, [
      names.checkAnnotations("ingress.annotations", ingress.annotations),
      checkClass(ingress.className, ingress.annotations),
      object,
    ]),
  ];
}

/** What says where a route sends its requests; a host without paths says nothing. */
type Route = Reference<Pick<Host["paths"][string], "port" | "resource">>;
type BackendOf = (route: Route | undefined, path: Operand<string>) => Input<IngressBackend>;

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
          backend: backend(entry, text`ingress.hosts.${id}.paths.${name}.port`),
        }),
      ),
    ],
    [{ path: "/", pathType: "Prefix", backend: backend(undefined, text`ingress.hosts.${id}.paths.<id>.port`) }],
  );
}

function backendOf(
  v: Reference<ServiceStageValues>,
  service: Expression<string>,
  route: Route | undefined,
  path: Operand<string>,
): Input<IngressBackend> {
  const number = backendPort(v.service.ports, route?.port, path);
  const own = { service: { name: service, port: { number } } };
  if (route === undefined) return own;
  return choose(present(route.resource), { resource: given(route.resource) }, own);
}
