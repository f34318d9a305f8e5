/** Chains: a chain of batch stages becomes one Job or CronJob, whose containers run one after the other. */
import { bind } from "../../expression/bind.ts";
import { release } from "../../expression/built-in.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Ordering, OrderNotes, Pipeline } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { instanceOf } from "../umbrella/pipeline-names.ts";
import { renderStage } from "../umbrella/stage-templates.ts";
import { lastSubchart } from "../umbrella/subchart.ts";
import { createChain } from "./chain-templates.ts";
import { findScheduled } from "./check-dependencies.ts";
import { findChains, unchainedDependency } from "./find-chains.ts";
import { findLostSetting, losesRequiredSetting } from "./pod-settings.ts";

/** The stages of a chain share a pod. */
export const inPod: Ordering = {
  name: "inPod",
  title: "a chain of batch stages runs in one pod, one container after the other",
  suits: (parts, all) =>
    unchainedDependency(parts) === undefined &&
    !all.some((values) => losesRequiredSetting(findChains(parts), parts, values)),
  checkGraph: ({ name, parts }) => {
    const found = unchainedDependency(parts);
    if (found === undefined) return;
    const wanted = 'batch stages in a chain, as ordering "inPod" requires (use "gates" for any other graph)';
    throw new PipelineError(name, `${found[0]}.dependsOn`, wanted, found.join(" -> "));
  },
  findViolation: (parts, values) =>
    findScheduled(parts, values, findChains(parts)) ?? findLostSetting(findChains(parts), parts, values),
  waits: () => false,
  context: () => ({ hasGates: false, hasWaitingPods: false }),
  stages: (pipeline, context) => {
    const { parts } = pipeline;
    const chained = findChains(parts).flatMap((chain) => createChain(pipeline, chain, context).stages());
    const byStage = new Map(chained.map((own) => [own.stage, own]));
    return [...parts].map(
      ([stage, part]) => byStage.get(stage) ?? renderStage(pipeline, stage, part, { context: { Pipeline: context } }),
    );
  },
  pods: (parts, isEnabled) =>
    findChains(parts)
      .map((chain) => chain.filter(isEnabled))
      .filter((chain) => chain.length > 1),
  notes: (pipeline) => noteChains(pipeline, findChains(pipeline.parts)),
};

/** The notes about stages that share a pod. */
export function noteChains(pipeline: Pipeline, chains: readonly (readonly string[])[]): OrderNotes {
  return {
    explanation: chains.map((chain) => `The stages ${chain.join(", ")} run in one pod, that of the last enabled one.`),
    commands: chains.map((chain) =>
      bind("host", lastSubchart(chain), (host) =>
        when(nonEmpty(host), [
          `Read the log of one of the stages ${chain.join(", ")}:`,
          text`  kubectl logs --namespace ${release.namespace} --container <stage> --tail -1 \\`,
          text`    --selector app.kubernetes.io/instance=${instanceOf(pipeline)},app.kubernetes.io/name=${host}`,
        ]),
      ),
    ),
  };
}
