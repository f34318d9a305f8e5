/** The nodes of a pipeline's picture: what each stage and each volume is, in a few words. */
import type { Values } from "../../evaluate/coalesce-values.ts";
import type { GraphNode, NodeKind } from "../../graph/graph.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { batchJob } from "../../library/batch-job/chart.ts";
import { csiVolume } from "../../library/csi-volume/chart.ts";
import { statefulStage } from "../../library/stateful-stage/chart.ts";
import { accessModes } from "../../library/workload/values/volume-values.ts";
import { defaultsOf } from "../../values/defaults.ts";
import type { Part } from "../define-pipeline.ts";
import { enabledAt, mapAt, textAt } from "../environments/value-at.ts";

const MOST_CHARACTERS = 40;
// What an entry of a map leaves out is in no values.
const DEFAULT_MODES = defaultsOf(accessModes() as JsonSchema); // a TypeBox model is a JSON schema

/** What a part of a pipeline is, by its chart. */
export function kindOf({ stage: { chart } }: Part): Exclude<NodeKind, "scheduled"> {
  if (chart === csiVolume) return "volume";
  if (chart === batchJob) return "batch";
  return chart === statefulStage ? "stateful" : "service";
}

/** The nodes of a volume stage: one for each of its volumes. */
export function volumeNodes(name: string, values: Values): readonly GraphNode[] {
  return enabledAt(values, "volumes").map(([id, volume]) => ({
    id: `${name}/${id}`,
    kind: "volume",
    object: objects.volume,
    details: describeVolume(volume),
  }));
}

function describeVolume(volume: Values): readonly string[] {
  const claim = mapAt(volume, "claim");
  const existing = textAt(claim, "existingClaim") || (claim["create"] === false ? textAt(claim, "name") : "");
  if (existing !== "") return cleanDetails([existing]);
  const modes = claim["accessModes"] ?? DEFAULT_MODES;
  const driver = textAt(mapAt(volume, "static", "csi"), "driver");
  return cleanDetails([textAt(claim, "size"), Array.isArray(modes) ? modes.join(", ") : "", driver]);
}

/** The node of a stage that runs pods; of one that shares its pod, `carrier` are the values of the stage that has it. */
export function stageNode(name: string, part: Part, values: Values, carrier?: Values): GraphNode {
  const kind = kindOf(part);
  const image = describeImage(values);
  if (kind !== "batch")
    return { id: name, kind, object: objects[kind], details: cleanDetails([image, ...describeServer(values)]) };
  const ran = textAt(carrier ?? values, "kind") === "CronJob" ? "scheduled" : "batch";
  const runs = carrier === undefined || carrier === values ? describeBatch(values) : [];
  const object = carrier === undefined ? objects[ran] : "container";
  return { id: name, kind: ran, object, details: cleanDetails([image, ...runs]) };
}

const objects: Readonly<Record<NodeKind, string>> = {
  volume: "PersistentVolumeClaim",
  batch: "Job",
  scheduled: "CronJob",
  stateful: "StatefulSet",
  service: "Deployment",
};

// When a batch stage runs, and how many pods it has; nothing of what is as usual.
function describeBatch(values: Values): readonly string[] {
  const job = mapAt(values, "job");
  const cron = textAt(values, "kind") === "CronJob" ? mapAt(values, "cron") : {};
  const [completions, parallelism] = [textAt(job, "completions"), textAt(job, "parallelism")];
  return [
    [textAt(cron, "schedule"), textAt(cron, "timeZone")].filter(Boolean).join(" "),
    completions === "" ? "" : `${completions} completions`,
    parallelism === "" ? "" : `${parallelism} at once`,
    job["suspend"] === true || cron["suspend"] === true ? "suspended" : "",
  ];
}

// What stays up: how many pods, where they answer, and the claims of each.
function describeServer(values: Values): readonly string[] {
  return [describeReplicas(values), ...describePorts(values), ...describeClaims(values), ...describeHosts(values)];
}

function describeImage(values: Values): string {
  const image = mapAt(values, "image");
  const [registry, digest, tag] = [textAt(image, "registry"), textAt(image, "digest"), textAt(image, "tag")];
  const name = [registry, textAt(image, "repository")].filter(Boolean).join("/");
  if (digest !== "") return `${name}@${digest.slice(0, "sha256:12345678".length)}`;
  return tag === "" ? name : `${name}:${tag}`;
}

function describeReplicas(values: Values): string {
  const scaling = mapAt(values, "autoscaling");
  if (scaling["enabled"] === true)
    return `${textAt(scaling, "minReplicas")} to ${textAt(scaling, "maxReplicas")} replicas`;
  const replicas = textAt(values, "replicas");
  return replicas === "1" ? "1 replica" : `${replicas} replicas`;
}

function describePorts(values: Values): readonly string[] {
  const ports = enabledAt(values, "service", "ports").map(([name]) => describePort(values, name));
  return mapAt(values, "service")["enabled"] === false || ports.length === 0 ? [] : [ports.join(", ")];
}

/** The name and the number of a port of a stage's Service. */
export function describePort(values: Values, name: string): string {
  return [name, textAt(mapAt(values, "service", "ports", name), "port")].filter(Boolean).join(" ");
}

function describeClaims(values: Values): readonly string[] {
  const claims = enabledAt(values, "persistence").map(([id, claim]) => `${id} ${textAt(claim, "size")}`.trim());
  return claims.length === 0 ? [] : [`${claims.join(", ")} each`];
}

function describeHosts(values: Values): readonly string[] {
  if (mapAt(values, "ingress")["enabled"] !== true) return [];
  return enabledAt(values, "ingress", "hosts").map(([, host]) => textAt(host, "host"));
}

// The end of an image's name says more than its beginning.
function cleanDetails(details: readonly string[]): readonly string[] {
  return details
    .filter((detail) => detail !== "")
    .map((detail) => (detail.length > MOST_CHARACTERS ? `...${detail.slice(3 - MOST_CHARACTERS)}` : detail));
}
