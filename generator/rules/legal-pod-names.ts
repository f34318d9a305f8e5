import { dnsLabel, explainName, type NameForm, portName } from "./name-forms.ts";
import { enter, listItems, type Place } from "./place.ts";
import { listClaimTemplates, listContainers, listPods, listVolumes } from "./pod-templates.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

/** The names of containers, volumes, claim templates and ports in a pod template are what the API server accepts. */
export const legalPodNames: Rule = (objects) =>
  listPods(objects).flatMap((pod) => [
    ...listContainers(pod).flatMap((container) => [
      ...checkName(enter(container, "name"), dnsLabel),
      ...listItems(container, "ports").flatMap((port) => checkName(enter(port, "name"), portName)),
    ]),
    ...listVolumes(pod).flatMap((volume) => checkName(enter(volume, "name"), dnsLabel)),
    // A claim template's name becomes a volume's name in each pod.
    ...listClaimTemplates(pod).flatMap((claim) => checkName(enter(claim, "metadata", "name"), dnsLabel)),
  ]);

function checkName(place: Place, form: NameForm): readonly Finding[] {
  const message = typeof place.value === "string" ? explainName(place.value, form) : undefined;
  return message === undefined ? [] : [reportAt("legal-pod-names", place, message)];
}
