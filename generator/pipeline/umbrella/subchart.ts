/** How the templates of a pipeline chart access its subcharts. */
import { bind } from "../../expression/bind.ts";
import { defineFunction, param } from "../../expression/define-function.ts";
import { Expression, type Operand } from "../../expression/expression.ts";
import { forEachItem } from "../../expression/for-each.ts";
import { PREFIX_KEY } from "../../expression/go/message-prefix.ts";
import { pathNode } from "../../expression/node.ts";
import type { Bind } from "../../expression/part.ts";
import type { Reference } from "../../expression/reference.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { when } from "../../expression/when.ts";
import { call } from "../../functions/call.ts";
import { reverse } from "../../functions/lists.ts";
import { type ByName, entryOf as fieldOfMap, hasEntry, lookUp } from "../../functions/maps.ts";
import { extendScopeFunction } from "../../functions/named-templates/extend-scope.ts";
import type { JsonSchema } from "../../json-schema.ts";
import type { ChainContext, GateContext, HookContext, PipelineContext } from "../../library/common/pipeline-context.ts";
import type { Pipeline } from "../pipeline.ts";
import { wholeName } from "./pipeline-labels.ts";
import { instanceOf } from "./pipeline-names.ts";

/** The roots of the subcharts of the stages that are enabled, by stage. */
export const subcharts: Expression<Readonly<Record<string, object>>> = new Expression<Readonly<Record<string, object>>>(
  pathNode({ type: "object", root: ".", keys: ["Subcharts"] }),
);

/** The root of a subchart (`.Values`, `.Chart`, `.Release` ...); absent when its stage is disabled. */
export function subchart(alias: string): Expression<object | undefined> {
  return fieldOfMap<object | undefined>("object", subcharts, alias);
}

/** The values of a subchart that is enabled. */
export function subchartValues(alias: Operand<string>): Expression<ByName<unknown>> {
  return lookUp<ByName<unknown>>("object", subcharts, alias, "Values") as Expression<ByName<unknown>>; // it is enabled
}

/** An entry of a map, known to exist. */
export function entryOf<T>(map: Expression<ByName<T>>, name: string): Expression<T> {
  return fieldOfMap<T>("object", map, name);
}

/** The last of some names that a map has; "" where it has none of them. */
export const lastKey: (map: Expression<ByName<object>>, names: Operand<readonly string[]>) => Expression<string> =
  defineFunction({
    name: "lastKey",
    comment: `The last of some names that a map has; "" where it has none of them.`,
    params: {
      map: param<ByName<object>>(),
      names: param<readonly string[]>({ type: "array", items: { type: "string" } }),
    },
    result: "first",
    body: ({ map, names }) => forEachItem(reverse(names), (name) => when(hasEntry(map, name), name), { as: "name" }),
  });

/** The last of some stages that is enabled, or "". */
export function lastSubchart(aliases: readonly string[]): Expression<string> {
  return lastKey(subcharts, aliases);
}

// A separate root: that of the subchart, which has none of these fields.
const { go, js } = extendScopeFunction;
const stageScopeFunction = templateFunction({ name: "stageScope", go, js });

/** What a pipeline adds to the root of a stage. */
export interface StageContext {
  /** What messages of refusals begin with. */
  readonly [PREFIX_KEY]?: string;
  /** What its objects have in place of the name of the release. */
  readonly Instance?: Expression<string>;
  /** What its objects are part of. */
  readonly PartOf?: Expression<string>;
  readonly Pipeline?: Operand<PipelineContext | Record<never, never>>;
  readonly Chain?: Operand<Partial<ChainContext>>;
  readonly Gate?: Operand<GateContext>;
  readonly Hook?: HookContext;
}

/** What the templates of a pipeline read of a stage's root themselves. */
export interface StageRoot {
  readonly Values: object;
}

/** The root of a stage that is enabled: that of its subchart with what the pipeline adds to it. */
export function stageRoot(pipeline: Pipeline, stage: string, context: StageContext): Expression<StageRoot> {
  return stageScope(subchart(stage), {
    [PREFIX_KEY]: `${stage}:`,
    Instance: instanceOf(pipeline),
    PartOf: wholeName,
    ...context,
  });
}

/** A root of a stage with more that the pipeline adds to it. */
export function stageScope(scope: Expression<unknown>, context: StageContext): Expression<StageRoot> {
  return call(stageScopeFunction, [context, scope], { type: "object" });
}

/** A part that sees a stage's root as `$stage`. */
export function bindStage<T>(scope: Expression<StageRoot>, part: (root: Reference<StageRoot>) => T): Bind<T> {
  return bind("stage", scope, part, STAGE_ROOT);
}

const STAGE_ROOT: JsonSchema = {
  type: "object",
  required: ["Values"],
  properties: { Values: { type: "object" } },
};
