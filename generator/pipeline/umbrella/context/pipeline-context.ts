/** The context of the stages of a pipeline: the actual names of claims, addresses and labels of the others. */
import type { StageContract } from "../../../chart/stage-contract.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { when } from "../../../expression/when.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import type { Referables } from "../../../library/common/extra-objects/referables.ts";
import type { Strings } from "../../../library/common/names.ts";
import type { PipelineContext } from "../../../library/common/pipeline-context.ts";
import type { Input } from "../../../manifest/input.ts";
import { podsOf } from "../../orderings/pods.ts";
import type { Pipeline } from "../../pipeline.ts";
import { hasExtraObjects } from "../extra-objects.ts";
import { gateScriptName } from "../gate-script.ts";
import { stageRoot, subchart } from "../subchart.ts";
import { dependentsOf } from "./dependents.ts";
import { hostsOf, labelsOfHosts, referablesOfHosts } from "./hosts.ts";

/** The parts of a contract, named templates, that the context includes. */
type SharedPart = "claims" | "exclusiveClaims" | "address" | "selectorLabels" | "referables";

/** The named template of the context. */
export function defineContext(pipeline: Pipeline): Define<PipelineContext> {
  const { hasGates, hasWaitingPods } = pipeline.ordering.context(pipeline);
  const body = bindNames(pipeline, ({ selectors, referables }) => ({
    stages: [...pipeline.parts.keys()],
    ...(hasGates ? { gateScript: gateScriptName(pipeline), dependents: dependentsOf(pipeline) } : {}),
    ...(hasWaitingPods ? { exclusive: includeAll(pipeline, "exclusiveClaims") } : {}),
    claims: includeAll(pipeline, "claims"),
    accessModes: includeAll(pipeline, "exclusiveClaims"),
    services: includeAll(pipeline, "address"),
    selectors,
    referables: when(hasExtraObjects(), referables),
  })) as Input<PipelineContext>; // each named template yields what the context holds of its kind
  return new Define<PipelineContext>(
    `${pipeline.name}.context`,
    "object",
    body,
    `The context that the stages share: the names of claims, the addresses of Services, the labels of pods.
The first file that needs it stores it in the root, as .Pipeline, for the others.`,
  );
}

/** What selects and names the pods of stages. */
interface PodNames {
  readonly selectors: object;
  readonly referables: object;
}

// Whoever names the pods of a stage, or their account, means those that run it.
function bindNames(pipeline: Pipeline, body: (names: PodNames) => object): unknown {
  const { name } = pipeline;
  const pods = podsOf(pipeline);
  const own = { selectors: includeAll(pipeline, "selectorLabels"), referables: includeAll(pipeline, "referables") };
  if (pods.length === 0) return body(own);
  const define = <T>(key: keyof PodNames, comment: string): Expression<ByName<T>> =>
    include(new Define<ByName<T>>(`${name}.${key}OfStages`, "object", own[key], comment));
  const labels = define<Strings>("selectors", "The labels that the pods of each stage would have alone.");
  const names = define<Referables>("referables", "What references name of each stage, as if it were alone.");
  return bind("hosts", hostsOf(pods), (hosts) =>
    bind("labels", labelsOfHosts(labels, hosts), (selectors) =>
      body({ selectors, referables: referablesOfHosts(names, selectors, hosts) }),
    ),
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
