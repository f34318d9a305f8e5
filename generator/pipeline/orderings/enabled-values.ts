/** The values of a pipeline's enabled stages, over which its ordering decides. */
import type { PlainValues } from "../../chart/value-at.ts";
import { coalesceValues, withoutNulls } from "../../evaluate/coalesce-values.ts";
import type { EnabledValues, Part, Parts } from "../pipeline.ts";

/** The values of the stages that are enabled when an environment sets some; `{}`: in the pipeline without one. */
export function enabledValues(parts: Parts, environment: object): EnabledValues {
  return new Map([...allValues(parts, environment)].filter(([, values]) => values["enabled"] !== false));
}

/** The values of all stages, also of those that are disabled. */
export function allValues(parts: Parts, environment: object): ReadonlyMap<string, PlainValues> {
  const over = environment as PlainValues; // an environment holds values by stage
  return new Map([...parts].map(([stage, part]) => [stage, valuesOf(part, over[stage] ?? {})]));
}

function valuesOf(part: Part, own: object): PlainValues {
  return withoutNulls(coalesceValues(part.values, own));
}
