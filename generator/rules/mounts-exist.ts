import { enter, listItems, type Place, readText, showValue } from "./place.ts";
import { listClaimTemplates, listContainers, listPods, listVolumes } from "./pod-templates.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

/** Every mount and block device of a container names a volume of its pod, or a claim template of its StatefulSet. */
export const mountsExist: Rule = (objects) =>
  listPods(objects).flatMap((pod) => {
    const names = [
      ...listVolumes(pod).flatMap((volume) => readText(volume, "name") ?? []),
      ...listClaimTemplates(pod).flatMap((claim) => readText(claim, "metadata", "name") ?? []),
    ];
    return listContainers(pod)
      .flatMap((container) => [...listItems(container, "volumeMounts"), ...listItems(container, "volumeDevices")])
      .flatMap((mount) => checkMount(enter(mount, "name"), names));
  });

function checkMount(name: Place, volumes: readonly string[]): readonly Finding[] {
  if (volumes.some((volume) => volume === name.value)) return [];
  const list = volumes.length === 0 ? "of which it has none" : `one of ${volumes.map(showValue).join(", ")}`;
  return [reportAt("mounts-exist", name, `expected a volume of the pod, ${list}, got ${showValue(name.value)}`)];
}
