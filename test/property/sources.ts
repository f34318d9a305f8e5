/** What is verified by name: the library charts, the reference pipeline, and pipelines that are drawn themselves. */
import type fc from "fast-check";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { library } from "../../generator/library/library.ts";
import { type Drawn, valuesOf } from "./draw-cases.ts";
import { pipelineArbitrary } from "./pipeline-arbitrary.ts";
import { pipelineSubject } from "./pipeline-subject.ts";
import { chartSubject, type Subject, withNotes } from "./subject.ts";

/** Cases to draw; all are of one chart, or each has one of its own. */
export interface Source {
  readonly name: string;
  /** How much work one case is: about so many times that of a workload chart. */
  readonly weight: number;
  readonly create: () => { readonly arbitrary: fc.Arbitrary<Drawn>; readonly subject?: Subject };
}

/** Everything that is verified. */
export const sources: readonly Source[] = [
  ...library.map((chart) => ({
    name: chart.name,
    weight: 1,
    create: () => createSource(withNotes(chartSubject(chart))),
  })),
  { name: reference.name, weight: 2, create: () => createSource(withNotes(pipelineSubject(reference))) },
  { name: "random-pipelines", weight: 3, create: () => ({ arbitrary: pipelineArbitrary() }) },
];

function createSource(subject: Subject): ReturnType<Source["create"]> {
  return { subject, arbitrary: valuesOf(subject).map((values) => ({ subject, values })) };
}
