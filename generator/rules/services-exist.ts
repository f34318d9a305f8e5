import { isKind, readNamespace } from "./kinds.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { enter, isFields, listItems, type Place, showValue, startAt } from "./place.ts";
import { checkReference, findObject, type Release } from "./references.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "services-exist";

/** The Services that a StatefulSet and an Ingress name exist, and so do the ports that the Ingress sends to. */
export const servicesExist: Rule = (objects, context) => {
  const release = { objects, context };
  return objects.flatMap((object) => {
    if (isKind(object, "StatefulSet")) return checkGoverningService(release, object);
    if (isKind(object, "Ingress")) return listBackends(object).flatMap((backend) => checkBackend(release, backend));
    return [];
  });
};

function checkGoverningService(release: Release, statefulSet: KubernetesObject): readonly Finding[] {
  const name = enter(startAt(statefulSet), "spec", "serviceName");
  // Without a serviceName the pods have no DNS names, which is legal.
  return name.value === undefined || name.value === "" ? [] : checkReference(rule, release, name, "Service");
}

/** The `service` maps of an Ingress; a backend that is a resource has none. */
function listBackends(ingress: KubernetesObject): readonly Place[] {
  const spec = enter(startAt(ingress), "spec");
  const paths = listItems(spec, "rules").flatMap((host) => listItems(host, "http", "paths"));
  return [enter(spec, "defaultBackend"), ...paths.map((path) => enter(path, "backend"))]
    .map((backend) => enter(backend, "service"))
    .filter((service) => isFields(service.value));
}

function checkBackend(release: Release, backend: Place): readonly Finding[] {
  const namespace = readNamespace(backend.object, release.context.releaseNamespace);
  const service = findObject(release, "Service", namespace, enter(backend, "name").value);
  // The ports of an external Service are not known.
  if (service === undefined) return checkReference(rule, release, enter(backend, "name"), "Service");
  const byName = enter(backend, "port", "name").value !== undefined;
  const wanted = enter(backend, "port", byName ? "name" : "number");
  const offered = listItems(startAt(service), "spec", "ports").map(
    (port) => enter(port, byName ? "name" : "port").value,
  );
  if (offered.includes(wanted.value)) return [];
  const list = offered.length === 0 ? "of which it has none" : `one of ${offered.map(showValue).join(", ")}`;
  const message = `expected a port of Service ${JSON.stringify(service.metadata.name)}, ${list}, got ${showValue(wanted.value)}`;
  return [reportAt(rule, wanted, message)];
}
