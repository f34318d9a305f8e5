import { expectOneOf } from "./allowed-values.ts";
import { enter } from "./place.ts";
import { listPods } from "./pod-templates.ts";
import type { Rule } from "./rule.ts";

const ENDING = ["Never", "OnFailure"];
const RUNNING = ["Always", undefined];

const policies: Readonly<Record<string, readonly (string | undefined)[]>> = {
  Job: ENDING,
  CronJob: ENDING,
  Deployment: RUNNING,
  StatefulSet: RUNNING,
  DaemonSet: RUNNING,
  ReplicaSet: RUNNING,
};

/** The pods of a Job end, and all others run on: Kubernetes refuses a controller whose pods restart otherwise. */
export const restartPolicies: Rule = (objects) =>
  listPods(objects).flatMap((pod) => {
    const allowed = policies[pod.object.kind];
    return allowed === undefined ? [] : expectOneOf("restart-policies", enter(pod, "spec", "restartPolicy"), allowed);
  });
