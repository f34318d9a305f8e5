/** Values for a chart or a pipeline, as plain data that either generator can render. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import type { PipelinePlan } from "../property/pipeline-plan.ts";
import type { Side } from "./open-base.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { RenderOptions, Target } from "./side.ts";

/** What is rendered: a library chart, an example, or a pipeline that was drawn. */
export type TrialSubject =
  | { readonly kind: "chart"; readonly name: string }
  | { readonly kind: "example"; readonly name: string }
  | { readonly kind: "plan"; readonly plan: PipelinePlan };

/** One render. */
export interface Trial {
  readonly subject: TrialSubject;
  readonly options: RenderOptions;
}

/** Renders trials with one generator. */
export interface TrialRenderer {
  readonly render: (trial: Trial) => Outcome;
  /** What a trial renders; an error where it cannot be defined. */
  readonly find: (subject: TrialSubject) => Target;
  readonly examples: ReadonlyMap<string, Target>;
}

/** Makes the renderer of one generator. */
export async function createTrialRenderer(side: Side): Promise<TrialRenderer> {
  const charts = side.listCharts();
  const examples = await side.listExamples();
  // Several trials share a plan.
  const planned = new WeakMap<PipelinePlan, { readonly target: Target } | { readonly error: unknown }>();
  const define = (plan: PipelinePlan): Target => {
    const result = planned.get(plan) ?? attempt(() => side.definePlan(plan));
    planned.set(plan, result);
    if ("error" in result) throw result.error;
    return result.target;
  };
  const find = (subject: TrialSubject): Target => {
    switch (subject.kind) {
      case "chart":
        return named(charts, subject.name);
      case "example":
        return named(examples, subject.name);
      case "plan":
        return define(subject.plan);
      default:
        return subject satisfies never;
    }
  };
  return { find, examples, render: ({ subject, options }) => outcomeOf(() => find(subject).evaluate(options)) };
}

function attempt(create: () => Target): { readonly target: Target } | { readonly error: unknown } {
  try {
    return { target: create() };
  } catch (error) {
    return { error };
  }
}

function named(targets: ReadonlyMap<string, Target>, name: string): Target {
  const target = targets.get(name);
  if (target === undefined) throw new TypeError(`Cannot find "${name}": there is ${[...targets.keys()].join(", ")}`);
  return target;
}

/** A trial with other values. */
export function withValues({ subject, options }: Trial, values: Values): Trial {
  return { subject, options: { ...options, values } };
}
