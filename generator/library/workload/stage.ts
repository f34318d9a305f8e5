/** The parts of the stage contract that every workload chart has. */
import type { StageContract } from "../../chart/stage-contract.ts";
import { templateOf } from "../../expression/define.ts";
import { MAIN_CONTAINER } from "./checks/containers/check-container-names.ts";
import { workloadFacts } from "./stage-facts.ts";
import type { WorkloadValues } from "./values/values.ts";
import type { Workload } from "./workload.ts";

/** What a pipeline reads of any workload: its labels, its gate, the volumes it mounts and the addresses it reads. */
export function workloadStage<T extends WorkloadValues>({
  names,
  gate,
  podClaims,
  podSecurity,
  referables,
}: Workload<T>) {
  return {
    namespace: templateOf(names.namespace),
    selectorLabels: templateOf(names.selectorLabels),
    podSecurity,
    referables,
    gate,
    podClaims,
    logContainer: MAIN_CONTAINER,
    facts: workloadFacts,
  } as const satisfies Partial<StageContract>;
}
