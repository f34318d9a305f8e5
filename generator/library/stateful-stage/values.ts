/** The values of stateful-stage: replicas with storage and a network identity of their own. */
import type { Static } from "typebox";
import * as format from "../../values/formats.ts";
import { annotations, boolean, closed, enumOf, kubernetes, labels, optional } from "../../values/model.ts";
import { podLabelRule } from "../workload/values/pod-label-rules.ts";
import { ipFamilyValues, oneIpFamily, serviceValues } from "../workload/values/service-values.ts";
import { workloadValues } from "../workload/values/values.ts";
import { workloadRules } from "../workload/values/workload-rules.ts";
import { persistence } from "./persistence-values.ts";

const updateStrategy = closed(
  {
    type: enumOf(["RollingUpdate", "OnDelete"], {
      description: "Whether a change replaces the pods, or takes effect as each is deleted",
      default: "RollingUpdate",
    }),
    rollingUpdate: optional(
      kubernetes("RollingUpdateStatefulSetStrategy", {
        description: "Which pods a change replaces, with type RollingUpdate",
        examples: [{ partition: 1 }],
      }),
    ),
  },
  { description: "How a change of the pods is rolled out" },
);

const headless = closed(
  {
    name: format.nameOrEmpty({
      description: "Its name, which is the DNS domain of the pods; empty: the name of the objects with -headless",
      default: "",
    }),
    publishNotReadyAddresses: boolean({
      description:
        "Whether DNS resolves names of pods that are not ready yet, so that replicas find each other at startup",
      default: true,
    }),
    ...ipFamilyValues,
    labels: labels({ description: "More labels" }),
    annotations: annotations({ description: "Its annotations" }),
  },
  {
    description: "The headless Service, which gives each pod a DNS name; its ports are those of the container",
    allOf: [oneIpFamily()],
  },
);

const retention = (when: string) => enumOf(["Retain", "Delete"], { description: when, default: "Retain" });

/** The values model of stateful-stage. */
export const values = closed(
  {
    ...workloadValues({ nativeSidecars: false }),
    replicas: optional(
      format.count({
        description: "Number of pods; absent: 1, or what an autoscaler or kubectl scale has set",
        examples: [2],
      }),
    ),
    ordinals: optional(
      kubernetes("StatefulSetOrdinals", {
        description: "Numbers of the pods: `start` is that of the first one, 0 unless given",
        examples: [{ start: 1 }],
      }),
    ),
    podManagementPolicy: enumOf(["OrderedReady", "Parallel"], {
      description: "Whether pods start and stop one after the other, or in parallel",
      default: "OrderedReady",
    }),
    updateStrategy,
    minReadySeconds: format.count({
      description: "Time for which a pod must be ready before it counts as available, in seconds",
      default: 0,
    }),
    revisionHistoryLimit: format.count({ description: "Number of old revisions to keep", default: 10 }),
    service: serviceValues(),
    headless,
    persistence: persistence(),
    persistentVolumeClaimRetentionPolicy: closed(
      {
        whenDeleted: retention("What happens to the claims of persistence when the StatefulSet is deleted"),
        whenScaled: retention("What happens to the claims of replicas that are removed by scaling down"),
      },
      { description: "Whether the claims of persistence, and their data, are kept when they are no longer used" },
    ),
  },
  { description: "Values of stateful-stage", allOf: [...workloadRules, podLabelRule("StatefulSet")] },
);

/** What a chart author sees of the values of stateful-stage. */
export type StatefulStageValues = Static<typeof values>;
