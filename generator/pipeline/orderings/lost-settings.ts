/** Refuses, when a chain is rendered, what a stage sets of its pod or Job and the pod of a later stage does not have. */
import type { Chart } from "../../chart/define-chart.ts";
import type { ChainContract } from "../../chart/stage-contract.ts";
import { type PlainValues, textAt } from "../../chart/value-at.ts";
import { withDefaults } from "../../evaluate/evaluate-chart.ts";
import { evaluateDocuments } from "../../evaluate/evaluate-manifest.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import { defineCheck, defineFunction, param, stringParam } from "../../expression/define-function.ts";
import { Expression, type Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { pathNode } from "../../expression/node.ts";
import { when } from "../../expression/when.ts";
import { valueAt } from "../../functions/keys.ts";
import { and, ne, nonEmpty, not, orIfEmpty } from "../../functions/logic.ts";
import { type ByName, dict, entryOf, hasEntry } from "../../functions/maps.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Parts, Violation } from "../pipeline.ts";

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

const lostSchedule: (...args: readonly Operand<string>[]) => Expression<string> = defineFunction({
  name: "lostSchedule",
  comment: `What a disabled stage must be whose schedule the pod of a chain would lose, and run at once; "" where it would not.`,
  params: { host: stringParam, stage: stringParam, ofHost: stringParam, ofStage: stringParam },
  result: "first",
  body: ({ host, stage, ofHost, ofStage }) =>
    when(
      and(not(nonEmpty(ofHost)), nonEmpty(ofStage), ne(ofStage, "once")),
      text`true, or a schedule or a kind of ${host} itself, whose pod would run at once and only once without the schedule of ${stage}, ${ofStage}`,
    ),
});

const checkLostSchedule = defineCheck({
  name: "checkLostSchedule",
  comment: "Refuses a chain whose last stage is disabled and had the schedule: its pod would run at once.",
  params: { host: stringParam, stage: stringParam, ofHost: stringParam, ofStage: stringParam },
  body: ({ host, stage, ofHost, ofStage }) =>
    bind("lost", lostSchedule(host, stage, ofHost, ofStage), (lost) =>
      guard(nonEmpty(lost), text`${stage}.enabled: expected ${lost}, got false`),
    ),
});

/** The root of a stage that may be disabled: what reads its values alone. */
const rootOf = (stage: string): Expression<object> =>
  dict({ Values: orIfEmpty(entryOf<object | undefined>("object", rootValues, stage), {}) });
const rootValues = new Expression<ByName<object>>(pathNode({ type: "object", root: ".", keys: ["Values"] }));

/**
 * Which of the stages after the one that has the pod may have had its schedule: the last of the chain, and the next one,
 * which had the pod until it was disabled. To compare each with each would make a long chain too large for Helm.
 */
function formerHosts<T>(after: readonly T[]): readonly T[] {
  return [...new Set([...after.slice(0, 1), ...after.slice(-1)])];
}

/** Refuses stages after the one that has the pod whose schedule it would lose; they are disabled. */
export function scheduleGuards(host: ChainStage, after: readonly ChainStage[]): readonly Documents[] {
  const { runs: ofHost } = host.contract.chain;
  return formerHosts(after).flatMap(({ name, contract: { chain } }) => {
    if (chain.runs === undefined) return [];
    const own = ofHost === undefined ? "" : include(ofHost, rootOf(host.name));
    return [checkLostSchedule(host.name, name, own, include(chain.runs, rootOf(name)))];
  });
}

/** A stage of a chain, and its contract. */
interface ChainStage {
  readonly name: string;
  readonly contract: { readonly chain: ChainContract };
}

/** The first disabled stage whose schedule the pod of its chain would lose. */
export function findLostSchedule(
  chains: readonly (readonly string[])[],
  parts: Parts,
  all: ReadonlyMap<string, PlainValues>,
): Violation | undefined {
  const runsOf = (stage: string): string => {
    const { chart } = parts.get(stage)?.stage ?? {};
    const runs = chart?.stage?.chain?.runs;
    if (chart === undefined || runs === undefined) return "";
    const [own] = evaluateDocuments({ runs: include(runs) }, { Values: withDefaults(chart, all.get(stage) ?? {}) });
    return textAt(own as PlainValues, "runs");
  };
  for (const chain of chains) {
    const host = chain.findLastIndex((stage) => all.get(stage)?.["enabled"] !== false);
    const name = chain[host];
    if (name === undefined) continue;
    for (const stage of formerHosts(chain.slice(host + 1))) {
      const lost = lostSchedule(name, stage, runsOf(name), runsOf(stage));
      const [found] = evaluateDocuments({ wanted: lost }, {});
      const wanted = textAt(found as PlainValues, "wanted");
      if (wanted !== "") return { path: `${stage}.enabled`, wanted, found: "false" };
    }
  }
  return undefined;
}

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
