/** The ConfigMaps of a workload. */
import type { ConfigMap } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../expression/bind.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import type { Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { fitName, text } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { checkDataSize } from "../common/checks/size-limits.ts";
import type { Names } from "../common/names.ts";
import { checkConfigMapKeys, checkFixedConfigMap } from "./checks/volumes/check-config-map-data.ts";
import type { WorkloadValues } from "./values/values.ts";

/** The name of one of a workload's own ConfigMaps. */
export function configMapNameOf(names: Names): (id: Expression<string>) => Expression<string> {
  return (id) => fitName(text`${names.fullname}-${id}`, 63);
}

/** One ConfigMap for each entry of `configMaps`. */
export function createConfigMaps(v: Reference<WorkloadValues>, names: Names): Documents {
  const nameOf = configMapNameOf(names);
  return forEach(enabled(v.configMaps), (id, entry) => {
    const { data, binaryData, immutable, labels, annotations } = entry;
    const object: Input<ConfigMap> = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: names.metadata(nameOf(id), { labels, annotations }),
      data,
      binaryData: when(nonEmpty(binaryData), binaryData),
      immutable,
    };
    const fixed = { data, binaryData };
    return [
      checkConfigMapKeys(id, entry),
      bind("path", text`configMaps.${id}`, (path) => [
        names.checkLabels(text`${path}.labels`, labels),
        names.checkAnnotations(text`${path}.annotations`, annotations),
        checkDataSize(path, data, binaryData),
      ]),
      checkFixedConfigMap(id, names.namespace, nameOf(id), fixed),
      object,
    ];
  });
}
