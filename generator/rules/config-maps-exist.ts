import { readNamespace } from "./kinds.ts";
import { enter, isFields, listItems, type Place, showValue } from "./place.ts";
import { listContainers, listPods, listVolumes } from "./pod-templates.ts";
import { checkReference, findObject, type Release } from "./references.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "config-maps-exist";

// Every namespace has it: the certificate of the API server.
const builtInConfigMap = "kube-root-ca.crt";

/**
 * Every ConfigMap that a pod mounts or reads exists and has the keys that are named, unless the reference is optional.
 * Secrets are not checked: charts never render them, so all are external.
 */
export const configMapsExist: Rule = (objects, context) => {
  const release = { objects, context };
  return listPods(objects)
    .flatMap((pod) => [...listMounted(pod), ...listRead(pod)])
    .filter(({ source }) => isFields(source.value) && enter(source, "optional").value !== true)
    .filter(({ source }) => enter(source, "name").value !== builtInConfigMap)
    .flatMap((reference) => checkConfigMap(release, reference));
};

interface ConfigMapReference {
  /** The place of the map that holds `name` and `optional`. */
  readonly source: Place;
  /** The places of the keys that the ConfigMap must have. */
  readonly keys: readonly Place[];
}

function listMounted(pod: Place): readonly ConfigMapReference[] {
  const volumes = listVolumes(pod);
  const projections = volumes.flatMap((volume) => listItems(volume, "projected", "sources"));
  return [...volumes, ...projections]
    .map((volume) => enter(volume, "configMap"))
    .map((source) => ({ source, keys: listItems(source, "items").map((item) => enter(item, "key")) }));
}

function listRead(pod: Place): readonly ConfigMapReference[] {
  return listContainers(pod).flatMap((container) => [
    ...listItems(container, "envFrom").map((entry) => ({ source: enter(entry, "configMapRef"), keys: [] })),
    ...listItems(container, "env")
      .map((entry) => enter(entry, "valueFrom", "configMapKeyRef"))
      .map((source) => ({ source, keys: [enter(source, "key")] })),
  ]);
}

function checkConfigMap(release: Release, { source, keys }: ConfigMapReference): readonly Finding[] {
  const namespace = readNamespace(source.object, release.context.releaseNamespace);
  const configMap = findObject(release, "ConfigMap", namespace, enter(source, "name").value);
  // The keys of an external ConfigMap are not known.
  if (configMap === undefined) return checkReference(rule, release, enter(source, "name"), "ConfigMap");
  const present = new Set<unknown>(
    [configMap["data"], configMap["binaryData"]].filter(isFields).flatMap((data) => Object.keys(data)),
  );
  const name = JSON.stringify(configMap.metadata.name);
  return keys
    .filter((key) => !present.has(key.value))
    .map((key) => reportAt(rule, key, `expected a key of ConfigMap ${name}, got ${showValue(key.value)}`));
}
