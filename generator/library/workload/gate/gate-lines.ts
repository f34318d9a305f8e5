/** The input of a gate: a line for each dependency, and the names of their Jobs. */
import { defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose, when } from "../../../expression/when.ts";
import { and, filled, nonEmpty, not } from "../../../functions/logic.ts";
import { type ByName, hasEntry } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { type Awaited, awaited } from "../../common/pipeline-context.ts";
import { hostFrom } from "../service/host-from.ts";

type ByStage = ByName<Awaited>;

const stages = param<ByStage>(awaited);

const linesOfUpstream = defineFunction({
  name: "gateLines",
  comment: "A line for each direct dependency of a stage.",
  params: { upstream: stages, zone: stringParam },
  result: "text",
  body: ({ upstream, zone }) =>
    forEach(
      upstream,
      (name, { job, host, port }) =>
        choose(
          nonEmpty(job),
          text`${name} job ${job}\n`,
          when(nonEmpty(host), [text`${name} tcp `, hostFrom(host, zone), text` ${toJson(port)}\n`]),
        ),
      { as: "stage" },
    ),
});

const linesOfAncestors = defineFunction({
  name: "ancestorLines",
  comment: "A line for each indirect dependency of a stage.",
  params: { ancestors: stages, upstream: stages },
  result: "text",
  body: ({ ancestors, upstream }) =>
    forEach(
      ancestors,
      (name, { job }) => when(and(nonEmpty(job), not(hasEntry(upstream, name))), text`${name} before ${job}\n`),
      { as: "stage" },
    ),
});

/** A line for each direct dependency, which must succeed or answer; `zone` as `zoneOf()` says. */
export function gateLines(upstream: Expression<ByStage>, zone: Operand<string>): Expression<string> {
  return linesOfUpstream(filled(upstream), zone);
}

/** A line for each indirect dependency, which must not fail. */
export function ancestorLines(ancestors: Expression<ByStage>, upstream: Expression<ByStage>): Expression<string> {
  return linesOfAncestors(ancestors, filled(upstream));
}

const namesOfJobs = defineFunction({
  name: "jobNames",
  comment: "The names of the Jobs among the dependencies of a stage.",
  params: { stages },
  result: "list",
  body: (params) => forEach(params.stages, (_, { job }) => when(nonEmpty(job), job), { as: "stage" }),
});

/** The names of the Jobs of stages, in the order of the stages' names. */
export function jobNames(stages: Expression<ByStage>): Expression<readonly string[]> {
  return namesOfJobs(filled(stages));
}
