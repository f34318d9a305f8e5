/** The stages of a pipeline as a list, including disabled ones. */
import { kindTitles } from "../../graph/describe-graph.ts";
import { columnOf, enumerate, printEntry } from "../../graph/text-entry.ts";
import { contractOf } from "../orderings/check-dependencies.ts";
import type { Pipeline } from "../pipeline.ts";
import { graphOf, layersOf } from "../stage-graph.ts";

/** A stage or a volume stage, and its lines in the list. */
export interface ListedStage {
  readonly stage: string;
  readonly lines: readonly string[];
}

/**
 * Lists the stages, including disabled ones: volumes first, then each stage after its dependencies. The lines have at
 * most 80 characters.
 */
export function listStages({ parts }: Pipeline): readonly ListedStage[] {
  const layers = layersOf(graphOf(parts));
  const placeOf = (name: string) => layers.get(name) ?? 0;
  const sorted = [...parts].sort(([a], [b]) => placeOf(a) - placeOf(b));
  const column = columnOf([...parts.keys()]);
  return sorted.map(([name, part]) => {
    const upstream = part.stage.dependsOn.map((before, index) => `${index === 0 ? "after " : ""}${before}`);
    const words = enumerate("", [kindTitles[contractOf(part).drawn.kind], ...upstream]);
    return { stage: name, lines: printEntry(name, [words], column) };
  });
}
