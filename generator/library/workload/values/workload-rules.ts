/** Rules between the fields of a workload's values. */

import { podSecurityRules } from "../checks/security/pod-security.ts";
import { probeRules, restartRules } from "./container-values.ts";
import { podRules } from "./pod-values.ts";

/** The rules for the root of a workload chart's values model. */
export const workloadRules: readonly object[] = [
  ...podSecurityRules,
  ...podRules,
  probeRules,
  restartRules("containerRestartPolicy"),
];
