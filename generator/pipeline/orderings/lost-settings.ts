/** Refuses, when a chain is rendered, what a stage sets of its pod or Job and the pod of a later stage does not have. */
import type { Chart } from "../../chart/define-chart.ts";
import type { ChainContract } from "../../chart/stage-contract.ts";
import type { PlainValues } from "../../chart/value-at.ts";
import { withDefaults } from "../../evaluate/evaluate-chart.ts";
import { Define } from "../../expression/define.ts";
import { defineCheck, param, stringParam } from "../../expression/define-function.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { valueAt } from "../../functions/keys.ts";
import { and, ne } from "../../functions/logic.ts";
import { type ByName, hasEntry } from "../../functions/maps.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Input } from "../../manifest/input.ts";

const mapParam = param<ByName<unknown>>({ type: "object" });

/**
 * Refuses values for a pod or a Job that are neither those of the stage in whose pod this one runs, nor the defaults.
 * A values file may set them where no TypeScript sees it.
 */
export const checkPodSettings = defineCheck({
  name: "checkPodSettings",
  comment: "Refuses values of a stage that would be lost, because the pod and the Job are those of a later stage.",
  params: { stage: stringParam, host: stringParam, own: mapParam, ofHost: mapParam, defaults: mapParam },
  body: ({ stage, host, own, ofHost, defaults }) =>
    forEach(
      defaults,
      (key, value) =>
        guard(
          and(
            hasEntry(own, key),
            ne(toJson(valueAt("any", own, key)), toJson(value)),
            ne(toJson(valueAt("any", own, key)), toJson(valueAt("any", ofHost, key))),
          ),
          text`${stage}.${key}: expected the same as in ${host}, in whose pod ${stage} runs (with ordering "gates" each stage has its own)`,
        ),
      { as: "value" },
    ),
});

/** The values of a chart that belong to its pod or its Job, with their defaults; "" for one that has none. */
export function definePodDefaults(
  prefix: string,
  chart: Chart,
  { podSettings, impliedSettings }: ChainContract,
): Define<ByName<unknown>> {
  const defaults: PlainValues = { ...impliedSettings, ...withDefaults(chart, {}) };
  const entries = podSettings.map((key) => [key, defaults[key] ?? ""] as const);
  return new Define<ByName<unknown>>(
    `${prefix}.${chart.name}.podDefaults`,
    "object",
    Object.fromEntries(entries) as Input<ByName<unknown>>, // constants
    `What belongs to the pod or the Job of a stage of chart ${chart.name}, by default; "" where there is no default.`,
  );
}
