/** What Helm prints after an install of csi-volume. */
import type { Lines } from "../../chart/notes.ts";
import { bind } from "../../expression/bind.ts";
import { include } from "../../expression/define.ts";
import { forEach } from "../../expression/for-each.ts";
import { given } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { enabled, where } from "../../functions/entries.ts";
import { and, nonEmpty } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import { hasClaim, hasVolume, type VolumeSet } from "./volume-set.ts";

/** Which claims there are, how to mount them, and what uninstall leaves. */
export function notes({ v, names, claims, storageClasses, volumeName }: VolumeSet): Lines {
  const volumes = enabled(v.volumes);
  const kept = enabled(where(v.volumes, "retain", true));
  return bind("namespace", names.namespace, (namespace) =>
    bind("claims", include(claims), (claimsById) =>
      bind("classes", include(storageClasses), (classes) => [
        choose(
          nonEmpty(volumes),
          [
            text`Claims in namespace ${namespace}:`,
            forEach(volumes, (id) => text`  ${id}: ${lookUp<string>("string", claimsById, id)}`),
            "",
            "See whether they are bound:",
            text`  kubectl get persistentvolumeclaim --namespace ${namespace}`,
            "One whose class is WaitForFirstConsumer is Pending until a pod mounts it: helm install --wait ends in vain.",
            "Mount one in a chart with pods:",
            "  volumes:",
            "    data:",
            "      mountPath: /data",
            "      existingClaim: <claim>",
            when(nonEmpty(kept), [
              "",
              "Uninstall leaves what has retain, data and all; an install under the same release name takes it over.",
              "To delete it for good:",
              forEach(kept, (id, volume) => [
                when(
                  and(...hasClaim(volume)),
                  text`  kubectl delete persistentvolumeclaim ${lookUp<string>("string", claimsById, id)} --namespace ${namespace}`,
                ),
                when(
                  and(...hasVolume(volume)),
                  bind("persistentVolume", volumeName(id, given(volume.static)), (name) => [
                    text`  kubectl delete persistentvolume ${name}`,
                  ]),
                ),
              ]),
              "What has the reclaim policy Retain outlives its claim: delete the PersistentVolume, then the storage itself.",
            ]),
          ],
          "There are no volumes yet: add some under volumes.",
        ),
        when(nonEmpty(classes), [
          "",
          "StorageClasses:",
          forEach(enabled(v.storageClasses), (id) => text`  ${id}: ${lookUp<string>("string", classes, id)}`),
        ]),
      ]),
    ),
  );
}
