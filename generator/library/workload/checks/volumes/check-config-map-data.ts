/** Data of ConfigMaps that Kubernetes refuses. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { refuse } from "../../../../expression/guard.ts";
import { when } from "../../../../expression/when.ts";
import { valueAt } from "../../../../functions/keys.ts";
import { orIfEmpty } from "../../../../functions/logic.ts";
import { lookUpObject } from "../../../../functions/look-up-object.ts";
import { hasEntry, lookUp } from "../../../../functions/maps.ts";
import { text } from "../../../../functions/strings.ts";
import { type FixedFields, fixedFieldsParam, refuseChanges } from "../../../common/fixed-fields.ts";
import { configMapValues } from "../../values/config-map-values.ts";
import type { WorkloadValues } from "../../values/values.ts";

/** Refuses bytes of a ConfigMap under a key that its texts have. */
export const checkConfigMapKeys = defineCheck({
  name: "checkConfigMapKeys",
  comment: "Refuses bytes of a ConfigMap under a key that its texts have.",
  params: { id: stringParam, configMap: param<WorkloadValues["configMaps"][string]>(configMapValues) },
  body: ({ id, configMap: { data, binaryData } }) =>
    forEach(binaryData, (key) =>
      when(hasEntry(data, key), refuse(text`configMaps.${id}.binaryData.${key}: expected no key of data, got one`)),
    ),
});

/** Refuses other data of a ConfigMap in the cluster that is immutable. */
export const checkFixedConfigMap = defineCheck({
  name: "checkFixedConfigMap",
  comment: "Refuses other data of an immutable ConfigMap, if Helm is connected to a cluster.",
  params: { id: stringParam, namespace: stringParam, name: stringParam, wanted: fixedFieldsParam },
  body: ({ id, namespace, name, wanted }) =>
    bind(
      "configMap",
      lookUpObject<FixedFields>({ apiVersion: "v1", kind: "ConfigMap", namespace, name }),
      (configMap) =>
        when(
          lookUp<boolean>("boolean", configMap, "immutable"),
          refuseChanges(
            wanted,
            (field) => orIfEmpty(valueAt("any", configMap, field), {}),
            (field) =>
              text`configMaps.${id}.${field} cannot change: ConfigMap ${name} is immutable; use another id, or delete it first`,
          ),
        ),
    ),
});
