import { addedLabels } from "./added-labels.ts";
import { isKind, readNamespace } from "./kinds.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import {
  type Labels,
  listMapTerms,
  listSelectorTerms,
  matchesAll,
  readLabels,
  type SelectorTerm,
} from "./label-selector.ts";
import { enter, isFields, listItems, type Place, readText, showValue, startAt } from "./place.ts";
import { listContainers, listPods } from "./pod-templates.ts";
import { checkReference, type Release } from "./references.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "selectors-match";

/**
 * A workload selects its own pods; a Service, NetworkPolicy and PodDisruptionBudget select pods of the release; an
 * autoscaler's target exists; and a port to which a Service sends by name is one of a selected pod.
 */
export const selectorsMatch: Rule = (objects, context) => {
  const pods = listPods(objects).map((place) => ({
    place,
    namespace: readNamespace(place.object, context.releaseNamespace),
    labels: new Map([...addedLabels(place), ...readLabels(place)]),
  }));
  const release = { objects, context, pods };
  return objects.flatMap((object) => {
    if (!isKind(object, object.kind)) return []; // another group's kind of the same name
    const spec = enter(startAt(object), "spec");
    switch (object.kind) {
      case "Deployment":
      case "StatefulSet":
      case "DaemonSet":
      case "ReplicaSet":
      case "Job":
        return checkOwnPods(object);
      case "Service":
        return checkService(release, object);
      case "NetworkPolicy":
        return checkSelected(release, enter(spec, "podSelector"), listSelectorTerms(enter(spec, "podSelector")));
      case "PodDisruptionBudget":
        return checkSelected(release, enter(spec, "selector"), listSelectorTerms(enter(spec, "selector")));
      case "HorizontalPodAutoscaler":
        return checkScaleTarget(release, enter(spec, "scaleTargetRef"));
      default:
        return [];
    }
  });
};

/** A release with what selectors are compared with, read once. */
interface LabelledRelease extends Release {
  readonly pods: readonly { readonly place: Place; readonly namespace: string; readonly labels: Labels }[];
}

function checkOwnPods(object: KubernetesObject): readonly Finding[] {
  const selector = enter(startAt(object), "spec", "selector");
  // The API server makes that of a Job; for other kinds the rule kubernetes-models reports its absence.
  if (!isFields(selector.value)) return [];
  const terms = listSelectorTerms(selector);
  if (terms.length === 0) return [reportAt(rule, selector, "expected at least one label, got none")];
  return listPods([object]).flatMap((pod) => {
    const labels = readLabels(pod);
    const failing = terms.filter((term) => !term.matches(labels));
    return failing.map((term) =>
      reportAt(rule, term.place, `expected what the pod template's labels satisfy, got ${term.text}`),
    );
  });
}

function checkService(release: LabelledRelease, service: KubernetesObject): readonly Finding[] {
  const selector = enter(startAt(service), "spec", "selector");
  const terms = listMapTerms(selector);
  const missing = checkSelected(release, selector, terms);
  // Without a selector the endpoints are managed outside the release.
  if (terms.length === 0 || missing.length > 0) return missing;
  const ports = listSelectedPods(release, service, terms)
    .flatMap(listContainers)
    .flatMap((container) => listItems(container, "ports"))
    .flatMap((port) => readText(port, "name") ?? []);
  return listItems(startAt(service), "spec", "ports")
    .map((port) => enter(port, "targetPort"))
    .filter(({ value }) => typeof value === "string" && !ports.includes(value))
    .map((port) => reportAt(rule, port, describeMissingPort(port, ports)));
}

function describeMissingPort(port: Place, offered: readonly string[]): string {
  const list = offered.length === 0 ? "of which they have none" : `one of ${offered.map(showValue).join(", ")}`;
  return `expected a named container port of the selected pods, ${list}, got ${showValue(port.value)}`;
}

/** Reports a selector that has terms and selects no pod of the release in its namespace. */
function checkSelected(release: LabelledRelease, selector: Place, terms: readonly SelectorTerm[]): readonly Finding[] {
  if (terms.length === 0 || listSelectedPods(release, selector.object, terms).length > 0) return [];
  const namespace = readNamespace(selector.object, release.context.releaseNamespace);
  const wanted = `the labels of a pod template of this release in namespace ${JSON.stringify(namespace)}`;
  return [reportAt(rule, selector, `expected ${wanted}, got ${terms.map((term) => term.text).join(", ")}`)];
}

function listSelectedPods(
  { context, pods }: LabelledRelease,
  selecting: KubernetesObject,
  terms: readonly SelectorTerm[],
): readonly Place[] {
  const namespace = readNamespace(selecting, context.releaseNamespace);
  return pods.filter((pod) => pod.namespace === namespace && matchesAll(terms, pod.labels)).map((pod) => pod.place);
}

/** Custom kinds that can be scaled are not known here, and pass. */
function checkScaleTarget(release: Release, target: Place): readonly Finding[] {
  const kind = readText(target, "kind");
  if (kind !== "Deployment" && kind !== "StatefulSet") return [];
  return checkReference(rule, release, enter(target, "name"), kind);
}
