/** In what two generators differ about the same values. */
import { findDifferences } from "../property/find-difference.ts";
import type { Outcome } from "./outcome.ts";

/** One difference. */
export interface Difference {
  /** What differs: fields of objects, whether a render is refused, for which path, or what the schema refuses. */
  readonly kind: "objects" | "accepted" | "path" | "schema";
  /** `Kind namespace/name` and the place in the object, each part after a slash; else the path that is refused. */
  readonly path: string;
  readonly base: unknown;
  readonly current: unknown;
}

/**
 * Compares what two generators made of the same values. The order of objects does not count, nor the words of a refusal:
 * its path does, where both messages have one. What crashes the base has no meaning, and is not compared.
 */
export function compareOutcomes(base: Outcome, current: Outcome): readonly Difference[] {
  if (base.kind === "crash") return [];
  if (base.kind === "objects" && current.kind === "objects") {
    const found = findDifferences(base.objects, current.objects);
    return found.map(({ path, computed, rendered }) => ({ kind: "objects", path, base: computed, current: rendered }));
  }
  if (base.kind !== current.kind) {
    const path = [base, current].map((one) => (one.kind === "refusal" ? one.path : "")).find((one) => one !== "") ?? "";
    return [{ kind: "accepted", path, base: describe(base), current: describe(current) }];
  }
  if (base.kind !== "refusal" || current.kind !== "refusal") return [];
  if (base.path === current.path || base.path === "" || current.path === "") return [];
  return [{ kind: "path", path: base.path, base: base.message, current: current.message }];
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case "objects":
      return `rendered ${outcome.objects.length} objects`;
    case "refusal":
      return `refused: ${outcome.message}`;
    case "crash":
      return `crashed: ${outcome.message}`;
    default:
      return outcome satisfies never;
  }
}
