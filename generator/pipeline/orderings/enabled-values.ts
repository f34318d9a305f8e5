/** The values of a pipeline's enabled stages, over which its ordering decides. */
import type { PlainValues } from "../../chart/value-at.ts";
import { coalesceValues, withoutNulls } from "../../evaluate/coalesce-values.ts";
import type { EnabledValues, Part, Parts } from "../pipeline.ts";

/** The values of the stages that are enabled when an environment sets some; `{}`: in the pipeline without one. */
export function enabledValues(parts: Parts, environment: object): EnabledValues {
  const over = environment as PlainValues; // an environment holds values by stage
  const all = [...parts].map(([stage, part]) => [stage, valuesOf(part, over[stage] ?? {})] as const);
  return new Map(all.filter(([, values]) => values["enabled"] !== false));
}

function valuesOf(part: Part, own: object): PlainValues {
  return withoutNulls(coalesceValues(part.values, own));
}
