/** The version and the APIs of a cluster: `.Capabilities`. */

/** The cluster that a chart is rendered for. */
export interface Capabilities {
  /** Its Kubernetes, with three numbers: `1.34.0`. Absent: `1.35.0`, as in `helm template` of Helm 4.1.4. */
  readonly kubeVersion?: string;
  /**
   * Groups with their versions, and kinds: `monitoring.coreos.com/v1`, `monitoring.coreos.com/v1/ServiceMonitor`. Those
   * of Kubernetes itself count only if they are listed.
   */
  readonly apiVersions?: readonly string[];
}

const DEFAULT_VERSION = "1.35.0";
const VERSION = /^v?((\d+)[.](\d+)[.]\d+([-+].*)?)$/;

/**
 * The object that templates see.
 *
 * @throws TypeError where the version does not have three numbers
 */
export function capabilitiesOf({ kubeVersion = DEFAULT_VERSION, apiVersions = [] }: Capabilities = {}): object {
  const [, version, major, minor] = VERSION.exec(kubeVersion) ?? [];
  if (version === undefined) {
    throw new TypeError(
      `Cannot render: expected a Kubernetes version such as ${DEFAULT_VERSION}, got "${kubeVersion}"`,
    );
  }
  return { KubeVersion: { Version: `v${version}`, Major: major, Minor: minor }, APIVersions: apiVersions };
}
