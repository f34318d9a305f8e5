/** The StorageClasses of csi-volume. */
import type { StorageClass } from "kubernetes-types/storage/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { include } from "../../../expression/define.ts";
import { forEach } from "../../../expression/for-each.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { nonEmpty, ternary } from "../../../functions/logic.ts";
import { type ByName, lookUp, merge } from "../../../functions/maps.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import { checkParameters } from "../../common/checks/size-limits.ts";
import { storageClassGuards } from "../guards.ts";
import type { VolumeSet } from "../volume-set.ts";

const IS_DEFAULT: ByName<string> = { "storageclass.kubernetes.io/is-default-class": "true" };

/** A StorageClass for each entry of `storageClasses`. */
export function createStorageClasses(set: VolumeSet): Documents {
  const { v, names } = set;
  return bind("classes", include(set.storageClasses), (classes) => [
    storageClassGuards(set, classes),
    forEach(enabled(v.storageClasses), (id, entry) => {
      const annotations = merge<string>(ternary<ByName<string>>(entry.isDefault, IS_DEFAULT, {}), entry.annotations);
      const object: Input<StorageClass> = {
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        metadata: names.metadata(lookUp<string>("string", classes, id), {
          labels: entry.labels,
          annotations,
          kept: entry.retain,
          clusterScoped: true,
        }),
        provisioner: entry.provisioner,
        parameters: when(nonEmpty(entry.parameters), entry.parameters),
        reclaimPolicy: entry.reclaimPolicy,
        volumeBindingMode: entry.volumeBindingMode,
        allowVolumeExpansion: entry.allowVolumeExpansion,
        mountOptions: when(nonEmpty(entry.mountOptions), entry.mountOptions),
        allowedTopologies: when(nonEmpty(entry.allowedTopologies), entry.allowedTopologies),
      };
      return [
        names.checkLabels(text`storageClasses.${id}.labels`, entry.labels),
        names.checkAnnotations(text`storageClasses.${id}.annotations`, entry.annotations),
        checkParameters(text`storageClasses.${id}.parameters`, entry.parameters),
        object,
      ];
    }),
  ]);
}
