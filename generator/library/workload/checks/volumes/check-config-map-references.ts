/** Keys that the chart's own ConfigMaps do not have: the containers that name them would never start. */
import { bind, collectList, collectMap } from "../../../../expression/bind.ts";
import { defineCheck, entry, kubernetesParam, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem, forEachPosition } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { entrySchemaOf, given, type Reference } from "../../../../expression/reference.ts";
import { choose, match, when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { keysOf, valueAt } from "../../../../functions/keys.ts";
import { hasItem, join } from "../../../../functions/lists.ts";
import { and, isText, isTrue, nonEmpty, not } from "../../../../functions/logic.ts";
import type { ByName } from "../../../../functions/maps.ts";
import { contains, hasPrefix, text, trimSuffix } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import type { ConfigMapProjection } from "../../../../values/kubernetes/types.ts";
import { initContainerValues } from "../../values/container-values.ts";
import { env } from "../../values/env-values.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import type { EnabledEntries } from "../enabled-entries.ts";
import { forEachVariableSource, type Variables } from "../variable-sources.ts";

type Volume = WorkloadValues["volumes"][string];
const volumeSchema = entrySchemaOf(volumeValues());

/** The keys of ConfigMaps, by the name of each or by its id. */
const keysParam = param<ByName<readonly string[]>>({
  type: "object",
  additionalProperties: { type: "array", items: { type: "string" } },
});

function keysAt(known: Expression<ByName<readonly string[]>>, name: Expression<string>): Expression<readonly string[]> {
  return valueAt<readonly string[]>("array", known, name);
}

const checkVariableKeys = defineCheck({
  name: "checkVariableKeys",
  comment: "Refuses variables of keys that the chart's own ConfigMaps do not have.",
  params: { path: stringParam, env: param<Variables>(env()), known: keysParam },
  body: ({ path, env, known }) =>
    forEachVariableSource(env, (variable, { configMapKeyRef }) => {
      const { name, key, optional } = given(configMapKeyRef);
      return when(
        and(hasItem(keysOf(known), name), not(isTrue(optional))),
        guard(
          not(hasItem(keysAt(known, name), key)),
          text`${path}env.${variable}.valueFrom.configMapKeyRef.key: ConfigMap ${name} has no key "${key}"`,
        ),
      );
    }),
});

const checkVariableKeysOf = defineCheck({
  name: "checkVariableKeysOf",
  comment: "Refuses variables of containers of keys that the chart's own ConfigMaps do not have.",
  params: {
    path: stringParam,
    containers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    known: keysParam,
  },
  body: ({ path, containers, known }) =>
    forEach(containers, (name, container) => checkVariableKeys(text`${path}.${name}.`, container.env, known)),
});

const checkFileKeys = defineCheck({
  name: "checkFileKeys",
  comment: "Refuses files of keys that one of the chart's own ConfigMaps does not have.",
  params: { path: stringParam, source: kubernetesParam<ConfigMapProjection>("ConfigMapProjection"), known: keysParam },
  body: ({ path, source: { name, items, optional }, known }) =>
    when(
      and(hasItem(keysOf(known), name), not(isTrue(optional))),
      forEachPosition(items, (i, { key }) =>
        guard(
          not(hasItem(keysAt(known, name), key)),
          text`${path}.items.${i}.key: ConfigMap ${name} has no key "${key}"`,
        ),
      ),
    ),
});

const checkSubPath = defineCheck({
  name: "checkSubPath",
  comment: "Refuses a mount of a file that a volume does not have: the container would see an empty directory.",
  params: {
    path: stringParam,
    mount: param<{ readonly mountPath?: string; readonly subPath?: string }>({
      type: "object",
      properties: { mountPath: { type: "string" }, subPath: { type: "string" } },
    }),
    files: param<readonly string[]>({ type: "array" }),
    wanted: stringParam,
  },
  body: ({ path, mount: { mountPath, subPath }, files, wanted }) =>
    when(
      and(nonEmpty(mountPath), nonEmpty(subPath), isText(subPath)),
      // The path of a file, or of a directory above it. It may begin with a step to where it is.
      guard(
        and(
          not(hasPrefix(given(subPath), ".")),
          not(contains(text`//${join(files, "//")}//`, text`//${trimSuffix(given(subPath), "/")}/`)),
        ),
        text`${path}.subPath: expected ${wanted}, got "${given(subPath)}"`,
      ),
    ),
});

const checkSubPaths = defineCheck({
  name: "checkSubPaths",
  comment: "Refuses mounts of files that a volume does not have.",
  params: {
    path: stringParam,
    volume: param<Volume>(volumeSchema),
    files: param<readonly string[]>({ type: "array" }),
    wanted: stringParam,
  },
  body: ({ path, volume, files, wanted }) => [
    checkSubPath(path, volume, files, wanted),
    forEach(volume.mounts, (id, mount) => checkSubPath(text`${path}.mounts.${id}`, mount, files, wanted)),
  ],
});

const checkConfigMapFiles = defineCheck({
  name: "checkConfigMapFiles",
  comment: "Refuses mounts of files that a volume of one of the chart's own ConfigMaps does not have.",
  params: { path: stringParam, volume: param<Volume>(volumeSchema), known: keysParam },
  body: ({ path, volume, known }) => {
    const { name, items, optional } = given(volume.configMap);
    const paths = forEachItem(items, (item) => when(isText(item.path), item.path), { as: "item" });
    return when(
      and(hasItem(keysOf(known), name), not(isTrue(optional))),
      choose(
        nonEmpty(items),
        collectList<string, unknown>("paths", paths, (files) =>
          checkSubPaths(path, volume, files, "the path of an item"),
        ),
        checkSubPaths(path, volume, keysAt(known, name), "a key of the ConfigMap"),
      ),
    );
  },
});

const checkVolumeKeys = defineCheck({
  name: "checkVolumeKeys",
  comment: "Refuses volumes with keys that the chart's own ConfigMaps do not have.",
  params: { volumes: param<WorkloadValues["volumes"]>(volumeValues()), byId: keysParam, byName: keysParam },
  body: ({ volumes, byId, byName }) =>
    forEach(volumes, (id, volume) =>
      bind("kind", volumeType(volume), (kind) =>
        match(kind, {
          configMap: [
            checkFileKeys(text`volumes.${id}.configMap`, volume.configMap, byName),
            checkConfigMapFiles(text`volumes.${id}`, volume, byName),
          ],
          projected: forEachPosition(given(volume.projected).sources, (i, { configMap }) =>
            checkFileKeys(text`volumes.${id}.projected.sources.${i}.configMap`, configMap, byName),
          ),
          ownConfigMap: bind("keys", keysAt(byId, given(volume.ownConfigMap)), (keys) =>
            checkSubPaths(text`volumes.${id}`, volume, keys, "a key of the ConfigMap"),
          ),
        }),
      ),
    ),
});

/** Refuses variables and files of keys that the chart's own ConfigMaps do not have, unless they are optional. */
export function checkConfigMapReferences(
  v: Reference<WorkloadValues>,
  { initContainers, sidecars, volumes }: EnabledEntries,
  configMapName: (id: Expression<string>) => Expression<string>,
): Documents {
  const ids = forEach(enabled(v.configMaps), (id, { data, binaryData }) =>
    bind("keys", keysOf(data, binaryData), (keys) => entry(id, keys)),
  );
  const names = (byId: Reference<ByName<readonly string[]>>): unknown =>
    forEach(byId, (id, keys) => bind("name", configMapName(id), (name) => entry(name, keys)), { as: "keys" });
  return when(
    nonEmpty(v.configMaps),
    collectMap<readonly string[], unknown>("keysById", ids, (byId) =>
      collectMap<readonly string[], unknown>("keysByName", names(byId), (byName) => [
        checkVariableKeys("", v.env, byName),
        checkVariableKeysOf("initContainers", initContainers, byName),
        checkVariableKeysOf("sidecars", sidecars, byName),
        checkVolumeKeys(volumes, byId, byName),
      ]),
    ),
  ) as Documents; // guards alone
}
