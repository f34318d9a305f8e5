/** Labels that controllers add to the pods that they make. */
import type { Labels } from "./label-selector.ts";
import type { Place } from "./place.ts";

const ANY = /./;
const COUNT = /^\d+$/;

/**
 * The labels that the controller of a pod template adds to its pods, by key: each value is the form of those that only
 * the cluster knows.
 */
export function addedLabels({ object }: Place): Labels {
  const { name } = object.metadata;
  switch (object.kind) {
    case "Deployment":
      return new Map([["pod-template-hash", ANY]]);
    case "StatefulSet":
      return new Map([
        ["statefulset.kubernetes.io/pod-name", named(name, "-\\d+")],
        ["apps.kubernetes.io/pod-index", COUNT],
        ["controller-revision-hash", named(name, "-.+")],
      ]);
    case "DaemonSet":
      return new Map([
        ["controller-revision-hash", ANY],
        ["pod-template-generation", COUNT],
      ]);
    case "Job":
      return jobLabels(named(name, ""));
    case "CronJob":
      return jobLabels(named(name, "-\\d+"));
    default:
      return new Map();
  }
}

// Each has an older name, without the prefix. Only an Indexed Job adds the index.
function jobLabels(jobName: RegExp): Labels {
  const shared = [
    ["job-name", jobName],
    ["controller-uid", ANY],
  ] as const;
  return new Map([
    ...shared,
    ...shared.map(([key, form]) => [`batch.kubernetes.io/${key}`, form] as const),
    ["batch.kubernetes.io/job-completion-index", COUNT],
  ]);
}

function named(name: unknown, rest: string): RegExp {
  return new RegExp(`^${String(name).replaceAll(".", "[.]")}${rest}$`);
}
