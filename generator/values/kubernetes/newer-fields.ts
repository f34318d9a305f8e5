/** The fields that not every Kubernetes has on which charts may be installed. */

/** The Kubernetes whose fields the schemas know. */
export const NEWEST_KUBERNETES = "1.36.0";

/** A field, or a value of it, and the first Kubernetes that takes it of its own accord: without a feature gate. */
export interface NewerField {
  /** As docs/values.md names it. */
  readonly name: string;
  readonly since: string;
  /**
   * Its places: a field of one of Kubernetes' definitions (`SleepAction.seconds`), or the end of a path of values, where
   * `*` is any name (`volumes.*.image`).
   */
  readonly places: readonly string[];
  /** The value that is newer than the field, as JSON; absent if the field itself is. */
  readonly value?: string;
}

/** All of them since 1.29, in the order of their versions. */
export const NEWER_FIELDS: readonly NewerField[] = [
  {
    name: "`appArmorProfile`",
    since: "1.30",
    places: ["PodSecurityContext.appArmorProfile", "SecurityContext.appArmorProfile"],
  },
  { name: "`sleep` of a lifecycle hook", since: "1.30", places: ["LifecycleHandler.sleep"] },
  { name: "`trafficDistribution` of a Service", since: "1.31", places: ["trafficDistribution"] },
  { name: "`successPolicy`", since: "1.31", places: ["job.successPolicy"] },
  {
    name: "`matchLabelKeys` and `mismatchLabelKeys` of a pod (anti-)affinity",
    since: "1.31",
    places: ["PodAffinityTerm.matchLabelKeys", "PodAffinityTerm.mismatchLabelKeys"],
  },
  { name: "`recursiveReadOnly` of a mount", since: "1.31", places: ["recursiveReadOnly"] },
  { name: "`managedBy` of a Job", since: "1.32", places: ["job.managedBy"] },
  { name: "`sleep` of 0 seconds", since: "1.33", places: ["SleepAction.seconds"], value: "0" },
  { name: "`procMount: Unmasked`", since: "1.33", places: ["SecurityContext.procMount"], value: '"Unmasked"' },
  { name: "`supplementalGroupsPolicy`", since: "1.33", places: ["PodSecurityContext.supplementalGroupsPolicy"] },
  { name: "`seLinuxChangePolicy`", since: "1.33", places: ["PodSecurityContext.seLinuxChangePolicy"] },
  { name: "`hostUsers`", since: "1.33", places: ["hostUsers"] },
  { name: "`resizePolicy`", since: "1.33", places: ["resizePolicy"] },
  { name: "`volumeAttributesClassName`", since: "1.34", places: ["volumeAttributesClassName"] },
  { name: "`podCertificate`, with its feature gate", since: "1.34", places: ["VolumeProjection.podCertificate"] },
  {
    name: "`resourceClaims`, and `claims` of resources",
    since: "1.34",
    places: ["resourceClaims", "ResourceRequirements.claims"],
  },
  { name: "`podResources`", since: "1.34", places: ["podResources"] },
  {
    name: "`containerRestartPolicy`, `restartPolicy` of a container, `restartPolicyRules`",
    since: "1.35",
    places: [
      "containerRestartPolicy",
      "restartPolicyRules",
      "initContainers.*.restartPolicy",
      "sidecars.*.restartPolicy",
    ],
  },
  { name: "variables from a `fileKeyRef`", since: "1.35", places: ["EnvVarSource.fileKeyRef"] },
  { name: "`tolerance` of an autoscaler", since: "1.35", places: ["HPAScalingRules.tolerance"] },
  { name: "`hostnameOverride`", since: "1.35", places: ["hostnameOverride"] },
  { name: "volumes of type `image`", since: "1.35", places: ["volumes.*.image"] },
];

/** The first Kubernetes that has them all. */
export const NEWEST_FIELD: string = NEWER_FIELDS.map(({ since }) => since).reduce((one, other) =>
  one > other ? one : other,
);
