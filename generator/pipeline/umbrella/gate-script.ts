/** The script of the gates: once a release, not once a stage. */
import type { ConfigMap } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../expression/bind.ts";
import { chart, release } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEachItem } from "../../expression/for-each.ts";
import { valuesOf } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { uniq } from "../../functions/lists.ts";
import { and, nonEmpty } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { fitName, text } from "../../functions/strings.ts";
import { GATE_FILE, GATE_SCRIPT } from "../../library/workload/gate/gate-script.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { type PipelineValues, pipelineValues } from "../environments/pipeline-model.ts";
import type { Part, Pipeline } from "../pipeline.ts";
import { pipelineLabels } from "./pipeline-labels.ts";
import { ownNameOf } from "./pipeline-names.ts";
import type { StageGate, StageParts } from "./stage-parts.ts";
import { subchart } from "./subchart.ts";

/**
 * The name of the ConfigMap of the script. It is the same in each version of the chart, so that another script runs no
 * Job again: pods that start later have it, and a gate that waits goes on with the file that it has opened.
 */
export function gateScriptName(pipeline: Pipeline): Expression<string> {
  return fitName(text`${ownNameOf(pipeline)}-gates`, 63);
}

/** Where the gate of a stage is found, of those of all stages. */
export function stageGate(name: string, { stage }: Part, gate: Omit<StageGate, "namespace">): StageGate {
  const namespace = stage.chart.stage?.namespace;
  return { ...gate, namespace: namespace === undefined ? release.namespace : include(namespace, subchart(name)) };
}

/** The ConfigMap of the script, one in each namespace of a stage with a gate; absent where no stage has one. */
export function createGateScript(pipeline: Pipeline, stages: readonly StageParts[]): Documents | undefined {
  const gates = stages.find(({ gate }) => gate !== undefined)?.gate?.gates;
  if (gates === undefined) return undefined;
  const v = valuesOf<PipelineValues>(pipelineValues);
  const namespaces = new Define<readonly string[]>(
    `${pipeline.name}.gateNamespaces`,
    "array",
    bind("gates", gates, (all) =>
      stages.flatMap(({ stage, gate }) => {
        if (gate === undefined) return [];
        const waits = nonEmpty(lookUp("object", all, gate.of, "upstream"));
        return [when(and(nonEmpty(subchart(stage)), waits), gate.namespace)];
      }),
    ),
    "The namespaces of the stages that have dependencies.",
  );
  return forEachItem(
    uniq(include(namespaces)),
    (namespace): Input<ConfigMap> => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: {
        name: gateScriptName(pipeline),
        namespace,
        labels: pipelineLabels(pipeline, v, fitName(chart.name, 63)),
      },
      data: { [GATE_FILE]: GATE_SCRIPT },
    }),
    { as: "namespace" },
  );
}
