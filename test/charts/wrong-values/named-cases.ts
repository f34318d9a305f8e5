/** Mistakes that people make, and the expected message of each. */
import type { JsonObject } from "../../../generator/chart.ts";

/** One wrong values file. */
export interface NamedCase {
  readonly title: string;
  /** What is in the values file next to what the chart needs; two cases of a chart leave one another alone. */
  readonly values: JsonObject;
  /** All that is refused: a keyword of the schema and the path that is named. */
  readonly refused: readonly string[];
}

/** Mistakes in what the charts of stages have in common. */
export const ofWorkloads: readonly NamedCase[] = [
  {
    title: "a port over 65535",
    values: { ports: { web: { containerPort: 65536 } } },
    refused: ["maximum ports.web.containerPort"],
  },
  {
    title: "a string for a number",
    values: { ports: { text: { containerPort: "8080" } } },
    refused: ["type ports.text.containerPort"],
  },
  {
    title: "a negative number of seconds",
    values: { terminationGracePeriodSeconds: -1 },
    refused: ["minimum terminationGracePeriodSeconds"],
  },
  {
    title: "a size that is a word",
    values: { volumes: { big: { mountPath: "/data", claim: { size: "big" } } } },
    refused: ["pattern volumes.big.claim.size"],
  },
  {
    title: "kubectl's short form of an access mode",
    values: { volumes: { short: { mountPath: "/data", claim: { size: "1Gi", accessModes: ["RWO"] } } } },
    refused: ["enum volumes.short.claim.accessModes.0"],
  },
  {
    title: "a misspelt key at the root",
    values: { nodeSelectors: {} },
    refused: ["additionalProperties nodeSelectors"],
  },
  {
    title: "a misspelt key of the image",
    values: { image: { pullpolicy: "Always" } },
    refused: ["additionalProperties image.pullpolicy"],
  },
  {
    title: "a misspelt key of a volume",
    values: { volumes: { typo: { mountpath: "/data", emptyDir: {} } } },
    refused: ["additionalProperties volumes.typo.mountpath"],
  },
  {
    title: "a misspelt resource",
    values: { resources: { limits: { memroy: "64Mi" } } },
    refused: ["additionalProperties resources.limits.memroy"],
  },
  {
    title: "a misspelt key deep in the affinity",
    values: {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpression: [] }] },
        },
      },
    },
    refused: [
      "additionalProperties affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.0.matchExpression",
    ],
  },
  {
    title: "two sources of a volume",
    values: { volumes: { two: { mountPath: "/data", emptyDir: {}, existingClaim: "data" } } },
    refused: ["required volumes.two.type"],
  },
  {
    title: "a directory of the node without consent",
    values: { volumes: { node: { mountPath: "/data", hostPath: { path: "/var/lib" } } } },
    refused: ["required volumes.node.allowHostPath"],
  },
  {
    title: "a privileged container",
    values: { securityContext: { privileged: true, allowPrivilegeEscalation: true } },
    refused: ["const securityContext.allowPrivilegeEscalation", "const securityContext.privileged"],
  },
  {
    title: "a privileged sidecar",
    values: {
      sidecars: { proxy: { image: { repository: "proxy", tag: "1" }, securityContext: { privileged: true } } },
    },
    refused: ["const sidecars.proxy.securityContext.privileged"],
  },
  {
    title: "the root user, for the pod",
    values: { podSecurityContext: { runAsUser: 0 } },
    refused: ["minimum podSecurityContext.runAsUser"],
  },
  {
    title: "the root user, for an init container",
    values: {
      initContainers: { setup: { image: { repository: "setup", tag: "1" }, securityContext: { runAsUser: 0 } } },
    },
    refused: ["minimum initContainers.setup.securityContext.runAsUser"],
  },
  {
    title: "consent to run as root",
    values: { podSecurityContext: { runAsNonRoot: false } },
    refused: ["const podSecurityContext.runAsNonRoot"],
  },
];

/** Mistakes in what all charts have in common. */
export const ofAll: readonly NamedCase[] = [
  {
    title: "a misspelt run id",
    values: { global: { pipeline: { runid: "7" } } },
    refused: ["additionalProperties global.pipeline.runid"],
  },
  {
    title: "a list of labels",
    values: { global: { commonLabels: ["team=data"] } },
    refused: ["type global.commonLabels"],
  },
];

/** Mistakes that only one chart knows. */
export const ofOne: Readonly<Record<string, readonly NamedCase[]>> = {
  "batch-job": [
    {
      title: "a schedule in words",
      values: { kind: "CronJob", cron: { schedule: "every day" } },
      refused: ["const cron.schedule"],
    },
    { title: "a CronJob without a schedule", values: { kind: "CronJob" }, refused: ["required cron.schedule"] },
    { title: "a negative count", values: { job: { backoffLimit: -1 } }, refused: ["minimum job.backoffLimit"] },
    {
      title: "a limit per index where there is no index",
      values: { job: { backoffLimitPerIndex: 1 } },
      refused: ["required job.completionMode"],
    },
    {
      title: "a limit per index for pods that start again",
      values: {
        restartPolicy: "OnFailure",
        job: { backoffLimitPerIndex: 1, completionMode: "Indexed", completions: 2 },
      },
      refused: ["const restartPolicy"],
    },
    {
      title: "a policy of pod failures for pods that start again",
      values: {
        restartPolicy: "OnFailure",
        job: {
          podFailurePolicy: { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [42] } }] },
        },
      },
      refused: ["const restartPolicy"],
    },
  ],
  "csi-volume": [
    {
      title: "a size that is a word",
      values: { volumes: { big: { claim: { size: "big" } } } },
      refused: ["pattern volumes.big.claim.size"],
    },
    {
      title: "a claim without a size",
      values: { volumes: { more: { claim: { accessModes: ["ReadWriteOnce"] } } } },
      refused: ["required volumes.more.claim.size"],
    },
    {
      title: "kubectl's short form of an access mode",
      values: { volumes: { short: { claim: { size: "1Gi", accessModes: ["RWX"] } } } },
      refused: ["enum volumes.short.claim.accessModes.0"],
    },
    {
      title: "storage without a driver and a handle",
      values: { volumes: { static: { claim: { size: "1Gi" }, static: { csi: { fsType: "ext4" } } } } },
      refused: ["required volumes.static.static.csi.driver", "required volumes.static.static.csi.volumeHandle"],
    },
    {
      title: "a misspelt key of a StorageClass",
      values: { storageClasses: { typo: { provisioner: "csi.example.com", reclaimpolicy: "Delete" } } },
      refused: ["additionalProperties storageClasses.typo.reclaimpolicy"],
    },
    {
      title: "a number among a driver's parameters",
      values: { storageClasses: { fast: { provisioner: "csi.example.com", parameters: { iops: 3000 } } } },
      refused: ["type storageClasses.fast.parameters.iops"],
    },
  ],
  "stateful-stage": [
    { title: "a negative count", values: { replicas: -1 }, refused: ["minimum replicas"] },
    {
      title: "a size that is a word, for each replica",
      values: { persistence: { big: { mountPath: "/data", size: "big" } } },
      refused: ["pattern persistence.big.size"],
    },
    {
      title: "a block device of a claim that is a directory",
      values: { persistence: { block: { mountPath: "/data", devicePath: "/dev/data", size: "1Gi" } } },
      refused: ["required persistence.block.volumeMode"],
    },
    {
      title: "a policy that would keep nothing",
      values: { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Recycle" } },
      refused: ["enum persistentVolumeClaimRetentionPolicy.whenDeleted"],
    },
  ],
  "service-stage": [
    { title: "a count in quotes", values: { replicas: "3" }, refused: ["type replicas"] },
    {
      title: "a port of the Service over 65535",
      values: { service: { ports: { http: { port: 70000 } } } },
      refused: ["maximum service.ports.http.port"],
    },
    {
      title: "a misspelt type of a path",
      values: { ingress: { hosts: { web: { host: "web.example.com", paths: { root: { pathType: "prefix" } } } } } },
      refused: ["enum ingress.hosts.web.paths.root.pathType"],
    },
    {
      title: "an autoscaler without pods",
      values: { autoscaling: { enabled: true, minReplicas: 0 } },
      refused: ["minimum autoscaling.minReplicas"],
    },
  ],
  pipeline: [
    { title: "a misspelt stage", values: { extrct: { enabled: false } }, refused: ["additionalProperties extrct"] },
    {
      title: "a misspelt key of a stage",
      values: { extract: { image: { tagg: "2" } } },
      refused: ["additionalProperties extract.image.tagg"],
    },
    {
      title: "a schedule in words",
      values: { report: { cron: { schedule: "every day" } } },
      refused: ["const report.cron.schedule"],
    },
  ],
};
