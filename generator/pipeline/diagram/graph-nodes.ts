/** The nodes of a pipeline's diagram: what each stage and each volume is, in a few words. */
import type { PlainValues } from "../../chart/value-at.ts";
import type { GraphNode } from "../../graph/graph.ts";
import { contractOf } from "../orderings/check-dependencies.ts";
import type { Part } from "../pipeline.ts";

const MOST_CHARACTERS = 40;

/** The nodes of a volume stage: one for each of its volumes. */
export function volumeNodes(name: string, part: Part, values: PlainValues): readonly GraphNode[] {
  const { drawn } = contractOf(part);
  return (drawn.volumes?.(values) ?? []).map(([id, details]) => ({
    id: `${name}/${id}`,
    kind: drawn.kind,
    object: drawn.object(values),
    details: cleanDetails(details),
  }));
}

/** The node of a stage that runs pods; of one that shares its pod, with the values of the stage that has it. */
export function stageNode(name: string, part: Part, values: PlainValues, host: PlainValues | undefined): GraphNode {
  const { drawn, facts } = contractOf(part);
  const hasPod = host === undefined || host === values;
  const isScheduled = facts?.isScheduled?.(host ?? values) === true;
  return {
    id: name,
    kind: isScheduled ? "scheduled" : drawn.kind,
    object: host === undefined ? drawn.object(values) : "container",
    details: cleanDetails(drawn.details(values, hasPod)),
  };
}

/** The name and the number of a port of a stage's Service. */
export function describePort(part: Part, values: PlainValues, name: string): string {
  return [name, contractOf(part).drawn.port?.(values, name) ?? ""].filter(Boolean).join(" ");
}

// The end of an image's name says more than its beginning.
function cleanDetails(details: readonly string[]): readonly string[] {
  return details
    .filter((detail) => detail !== "")
    .map((detail) => (detail.length > MOST_CHARACTERS ? `...${detail.slice(3 - MOST_CHARACTERS)}` : detail));
}
