/** The gate of a stage: the container in which it waits for the stages before it, and what that needs. */
import type { ConfigMap, Container, Volume } from "kubernetes-types/core/v1.d.ts";
import type { Role, RoleBinding } from "kubernetes-types/rbac/v1.d.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, ne, nonEmpty } from "../../functions/logic.ts";
import { fieldOfEach, hasEntry, merge } from "../../functions/maps.ts";
import { fitName, text, toJson } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Names } from "../common/names.ts";
import { type Awaited, gateContext } from "../common/pipeline-context.ts";
import { RESTRICTED } from "./container-values.ts";
import { gateLines, jobNames } from "./gate-lines.ts";
import { GATE_DIRECTORY, GATE_SCRIPT, GATE_START } from "./gate-script.ts";
import { imageReference } from "./image.ts";
import type { WorkloadValues } from "./values.ts";

/** The name of the gate's container and of its volume. */
export const GATE = "gate";

/** Where the parts of a gate come from. */
export interface GateSource {
  readonly chartName: string;
  readonly v: Reference<WorkloadValues>;
  readonly names: Names;
  readonly serviceAccountName: Expression<string>;
  /** Whether the pod runs to its end, so that each of its runs must find the success of the stages before it. */
  readonly runsToEnd: boolean;
}

/** A gate, as far as the stage waits for others. */
export interface Gate {
  /** A list of one container, or of none. */
  readonly containers: Expression<readonly Container[]>;
  readonly volumes: Expression<readonly Volume[]>;
  /** The objects beside the pod: what the gate reads, and its right to see the Jobs. */
  readonly objects: Define<Documents>;
}

const { upstream, ancestors } = gateContext;
const isGated = nonEmpty(upstream);
const jobs = fieldOfEach(upstream, "job");

/** Makes the gate of a stage. */
export function createGate(source: GateSource): Gate {
  const { chartName } = source;
  const name = fitName(text`${source.names.fullname}-${GATE}`, 63);
  return {
    containers: include(
      new Define<readonly Container[]>(
        `${chartName}.gateContainers`,
        "array",
        [when(isGated, gateContainer(source))],
        "The container that waits for the stages before this one; none where there are none.",
      ),
    ),
    volumes: include(
      new Define<readonly Volume[]>(
        `${chartName}.gateVolumes`,
        "array",
        gateVolumes(name, source),
        "What the waiting container reads; its token is mounted in no other container.",
      ),
    ),
    objects: new Define<Documents>(
      `${chartName}.gate`,
      "documents",
      [gateGuards(source), when(isGated, [configMap(name, source), when(nonEmpty(jobs), rights(name, source))])],
      "What the waiting container needs: the list of what it waits for, and the right to see the Jobs among it.",
    ),
  };
}

function gateContainer({ v, runsToEnd }: GateSource): Input<Container> {
  const { gate } = v.global.pipeline;
  const mounts = [{ name: GATE, mountPath: GATE_DIRECTORY, readOnly: true }];
  return {
    name: GATE,
    image: imageReference(gate.image, v.global.imageRegistry),
    imagePullPolicy: gate.image.pullPolicy,
    command: ["sh", `${GATE_DIRECTORY}/gate.sh`, runsToEnd ? "run" : "serve"],
    resources: gate.resources,
    securityContext: RESTRICTED as never, // Kubernetes' type asks for lists that can be changed
    volumeMounts: runsToEnd ? mounts : [...mounts, { name: "gate-start", mountPath: GATE_START, readOnly: true }],
    terminationMessagePolicy: "FallbackToLogsOnError",
  };
}

function gateVolumes(name: Expression<string>, { runsToEnd }: GateSource): Input<readonly Volume[]> {
  const volume: Input<Volume> = {
    name: GATE,
    projected: {
      sources: [
        { configMap: { name } },
        when(nonEmpty(jobs), { serviceAccountToken: { path: "token" } }),
        when(nonEmpty(jobs), { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } }),
        when(nonEmpty(jobs), {
          downwardAPI: { items: [{ path: "namespace", fieldRef: { fieldPath: "metadata.namespace" } }] },
        }),
      ],
    },
  };
  const start: Input<Volume> = { name: "gate-start", emptyDir: {} };
  return [when(isGated, volume), ...(runsToEnd ? [] : [when(isGated, start)])];
}

function configMap(name: Expression<string>, { v, names }: GateSource): Input<ConfigMap> {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: names.metadata(name),
    data: {
      "gate.sh": GATE_SCRIPT,
      timeout: toJson(v.global.pipeline.gate.timeoutSeconds),
      upstream: gateLines(upstream, ancestors),
    },
  };
}

function rights(name: Expression<string>, { names, serviceAccountName }: GateSource): Documents {
  const role: Input<Role> = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata: names.metadata(name),
    rules: [
      {
        apiGroups: ["batch"],
        resources: ["jobs"],
        resourceNames: jobNames(merge<Awaited>(upstream, ancestors)),
        verbs: ["get"],
      },
    ],
  };
  const binding: Input<RoleBinding> = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: names.metadata(name),
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name },
    subjects: [{ kind: "ServiceAccount", name: serviceAccountName, namespace: names.namespace }],
  };
  return [role, binding];
}

function gateGuards({ v, names }: GateSource): Documents {
  const reserved = (map: Expression<Readonly<Record<string, unknown>>>, key: string): Documents =>
    guard(
      and(isGated, hasEntry(enabled(map), GATE)),
      `${key}.${GATE}: expected another name, ${GATE} is that of the container that waits for the stages before`,
    );
  return [
    forEach(upstream, (stage, { job, namespace, host }) => [
      guard(
        and(nonEmpty(job), ne(namespace, names.namespace)),
        text`namespaceOverride: expected one namespace for stages that wait for one another, got ${names.namespace} and, for ${stage}, ${namespace}`,
      ),
      guard(
        and(eq(job, ""), eq(host, "")),
        text`${stage}.service.ports: expected a port for TCP in a stage that others wait for, got none`,
      ),
    ]),
    reserved(v.initContainers, "initContainers"),
    reserved(v.sidecars, "sidecars"),
    reserved(v.volumes, "volumes"),
    reserved(v.configMaps, "configMaps"),
  ];
}
