/** The gate of a stage: the init container that waits for its dependencies, and the objects that it needs. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, ne, nonEmpty, not } from "../../../functions/logic.ts";
import { hasEntry } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import type { Names } from "../../common/names.ts";
import { gateContext, pipelineContext } from "../../common/pipeline-context.ts";
import { checkFirstWithinPod } from "../checks/containers/check-pod-resources.ts";
import { checkResources } from "../checks/containers/check-resources.ts";
import { imageReference } from "../containers/image.ts";
import { zoneOf } from "../service/host-from.ts";
import type { WorkloadValues } from "../values/values.ts";
import { filesMount, filesVolume, inputConfigMap, rightsToSee, waitingContainer } from "./gate-parts.ts";
import { GATE_DIRECTORY, GATE_EXIT_CODES, GATE_START } from "./gate-script.ts";
import { passedStages } from "./passed-stages.ts";

/** The name of the gate's container and of its volume. */
export const GATE = filesMount.name;

/** The rule of a Job's pod failure policy for its gate: when a dependency has failed, a retry would fail too. */
export const gateFailureRule = {
  action: "FailJob",
  onExitCodes: { containerName: GATE, operator: "In", values: Object.values(GATE_EXIT_CODES) },
} as const;

/** Where the parts of a gate come from. */
export interface GateSource {
  readonly chartName: string;
  readonly v: Reference<WorkloadValues>;
  readonly names: Names;
  readonly serviceAccountName: Expression<string>;
  /** Whether the pod runs to completion, so that its dependencies must have succeeded before each of its runs. */
  readonly runsToEnd: boolean;
}

/** A gate; its parts are empty for a stage without dependencies. */
export interface Gate {
  /** A list of one container, or of none. */
  readonly containers: Expression<readonly Container[]>;
  readonly volumes: Expression<readonly Volume[]>;
  /** The objects besides the pod: the files of the gate, and its permission to read the Jobs. */
  readonly objects: Define<Documents>;
}

const { upstream, ancestors } = gateContext;
const awaiting = { upstream, ancestors };
const isGated = nonEmpty(upstream);

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
        "The init container that waits for the dependencies of the stage; none for a stage without dependencies.",
      ),
    ),
    volumes: include(
      new Define<readonly Volume[]>(
        `${chartName}.gateVolumes`,
        "array",
        gateVolumes(name, source),
        "The volumes of the gate; its token is mounted in no other container.",
      ),
    ),
    objects: new Define<Documents>(
      `${chartName}.gate`,
      "documents",
      [gateGuards(source), when(isGated, objectsOf(name, source))],
      "The objects of the gate: the list of the dependencies, and the permission to read the Jobs among them.",
    ),
  };
}

function gateContainer({ v, runsToEnd }: GateSource): Input<Container> {
  const { gate } = v.global.pipeline;
  const start = { name: "gate-start", mountPath: GATE_START, readOnly: true };
  return {
    name: GATE,
    ...waitingContainer(
      imageReference("global.pipeline.gate.", gate.image, v.global.imageRegistry),
      gate.image.pullPolicy,
    ),
    command: ["sh", `${GATE_DIRECTORY}/gate.sh`, ...(runsToEnd ? [] : ["serve"])],
    resources: gate.resources,
    volumeMounts: runsToEnd ? [filesMount] : [filesMount, start],
  };
}

function gateVolumes(name: Expression<string>, { runsToEnd }: GateSource): Input<readonly Volume[]> {
  const start: Input<Volume> = { name: "gate-start", emptyDir: {} };
  return [
    when(isGated, filesVolume([name, pipelineContext.gateScript], awaiting)),
    ...(runsToEnd ? [] : [when(isGated, start)]),
  ];
}

function objectsOf(name: Expression<string>, { v, names, serviceAccountName, runsToEnd }: GateSource): Documents {
  const metadata = names.metadata(name);
  const more = runsToEnd ? {} : { passed: passedStages(names.namespace, name) };
  return [
    inputConfigMap(metadata, { ...awaiting, zone: zoneOf(v) }, v.global.pipeline.gate.timeoutSeconds, more),
    rightsToSee(metadata, awaiting, { name: serviceAccountName, namespace: names.namespace }),
  ];
}

function gateGuards({ v, names }: GateSource): Documents {
  const reserved = (map: Expression<Readonly<Record<string, unknown>>>, key: string): Documents =>
    guard(
      and(isGated, hasEntry(enabled(map), GATE)),
      `${key}.${GATE}: expected another name, ${GATE} is reserved for the container that waits for the dependencies`,
    );
  return [
    forEach(upstream, (stage, { job, namespace, host }) => [
      guard(
        and(nonEmpty(job), ne(namespace, names.namespace)),
        text`namespaceOverride: expected the namespace of the dependency ${stage}, ${namespace}, got ${names.namespace}`,
      ),
      guard(
        and(not(nonEmpty(job)), not(nonEmpty(host))),
        text`${stage}.service.ports: expected a TCP port in a stage with dependents, got none`,
      ),
    ]),
    checkResources("global.pipeline.gate.resources", v.global.pipeline.gate.resources),
    checkFirstWithinPod(v.podResources, "global.pipeline.gate.resources", v.global.pipeline.gate.resources),
    reserved(v.initContainers, "initContainers"),
    reserved(v.sidecars, "sidecars"),
    reserved(v.volumes, "volumes"),
    reserved(v.configMaps, "configMaps"),
  ];
}
