/** Chains: a chain of batch stages becomes one Job or CronJob, whose containers run one after the other. */
import { isDeepStrictEqual } from "node:util";
import type { Chart } from "../../chart/define-chart.ts";
import { release } from "../../expression/built-in.ts";
import { text } from "../../functions/strings.ts";
import type { JsonSchema } from "../../json-schema.ts";
import type { EnabledValues, Ordering, Parts, Violation } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { renderStage } from "../umbrella/stage-templates.ts";
import { createChain } from "./chain-templates.ts";
import { contractOf, findScheduled } from "./check-dependencies.ts";
import { findChains, unchainedDependency } from "./find-chains.ts";

/** The stages of a chain share a pod. */
export const inPod: Ordering = {
  name: "inPod",
  title: "a chain of batch stages runs in one pod, one container after the other",
  suits: (parts) => unchainedDependency(parts) === undefined,
  checkGraph: ({ name, parts }) => {
    const found = unchainedDependency(parts);
    if (found === undefined) return;
    const wanted = 'batch stages in a chain, as ordering "inPod" requires (use "gates" for any other graph)';
    throw new PipelineError(name, `${found[0]}.dependsOn`, wanted, found.join(" -> "));
  },
  findViolation: (parts, values) => findScheduled(parts, values) ?? findLostSetting(parts, values),
  context: () => ({ hasGates: false, hasWaitingPods: false }),
  stages: ({ name, parts }, context) => {
    const chained = findChains(parts).flatMap((chain) => createChain(name, chain, parts, context));
    const byStage = new Map(chained.map((own) => [own.stage, own]));
    return [...parts].map(
      ([stage, part]) => byStage.get(stage) ?? renderStage(stage, part, { context: { Pipeline: context } }),
    );
  },
  pods: (parts, isEnabled) =>
    findChains(parts)
      .map((chain) => chain.filter(isEnabled))
      .filter((chain) => chain.length > 1),
  notes: ({ parts }) => notesOf(findChains(parts)),
};

function notesOf(chains: ReturnType<typeof findChains>): ReturnType<Ordering["notes"]> {
  return {
    explanation: chains.map((chain) => `The stages ${chain.join(", ")} run in one pod, that of the last enabled one.`),
    commands: chains.flatMap((chain) => [
      `Read the log of one of the stages ${chain.join(", ")}:`,
      text`  kubectl logs --namespace ${release.namespace} --container <stage> --tail -1 \\`,
      text`    --selector app.kubernetes.io/instance=${release.name},app.kubernetes.io/name=${chain.at(-1) ?? ""}`,
    ]),
  };
}

// The pod and the Job are those of the last stage: values for them in other stages would be lost.
function findLostSetting(parts: Parts, values: EnabledValues): Violation | undefined {
  for (const chain of findChains(parts)) {
    const enabled = chain.filter((stage) => values.has(stage));
    const host = enabled.at(-1) ?? "";
    const hostValues = values.get(host) ?? {};
    for (const stage of enabled.slice(0, -1)) {
      const own = values.get(stage) ?? {};
      const lost = podSettingsOf(parts, stage).find(
        (key) =>
          own[key] !== undefined &&
          !(isSameModel(parts, [stage, host], key) && isDeepStrictEqual(own[key], hostValues[key])),
      );
      if (lost === undefined) continue;
      const { wanted, found } = describeLoss(parts, lost, { stage, host, stages: enabled.join(", ") });
      return { path: `${stage}.${lost}`, wanted, found };
    }
  }
  return undefined;
}

// Charts of several authors may mean different things by one name.
function isSameModel(parts: Parts, [stage, host]: readonly [string, string], key: string): boolean {
  return isDeepStrictEqual(modelOf(parts, stage, key), modelOf(parts, host, key));
}

function describeLoss(
  parts: Parts,
  key: string,
  { stage, host, stages }: { readonly stage: string; readonly host: string; readonly stages: string },
): { readonly wanted: string; readonly found: string } {
  const remedy = '(with ordering "gates" each has its own)';
  if (isSameModel(parts, [stage, host], key)) {
    return {
      wanted: `the same as in ${host}, in whose pod the stages ${stages} run ${remedy}`,
      found: "values of its own",
    };
  }
  const has = modelOf(parts, host, key) === undefined ? "none of that name" : "another of that name";
  return {
    wanted: `no such value: the stages ${stages} run in the pod of ${host}, and chart ${chartOf(parts, host)?.name} has ${has} ${remedy}`,
    found: `one of chart ${chartOf(parts, stage)?.name}`,
  };
}

function chartOf(parts: Parts, stage: string): Chart | undefined {
  return parts.get(stage)?.stage.chart;
}

function modelOf(parts: Parts, stage: string, key: string): JsonSchema | undefined {
  return chartOf(parts, stage)?.schema.properties?.[key];
}

function podSettingsOf(parts: Parts, stage: string): readonly string[] {
  const part = parts.get(stage);
  return part === undefined ? [] : (contractOf(part).chain?.podSettings ?? []);
}
