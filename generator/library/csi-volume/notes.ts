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

/** Which claims there are, how to mount them, and what uninstall keeps. */
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
            "Show whether they are bound:",
            text`  kubectl get persistentvolumeclaim --namespace ${namespace}`,
            "A claim whose class is WaitForFirstConsumer is Pending until a pod mounts it: helm install --wait times out.",
            "Mount one in a chart with pods:",
            "  volumes:",
            "    data:",
            "      mountPath: /data",
            "      existingClaim: <claim>",
            when(nonEmpty(kept), [
              "",
              "Uninstall keeps what has retain, with its data; an install with the same release name adopts it.",
              "To delete it permanently:",
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
              "A PersistentVolume with reclaim policy Retain is kept after its claim: delete it, then the storage itself.",
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
