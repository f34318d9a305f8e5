/** The context of the stages of a pipeline: the actual names of claims, addresses and labels of the others. */
import type { StageContract } from "../../chart/stage-contract.ts";
import { Define, include } from "../../expression/define.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import type { PipelineContext } from "../../library/common/pipeline-context.ts";
import type { Input } from "../../manifest/input.ts";
import { stagesInPodOf } from "../orderings/pods.ts";
import type { Pipeline } from "../pipeline.ts";
import { hasExtraObjects } from "./extra-objects.ts";
import { gateScriptName } from "./gate-script.ts";
import { stageRoot, subchart } from "./subchart.ts";

/** The parts of a contract, named templates, that the context includes. */
type SharedPart = "claims" | "exclusiveClaims" | "address" | "selectorLabels" | "referables";

/** The named template of the context. */
export function defineContext(pipeline: Pipeline): Define<PipelineContext> {
  const { hasGates, hasWaitingPods } = pipeline.ordering.context(pipeline);
  const body = {
    stages: [...pipeline.parts.keys()],
    ...(hasGates ? { gateScript: gateScriptName(pipeline), dependents: dependentsOf(pipeline) } : {}),
    ...(hasWaitingPods ? { exclusive: includeAll(pipeline, "exclusiveClaims") } : {}),
    claims: includeAll(pipeline, "claims"),
    accessModes: includeAll(pipeline, "exclusiveClaims"),
    services: includeAll(pipeline, "address"),
    selectors: includeAll(pipeline, "selectorLabels"),
    referables: when(hasExtraObjects(), includeAll(pipeline, "referables")),
  } as Input<PipelineContext>; // each named template yields what the context holds of its kind
  return new Define<PipelineContext>(
    `${pipeline.name}.context`,
    "object",
    body,
    `The context that the stages share: the names of claims, the addresses of Services, the labels of pods.
The first file that needs it stores it in the root, as .Pipeline, for the others.`,
  );
}

/** For each stage whose chart has the part: its result while the stage is enabled. */
export function includeAll(pipeline: Pipeline, part: SharedPart & keyof StageContract): object {
  const entries = [...pipeline.parts].flatMap(([name, { stage }]) => {
    const template: Define | undefined = stage.chart.stage?.[part];
    if (template === undefined) return [];
    return [
      [name, when(nonEmpty(subchart(name)), include(template, stageRoot(pipeline, name, { Pipeline: {} })))] as const,
    ];
  });
  return Object.fromEntries(entries);
}

// The stages that depend on one with an address: its network policy lets them in.
function dependentsOf({ parts, ordering }: Pipeline): PipelineContext["dependents"] {
  const pods = ordering.pods(parts, () => true);
  const services = [...parts].filter(([, { stage }]) => stage.chart.stage?.address !== undefined);
  const dependents = services.map(([service]) => {
    const direct = [...parts].filter(([, { stage }]) => stage.dependsOn.includes(service)).map(([name]) => name);
    // Of stages that share a pod, any may be the one that has it.
    const waiting = direct.flatMap((name) => stagesInPodOf(name, pods));
    return [service, [...new Set(waiting)]] as const;
  });
  return Object.fromEntries(dependents.filter(([, waiting]) => waiting.length > 0));
}
