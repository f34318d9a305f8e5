import { enter, listItems, type Place, readText, showValue } from "./place.ts";
import { listClaimTemplates, listContainers, listPods, listVolumes } from "./pod-templates.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

/**
 * Nothing is named twice in a pod: containers, volumes and claims in the pod; environment variables, mount paths,
 * ports and port names in a container. Helm 4 refuses most of it, in Helm 3 the last one wins, and a pod that has the
 * same claim as two volumes never starts.
 */
export const uniqueInPods: Rule = (objects) =>
  listPods(objects).flatMap((pod) => {
    const containers = listContainers(pod);
    const volumes = listVolumes(pod);
    const claimTemplates = listClaimTemplates(pod);
    return [
      ...checkUnique("container", enterEach(containers, "name")),
      // A claim template silently replaces a volume with its name.
      ...checkUnique("volume", [...enterEach(claimTemplates, "metadata", "name"), ...enterEach(volumes, "name")]),
      ...checkUnique("volume of the claim", enterEach(volumes, "persistentVolumeClaim", "claimName")),
      ...containers.flatMap(checkContainer),
    ];
  });

function checkContainer(container: Place): readonly Finding[] {
  const ports = listItems(container, "ports");
  const mounts = enterEach(listItems(container, "volumeMounts"), "mountPath");
  const devices = enterEach(listItems(container, "volumeDevices"), "devicePath");
  return [
    ...checkUnique("environment variable", enterEach(listItems(container, "env"), "name")),
    ...checkUnique("mount or device at", [...mounts, ...devices]),
    ...checkUnique("port name", enterEach(ports, "name")),
    ...checkUnique("port", ports, (port) => {
      const protocol = readText(port, "protocol") ?? "TCP";
      return `${showValue(enter(port, "containerPort").value)}/${protocol}`;
    }),
  ];
}

function enterEach(places: readonly Place[], ...keys: readonly string[]): readonly Place[] {
  return places.map((place) => enter(place, ...keys));
}

/** Reports each value that is there and equals an earlier one; `show` makes the text that is compared and shown. */
function checkUnique(
  what: string,
  places: readonly Place[],
  show: (place: Place) => string = ({ value }) => showValue(value),
): readonly Finding[] {
  const seen = new Set<string>();
  return places.flatMap((place) => {
    if (place.value === undefined) return [];
    const text = show(place);
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [reportAt("unique-in-pods", place, `expected one ${what} ${text}, got another`)];
  });
}
