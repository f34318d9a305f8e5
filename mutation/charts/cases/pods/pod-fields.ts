/** Fields of pods, of their containers and of their volumes that few charts set, each to something else than its default. */
import type { Values } from "../../../../generator/evaluate/coalesce-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const size = "1Gi";
const metadataItem = { path: "name", fieldRef: { fieldPath: "metadata.name" }, mode: 256 };
const amountItem = { path: "cpu", resourceFieldRef: { containerName: "main", resource: "limits.cpu", divisor: "1m" } };
const term = { topologyKey: "zone", labelSelector: {} };
const expression = { matchExpressions: [{ key: "zone", operator: "In", values: ["a"] }] };
const running = { terminationMessagePath: "/dev/log", stdin: true, stdinOnce: true, tty: true };
const httpGet = { port: "http", host: "localhost", scheme: "HTTPS", httpHeaders: [{ name: "A", value: "b" }] };

const ofPod: Values = {
  image,
  podSecurity: "privileged",
  ports: { http: { containerPort: 8080 } },
  nodeName: "node-1",
  preemptionPolicy: "Never",
  os: { name: "linux" },
  hostname: "host",
  subdomain: "domain",
  setHostnameAsFQDN: true,
  dnsPolicy: "None",
  dnsConfig: { nameservers: ["10.0.0.10"], searches: ["example.com"], options: [{ name: "ndots", value: "2" }] },
  enableServiceLinks: false,
  shareProcessNamespace: true,
  readinessGates: [{ conditionType: "example.com/ready" }],
  podSecurityContext: {
    fsGroupChangePolicy: "OnRootMismatch",
    runAsNonRoot: true,
    runAsUser: 1,
    seLinuxChangePolicy: "Recursive",
    seLinuxOptions: { level: "s0" },
    supplementalGroupsPolicy: "Strict",
  },
  securityContext: {
    appArmorProfile: { type: "Localhost", localhostProfile: "profile" },
    readOnlyRootFilesystem: true,
    seLinuxOptions: { level: "s0" },
  },
  serviceAccount: { create: true, imagePullSecrets: [{ name: "registry" }], secrets: [{ name: "token" }] },
  annotations: { "example.com/owner": "data team" },
  tolerations: [{ key: "gpu", operator: "Equal", value: "yes", effect: "NoExecute", tolerationSeconds: 60 }],
  affinity: {
    nodeAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: expression }],
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [expression] },
    },
    podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] },
    podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, namespaces: ["other"] }] },
  },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      ...term,
      whenUnsatisfiable: "DoNotSchedule",
      minDomains: 2,
      nodeAffinityPolicy: "Ignore",
      nodeTaintsPolicy: "Honor",
    },
  ],
  networkPolicy: {
    enabled: true,
    policyTypes: ["Ingress", "Egress"],
    ingress: [{ from: [{ namespaceSelector: {} }] }],
    egress: [{ ports: [{ port: 443 }] }],
  },
  configMaps: { fixed: { data: { a: "b" }, immutable: true } },
  ...running,
  startupProbe: {
    type: "grpc",
    grpc: { port: 8080, service: "health" },
    initialDelaySeconds: 1,
    successThreshold: 1,
    terminationGracePeriodSeconds: 1,
    timeoutSeconds: 2,
  },
  lifecycle: { postStart: { httpGet } },
  initContainers: { first: { image, ...running } },
  sidecars: {
    beside: { image, native: false, ...running },
    around: {
      image,
      native: true,
      lifecycle: { postStart: { tcpSocket: { port: 8081, host: "localhost" } } },
      resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }],
    },
  },
};

const ofVolumes: Values = {
  image,
  podSecurity: "privileged",
  resources: { limits: { cpu: 1 } },
  env: {
    AMOUNT: { valueFrom: { resourceFieldRef: { resource: "limits.cpu", divisor: "1m" } } },
    OPTIONAL: { valueFrom: { secretKeyRef: { name: "more", key: "a", optional: true } } },
    FIELD: { valueFrom: { fieldRef: { fieldPath: "metadata.name", apiVersion: "v1" } } },
  },
  volumes: {
    image: { mountPath: "/image", image: { reference: "registry.example.com/model:1", pullPolicy: "Always" } },
    csi: {
      mountPath: "/csi",
      csi: {
        driver: "inline.csi.example.com",
        fsType: "ext4",
        readOnly: true,
        volumeAttributes: { a: "b" },
        nodePublishSecretRef: { name: "credentials" },
      },
    },
    empty: { mountPath: "/empty", emptyDir: { sizeLimit: size } },
    path: { mountPath: "/path", emptyDir: {}, subPathExpr: "$(FIELD)" },
    fixed: { mountPath: "/fixed", emptyDir: {}, readOnly: true, recursiveReadOnly: "Enabled" },
    map: {
      mountPath: "/map",
      configMap: { name: "other", defaultMode: 256, items: [{ key: "a", path: "a", mode: 256 }] },
    },
    secret: {
      mountPath: "/secret",
      secret: { secretName: "more", defaultMode: 256, optional: true, items: [{ key: "a", path: "a", mode: 256 }] },
    },
    projected: {
      mountPath: "/projected",
      projected: {
        defaultMode: 256,
        sources: [
          { clusterTrustBundle: { signerName: "example.com/a", labelSelector: {}, optional: true, path: "ca" } },
          { configMap: { name: "other", optional: true } },
          { downwardAPI: { items: [metadataItem, amountItem] } },
          { secret: { name: "more", optional: true } },
          { serviceAccountToken: { audience: "vault", expirationSeconds: 600, path: "token" } },
        ],
      },
    },
    bare: { mountPath: "/bare", projected: { defaultMode: 256 } },
    about: { mountPath: "/about", downwardAPI: { defaultMode: 256, items: [metadataItem, amountItem] } },
    nothing: { mountPath: "/nothing", downwardAPI: { defaultMode: 256 } },
    nfs: { mountPath: "/nfs", nfs: { server: "nfs.example.com", path: "/", readOnly: true } },
    iscsi: {
      mountPath: "/iscsi",
      iscsi: {
        targetPortal: "10.0.0.1",
        iqn: "iqn.2026-01.com.example:a",
        lun: 1,
        chapAuthDiscovery: true,
        chapAuthSession: true,
        secretRef: { name: "chap" },
        fsType: "ext4",
        initiatorName: "iqn.2026-01.com.example:b",
        iscsiInterface: "a",
        portals: ["10.0.0.2"],
        readOnly: true,
      },
    },
    fc: { mountPath: "/fc", fc: { targetWWNs: ["50060e801049cfd1"], lun: 0, fsType: "ext4", readOnly: true } },
    node: { mountPath: "/node", hostPath: { path: "/var/lib", type: "Directory" }, allowHostPath: true },
  },
};

/** Of all workloads. */
export const podFields: readonly Values[] = [
  ofPod,
  ofVolumes,
  { image, dnsPolicy: "Default", podLabels: { tier: "batch" } },
  { image, resourceClaims: [{ name: "data", resourceClaimTemplateName: "device" }] },
];
