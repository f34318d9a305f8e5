/** What the fields of a workload's values demand of one another. */
import { probeRules } from "./container-values.ts";
import { podSecurityRules } from "./pod-security.ts";

/** The rules for the root of a workload chart's values model. */
export const workloadRules: readonly object[] = [...podSecurityRules, probeRules];
