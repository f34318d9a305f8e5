/** How diagrams and lists describe a workload, by its values. */
import { enabledAt, mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";

/** The image of the main container: registry, name, and the tag or the start of the digest. */
export function describeImage(values: PlainValues): string {
  const image = mapAt(values, "image");
  const [registry, digest, tag] = [textAt(image, "registry"), textAt(image, "digest"), textAt(image, "tag")];
  const name = [registry, textAt(image, "repository")].filter(Boolean).join("/");
  if (digest !== "") return `${name}@${digest.slice(0, "sha256:12345678".length)}`;
  return tag === "" ? name : `${name}:${tag}`;
}

/** The number of replicas. */
export function describeReplicas(values: PlainValues): string {
  const replicas = textAt(values, "replicas") || "1";
  return replicas === "1" ? "1 replica" : `${replicas} replicas`;
}

/** The ports of the client Service: their names and numbers. */
export function describePorts(values: PlainValues): readonly string[] {
  const ports = enabledAt(values, "service", "ports").map(([name]) => `${name} ${portNumber(values, name)}`.trim());
  return mapAt(values, "service")["enabled"] === false || ports.length === 0 ? [] : [ports.join(", ")];
}

/** The number of a port of the client Service, as text; empty where it has no such port. */
export function portNumber(values: PlainValues, name: string): string {
  return textAt(mapAt(values, "service", "ports", name), "port");
}
