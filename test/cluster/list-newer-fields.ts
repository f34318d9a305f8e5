/** A field of an object, or one value of it, that not every Kubernetes takes on which charts may be installed. */
export interface NewerField {
  /** As docs/values.md names it. */
  readonly name: string;
  /**
   * The first Kubernetes that takes it, of its own accord if there is one: an older one refuses it, or drops it because
   * of a feature gate.
   */
  readonly since: string;
  /** Matches its path in an object: `.spec.template.spec.securityContext.appArmorProfile`. */
  readonly path: RegExp;
  /** The values that are newer than the field; absent if all are as new as it. */
  readonly values?: readonly unknown[];
  /** Whether every Kubernetes drops it unless its feature gate is set. */
  readonly isGated?: boolean;
}

/** All of them since 1.29, by the types, the feature gates and the Pod Security of Kubernetes 1.36. */
export const newerFields: readonly NewerField[] = [
  { name: "`appArmorProfile`", since: "1.30", path: /\.appArmorProfile$/ },
  { name: "`sleep` of a lifecycle hook", since: "1.30", path: /\.(preStop|postStart)\.sleep$/ },
  { name: "`successPolicy`", since: "1.31", path: /\.successPolicy$/ },
  {
    name: "`matchLabelKeys` and `mismatchLabelKeys` of a pod (anti-)affinity",
    since: "1.31",
    path: /\.pod(Anti)?Affinity\..*\.(matchLabelKeys|mismatchLabelKeys)$/,
  },
  { name: "`trafficDistribution` of a Service", since: "1.31", path: /\.spec\.trafficDistribution$/ },
  { name: "`recursiveReadOnly` of a mount", since: "1.31", path: /\.volumeMounts\.\d+\.recursiveReadOnly$/ },
  {
    name: "`container_engine_t` as an SELinux type under Pod Security",
    since: "1.31",
    path: /\.seLinuxOptions\.type$/,
    values: ["container_engine_t"],
  },
  {
    name: "the sysctls `net.ipv4.tcp_rmem` and `net.ipv4.tcp_wmem` under Pod Security",
    since: "1.32",
    path: /\.sysctls\.\d+\.name$/,
    values: ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"],
  },
  { name: "`managedBy` of a Job", since: "1.32", path: /\.managedBy$/ },
  { name: "`sleep` of 0 seconds", since: "1.33", path: /\.(preStop|postStart)\.sleep\.seconds$/, values: [0] },
  { name: "`procMount: Unmasked`", since: "1.33", path: /\.procMount$/, values: ["Unmasked"] },
  { name: "`supplementalGroupsPolicy`", since: "1.33", path: /\.supplementalGroupsPolicy$/ },
  { name: "`seLinuxChangePolicy`", since: "1.33", path: /\.seLinuxChangePolicy$/ },
  { name: "`hostUsers`", since: "1.33", path: /\.spec\.hostUsers$/ },
  { name: "`resizePolicy`", since: "1.33", path: /\.resizePolicy$/ },
  { name: "`volumeAttributesClassName`", since: "1.34", path: /\.volumeAttributesClassName$/ },
  {
    name: "`podCertificate`, with its feature gate",
    since: "1.34",
    path: /\.sources\.\d+\.podCertificate$/,
    isGated: true,
  },
  { name: "`resourceClaims`, and `claims` of resources", since: "1.34", path: /\.(resourceClaims|resources\.claims)$/ },
  { name: "`podResources`", since: "1.34", path: /\.template\.spec\.resources$/ },
  {
    name: "`containerRestartPolicy`, `restartPolicy` of a container, `restartPolicyRules`",
    since: "1.35",
    // Native sidecars restart always, since 1.29.
    path: /\.(containers\.\d+\.restartPolicy|restartPolicyRules)$/,
  },
  { name: "variables from a `fileKeyRef`", since: "1.35", path: /\.fileKeyRef$/ },
  { name: "`tolerance` of an autoscaler", since: "1.35", path: /\.scale(Up|Down)\.tolerance$/ },
  { name: "`hostnameOverride`", since: "1.35", path: /\.spec\.hostnameOverride$/ },
  { name: "volumes of type `image`", since: "1.35", path: /\.volumes\.\d+\.image$/ },
  {
    name: "`RestartAllContainers`, and `restartPolicyRules` of a native sidecar",
    since: "1.36",
    path: /\.restartPolicyRules\.\d+\.action$/,
    values: ["RestartAllContainers"],
  },
];

/** Maps whose keys are the user's, and no fields. */
const userMaps =
  /\.(labels|annotations|matchLabels|nodeSelector|data|stringData|limits|requests|parameters|volumeAttributes)$/;

/**
 * Lists what an object holds that is newer than a Kubernetes: `.spec.successPolicy needs 1.31`.
 * @param version as an API server names its own: `v1.29.14`
 * @throws TypeError for a version that is none
 */
export function listNewerFields(object: object, version: string): readonly string[] {
  const minor = readMinor(version);
  const newer = newerFields.filter(({ since }) => readMinor(since) > minor);
  return listPaths(object, "").flatMap(([path, value]) =>
    newer
      .filter((field) => field.path.test(path) && (field.values?.includes(value) ?? true))
      .map(({ since }) => `${path} needs ${since}`),
  );
}

/** Fields as old as all supported versions that every server drops unless a feature gate is set, or where they say less. */
export const gatedFields: readonly { readonly name: string; readonly path: RegExp }[] = [
  { name: "maxUnavailable", path: /\.updateStrategy\.rollingUpdate\.maxUnavailable$/ },
  { name: "dataSource", path: /\.spec\.dataSource$/ },
  { name: "clusterTrustBundle", path: /\.sources\.\d+\.clusterTrustBundle$/ },
];

/** Whether a field, or one above it, is dropped unless a feature gate is set. */
export function isGated(path: string): boolean {
  const above = [...path.matchAll(/\.|$/g)].map(({ index }) => path.slice(0, index));
  const gated = [...gatedFields, ...newerFields.filter((field) => field.isGated === true)];
  return gated.some((field) => above.some((one) => field.path.test(one)));
}

/** The paths of all fields below a value, but those that are null, which are as if they were not there. */
function listPaths(value: unknown, path: string): readonly (readonly [path: string, value: unknown])[] {
  if (typeof value !== "object" || value === null || userMaps.test(path)) return [];
  return Object.entries(value)
    .filter(([, child]) => child !== null)
    .flatMap(([key, child]) => [[`${path}.${key}`, child] as const, ...listPaths(child, `${path}.${key}`)]);
}

/** 29 of `1.29`, and of `v1.29.14`. */
function readMinor(version: string): number {
  const [, minor] = /^v?1\.(\d+)(\.|$)/.exec(version) ?? [];
  if (minor === undefined) throw new TypeError(`Cannot read the version "${version}": expected one like v1.29.14`);
  return Number(minor);
}
