/** How a batch stage runs in the pod of a later stage, when a chain of stages shares one pod. */
import type { Container } from "kubernetes-types/core/v1.d.ts";
import type { ChainContract } from "../../chart/stage-contract.ts";
import type { PlainValues } from "../../chart/value-at.ts";
import { Define, templateOf } from "../../expression/define.ts";
import { forEach, forEachItem } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { enabled } from "../../functions/entries.ts";
import { concat, list } from "../../functions/lists.ts";
import { not } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { pipelineContext } from "../common/pipeline-context.ts";
import { commonValues } from "../common/values.ts";
import { claimLabels } from "./pod/shared-claims.ts";
import { endingContainerValues } from "./values/container-values.ts";
import type { WorkloadValues } from "./values/values.ts";
import type { Workload } from "./workload.ts";

/** The files of objects that each stage of a chain keeps. */
const OWN_FILES: readonly string[] = ["config-map.yaml", "persistent-volume-claim.yaml", "extra-objects.yaml"];

/**
 * The values that each stage of a chain keeps: those of its containers, which end before the next one starts, and of its
 * volumes and own objects. All others belong to the pod, its last container or the Job, of which there is one; so does a
 * value that is new and nobody has thought of here.
 */
const OWN_VALUES: ReadonlySet<string> = new Set([
  ...Object.keys(commonValues),
  ...Object.keys(endingContainerValues()),
  ...["image", "containerRestartPolicy", "initContainers", "sidecars", "volumes", "configMaps", "extraObjects"],
]);

/**
 * Makes what a pipeline includes for the stages of a chain before the last. `model` has the chart's values: all but
 * those of containers, volumes and common objects belong to the Job or its pod, and are used in the last stage only.
 * `impliedSettings` are what those of them mean that are absent and have no default.
 */
export function workloadChain<T extends WorkloadValues>(
  chartName: string,
  { pod, container, volumes, valueGuards, templates, ...workload }: Workload<T>,
  model: { readonly properties: object },
  impliedSettings: PlainValues = {},
): ChainContract {
  const v = workload.v as unknown as Reference<WorkloadValues>; // T has these values
  return {
    containers: new Define<readonly Container[]>(
      `${chartName}.chainContainers`,
      "array",
      concat(
        pod.initContainers,
        list(container("main", v, { runsFirst: true, restartPolicy: v.containerRestartPolicy })),
      ),
      "The containers of a stage that runs in the pod of a later stage.",
    ),
    volumes: templateOf(volumes),
    labels: new Define<Readonly<Record<string, string>>>(
      `${chartName}.sharedClaimLabels`,
      "object",
      claimLabels(v.volumes, pipelineContext.exclusive) as never, // a map that a function makes
      "The labels by which pods that mount the claims of the stage find one another.",
    ),
    pullSecrets: new Define<readonly string[]>(
      `${chartName}.pullSecrets`,
      "array",
      [forEachItem(concat(v.image.pullSecrets, v.global.imagePullSecrets), (secret) => secret)],
      "The names of the Secrets that pull the stage's images.",
    ),
    checksum: templateOf(pod.checksum),
    checks: templateOf(valueGuards),
    innerChecks: createInnerChecks(chartName, v),
    ownTemplates: templates.filter(({ file }) => OWN_FILES.includes(file)),
    podSettings: listPodSettings(model),
    impliedSettings,
  };
}

/** The values of a model that belong to a pod or its controller, and so to one stage of a chain alone. */
export function listPodSettings(model: { readonly properties: object }): readonly string[] {
  return Object.keys(model.properties)
    .filter((key) => !OWN_VALUES.has(key))
    .sort();
}

function createInnerChecks(chartName: string, v: Reference<WorkloadValues>): Define<Documents> {
  return new Define<Documents>(
    `${chartName}.chainGuards`,
    "documents",
    [
      forEach(enabled(v.sidecars), (name, { native }) =>
        guard(
          not(native),
          text`sidecars.${name}.native: expected true in a stage that runs in the pod of a later one, got false`,
        ),
      ),
    ],
    "Refuses what a stage that runs in the pod of a later stage cannot have.",
    { isCheck: true },
  );
}
