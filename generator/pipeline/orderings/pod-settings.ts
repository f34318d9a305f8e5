/** The values of a chain's pod and its Job: the last enabled stage has them, and those of other stages would be lost. */
import { isDeepStrictEqual } from "node:util";
import type { Chart } from "../../chart/define-chart.ts";
import type { PlainValues } from "../../chart/value-at.ts";
import { withDefaults } from "../../evaluate/evaluate-chart.ts";
import type { JsonSchema } from "../../json-schema.ts";
import type { EnabledValues, Parts, Violation } from "../pipeline.ts";
import { contractOf } from "./check-dependencies.ts";

/** Stages that share a pod, each list from the first to the last. */
type Chains = readonly (readonly string[])[];

/** A stage of a chain and the one in whose pod it runs. */
interface Guest {
  readonly stage: string;
  readonly chart: Chart;
  readonly values: PlainValues;
  readonly host: string;
  readonly hostChart: Chart;
  readonly hostValues: PlainValues;
  /** The enabled stages of the chain. */
  readonly enabled: readonly string[];
  /** The values of its pod or its Job that it sets. */
  readonly settings: readonly string[];
}

/** The first value of a stage for its pod or its Job that the pod of its chain would not have. */
export function findLostSetting(chains: Chains, parts: Parts, values: EnabledValues): Violation | undefined {
  for (const guest of listGuests(chains, parts, values)) {
    const lost = guest.settings.filter((key) => isLost(guest, key));
    const key = lost.find((own) => isForeign(guest, own) && isRequired(guest, own)) ?? lost[0];
    if (key !== undefined) return describeLoss(guest, key);
  }
  return undefined;
}

/** Whether a chain has a stage whose chart requires a value that the pod of the chain would not have. */
export function losesRequiredSetting(chains: Chains, parts: Parts, values: EnabledValues): boolean {
  return listGuests(chains, parts, values).some((guest) =>
    guest.settings.some((key) => isRequired(guest, key) && isLost(guest, key)),
  );
}

function listGuests(chains: Chains, parts: Parts, values: EnabledValues): readonly Guest[] {
  return chains.flatMap((chain) => {
    const enabled = chain.filter((stage) => values.has(stage));
    const host = enabled.at(-1) ?? "";
    const hostChart = parts.get(host)?.stage.chart;
    return enabled.slice(0, -1).flatMap((stage) => {
      const part = parts.get(stage);
      if (part === undefined || hostChart === undefined) return [];
      const own = values.get(stage) ?? {};
      const settings = contractOf(part).chain?.podSettings.filter((key) => own[key] !== undefined) ?? [];
      const shared = { host, hostChart, hostValues: values.get(host) ?? {}, enabled };
      return [{ stage, chart: part.stage.chart, values: own, settings, ...shared }];
    });
  });
}

function isLost(guest: Guest, key: string): boolean {
  const own = settingOf(guest.chart, guest.values, key);
  return isForeign(guest, key) || !isDeepStrictEqual(own, settingOf(guest.hostChart, guest.hostValues, key));
}

function settingOf(chart: Chart, values: PlainValues, key: string): unknown {
  const settings: PlainValues = { ...chart.stage?.chain?.impliedSettings, ...withDefaults(chart, values) };
  return settings[key];
}

// Charts of several authors may mean different things by one name.
function isForeign({ chart, hostChart }: Guest, key: string): boolean {
  return !isDeepStrictEqual(modelOf(chart, key), modelOf(hostChart, key));
}

function isRequired({ chart }: Guest, key: string): boolean {
  return chart.schema.required?.includes(key) === true;
}

function describeLoss(guest: Guest, key: string): Violation {
  const { stage, chart, host, hostChart } = guest;
  const [path, stages] = [`${stage}.${key}`, guest.enabled.join(", ")];
  const remedy = '(with ordering "gates" each has its own)';
  if (!isForeign(guest, key)) {
    const wanted = `the same as in ${host}, in whose pod the stages ${stages} run ${remedy}`;
    return { path, wanted, found: "values of its own" };
  }
  const has = modelOf(hostChart, key) === undefined ? "none of that name" : "another of that name";
  if (isRequired(guest, key)) {
    return {
      path: stage,
      wanted: `a chart that can run in the pod of ${host}, as ordering "inPod" demands (use "gates")`,
      found: `chart ${chart.name}, which requires ${key}, a value of its pod or Job, while chart ${hostChart.name} has ${has}`,
    };
  }
  return {
    path,
    wanted: `no such value: the stages ${stages} run in the pod of ${host}, and chart ${hostChart.name} has ${has} ${remedy}`,
    found: `one of chart ${chart.name}`,
  };
}

function modelOf(chart: Chart, key: string): JsonSchema | undefined {
  return chart.schema.properties?.[key];
}
