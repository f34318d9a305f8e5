import { isKind, readKind } from "./kinds.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { dnsLabel, explainKey, explainName, labelText } from "./name-forms.ts";
import { enter, isFields, listEntries, listItems, type Place, showValue, startAt } from "./place.ts";
import { listPods, listVolumes } from "./pod-templates.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "legal-names";

// A CronJob names its Jobs by its own name, "-" and ten digits.
const scheduleSuffix = 11;

/** Names, label keys and values, and annotation keys are what the API server accepts, with room for what it appends. */
export const legalNames: Rule = (objects) =>
  objects.flatMap((object) => [
    ...checkName(object),
    ...checkIndexRoom(object),
    ...listMetadata(object).flatMap((metadata) => [
      ...checkGenerateName(metadata),
      ...checkLabels(metadata),
      ...checkAnnotations(metadata),
    ]),
  ]);

function checkName(object: KubernetesObject): readonly Finding[] {
  const { nameForm, maxNameLength } = readKind(object);
  const name = enter(startAt(object), "metadata", "name");
  const namespace = enter(startAt(object), "metadata", "namespace");
  return [
    ...(typeof name.value === "string"
      ? report(name, explainName(name.value, nameForm, maxNameLength))
      : report(name, `expected a name, got ${showValue(name.value)}`)),
    ...(typeof namespace.value === "string" ? report(namespace, explainName(namespace.value, dnsLabel)) : []),
  ];
}

/** An indexed Job gives each pod the host name `<job>-<index>`, which must be a DNS label. */
function checkIndexRoom(object: KubernetesObject): readonly Finding[] {
  const isCron = isKind(object, "CronJob");
  if (!isCron && !isKind(object, "Job")) return [];
  const spec = isCron ? enter(startAt(object), "spec", "jobTemplate", "spec") : enter(startAt(object), "spec");
  const completions = enter(spec, "completions").value;
  if (enter(spec, "completionMode").value !== "Indexed" || typeof completions !== "number") return [];
  const suffix = `-${completions - 1}`;
  const room = dnsLabel.maxLength - suffix.length - (isCron ? scheduleSuffix : 0);
  const place = enter(startAt(object), "metadata", "name");
  const message = typeof place.value === "string" ? explainName(place.value, dnsLabel, room) : undefined;
  return report(place, message && `${message}, for pods whose host names end in "${suffix}"`);
}

/** A name that the API server generates differs at each upgrade, and Helm no longer finds the object. */
function checkGenerateName(metadata: Place): readonly Finding[] {
  const place = enter(metadata, "generateName");
  return place.value === undefined ? [] : report(place, `expected no generateName, got ${JSON.stringify(place.value)}`);
}

function checkLabels(metadata: Place): readonly Finding[] {
  return listEntries(metadata, "labels").flatMap(([key, place]) => [
    ...report(place, explainKey(key)),
    // The rule kubernetes-models reports values of another type.
    ...(typeof place.value === "string" && place.value !== ""
      ? report(place, explainName(place.value, labelText))
      : []),
  ]);
}

function checkAnnotations(metadata: Place): readonly Finding[] {
  // Annotation keys differ from label keys in that the prefix may have upper case letters.
  return listEntries(metadata, "annotations").flatMap(([key, place]) => report(place, explainKey(key.toLowerCase())));
}

/** The metadata of an object and of everything that it is a template of. */
function listMetadata(object: KubernetesObject): readonly Place[] {
  const start = startAt(object);
  const templates = [
    enter(start, "spec", "jobTemplate"),
    ...(object.kind === "Pod" ? [] : listPods([object])),
    ...listItems(start, "spec", "volumeClaimTemplates"),
    ...listPods([object]).flatMap((pod) =>
      listVolumes(pod).map((volume) => enter(volume, "ephemeral", "volumeClaimTemplate")),
    ),
  ];
  return [start, ...templates].map((place) => enter(place, "metadata")).filter((place) => isFields(place.value));
}

function report(place: Place, message: string | undefined): readonly Finding[] {
  return message === undefined ? [] : [reportAt(rule, place, message)];
}
