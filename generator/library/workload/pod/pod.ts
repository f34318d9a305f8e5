/** The pod of a workload. */
import type { Container, LocalObjectReference, PodTemplateSpec, Volume } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../expression/for-each.ts";
import type { Reference } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { enabled, ordered, orderTogether, where } from "../../../functions/entries.ts";
import { concat, list, uniq } from "../../../functions/lists.ts";
import { and, nonEmpty, ternary } from "../../../functions/logic.ts";
import { fieldOfEach, hasEntry, merge, withoutEmpty } from "../../../functions/maps.ts";
import { sha256, text, toJson, trunc } from "../../../functions/strings.ts";
import type { InputParts } from "../../../manifest/input.ts";
import { instance, type Names, type Strings } from "../../common/names.ts";
import { chainContext, gateContext, presentGate } from "../../common/pipeline-context.ts";
import type { MakeContainer } from "../containers/container.ts";
import type { Gate } from "../gate/gate.ts";
import type { WorkloadValues } from "../values/values.ts";
import { podFields } from "./pod-fields.ts";
import { createPodLabels } from "./pod-labels.ts";
import { securityContextOf } from "./security-context.ts";
import { nearClaims } from "./shared-claims.ts";

/** The input of the pod of a workload. */
export interface PodSource {
  readonly chartName: string;
  readonly v: Reference<WorkloadValues>;
  readonly names: Names;
  readonly serviceAccountName: Expression<string>;
  readonly container: MakeContainer;
  readonly volumes: Expression<readonly Volume[]>;
  readonly gate: Gate;
  /** A Job's restart policy; absent for pods that always restart. */
  readonly restartPolicy?: Expression<string>;
  readonly activeDeadlineSeconds?: Expression<number | undefined>;
}

/** A pod template, and the parts of it that a pipeline uses when stages share a pod. */
export interface Pod {
  readonly template: InputParts<PodTemplateSpec>;
  readonly initContainers: Expression<readonly Container[]>;
  /** A hash of the data of the chart's ConfigMaps; "" where there are none. */
  readonly checksum: Expression<string>;
}

/** Makes the pod template of a workload. Its metadata has selector labels only: a new chart version restarts no pod. */
export function createPod(source: PodSource): Pod {
  const { v, names, container, gate } = source;
  // Only a pod that runs to completion can be that of a chain.
  const inChain = <T>(part: T): readonly T[] => (source.restartPolicy === undefined ? [] : [part]);
  const mainContainer = container("main", v, { restartPolicy: v.containerRestartPolicy });
  const initContainers = include(defineInitContainers(source));
  const allInitContainers = concat(gate.containers, ...inChain(chainContext.initContainers), initContainers);
  const volumes = uniq(concat(gate.volumes, ...inChain(chainContext.volumes), source.volumes));
  const pullSecrets = uniq(
    concat(...inChain(chainContext.pullSecrets), v.image.pullSecrets, v.global.imagePullSecrets),
  );
  const sidecars = ordered(where(v.sidecars, "native", false));
  const checksum = include(defineChecksum(source));
  const labels = createPodLabels(v, names, source.restartPolicy !== undefined);
  const affinity = nearClaims(v.affinity, labels.claims, instance);
  return {
    initContainers,
    checksum,
    template: {
      metadata: {
        labels: labels.all,
        annotations: bind("checksum", checksum, (value) =>
          bind("ownAnnotations", checksumAnnotation(value), (own) =>
            bind("rerunAnnotations", rerunAnnotation, (rerun) => {
              const annotations = merge<string>(own, rerun, ...inChain(chainContext.annotations), v.podAnnotations);
              return when(nonEmpty(annotations), annotations);
            }),
          ),
        ),
      },
      spec: {
        serviceAccountName: source.serviceAccountName,
        automountServiceAccountToken: v.serviceAccount.automountServiceAccountToken,
        imagePullSecrets: when(nonEmpty(pullSecrets), [
          forEachItem(pullSecrets, (name): InputParts<LocalObjectReference> => ({ name })),
        ]),
        ...(source.activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds: source.activeDeadlineSeconds }),
        securityContext: securityContextOf(v.podSecurityContext, v.podSecurity),
        initContainers: when(nonEmpty(allInitContainers), allInitContainers),
        containers: [
          mainContainer,
          forEach(sidecars, (name, entry) =>
            container(name, entry, { path: text`sidecars.${name}.`, restartPolicy: entry.restartPolicy }),
          ),
        ],
        volumes: when(nonEmpty(volumes), volumes),
        ...podFields(v, affinity),
        // Helm trims the end of a Job that is a hook: no text of the values may be there.
        ...(source.restartPolicy === undefined ? {} : { restartPolicy: source.restartPolicy }),
      },
    },
  };
}

function defineInitContainers({ chartName, v, container }: PodSource): Define<readonly Container[]> {
  const native = where(v.sidecars, "native", true);
  const isNative = (name: Expression<string>): Expression<boolean> => hasEntry(native, name);
  const pathOf = (name: Expression<string>): Expression<string> =>
    text`${ternary(isNative(name), "sidecars", "initContainers")}.${name}.`;
  return new Define<readonly Container[]>(
    `${chartName}.initContainers`,
    "array",
    // A native sidecar is an init container that restarts: it starts before the main container and ends with it.
    [
      forEach(orderTogether(v.initContainers, native), (name, entry) =>
        container(name, entry, {
          path: pathOf(name),
          restartPolicy: ternary<string | undefined>(isNative(name), "Always", entry.restartPolicy),
        }),
      ),
    ],
    "The containers that start before the main one: init containers and native sidecars, in one order.",
  );
}

// A change of the data of the chart's ConfigMaps changes the checksum, which restarts the pods.
function defineChecksum({ chartName, v }: PodSource): Define<string> {
  const configMaps = enabled(v.configMaps);
  return new Define<string>(
    `${chartName}.checksum`,
    "string",
    when(
      nonEmpty(configMaps),
      bind("data", fieldOfEach(configMaps, "data"), (data) =>
        bind("binaryData", withoutEmpty(fieldOfEach(configMaps, "binaryData")), (binaryData) =>
          choose(nonEmpty(binaryData), sha256(toJson(list<object>(data, binaryData))), sha256(toJson(data))),
        ),
      ),
    ),
    "A hash of the data of the ConfigMaps.",
  );
}

// The names of Jobs end in a hash: another run of a dependency changes the annotation, and so runs this stage.
const rerunAnnotation = ternary<Strings>(
  and(gateContext.reruns, nonEmpty(gateContext.upstream)),
  { "checksum/upstream": trunc(sha256(toJson(presentGate.upstream)), 8) } as never, // a map with an expression in it
  {},
);

function checksumAnnotation(checksum: Expression<string>): Expression<Strings> {
  return ternary<Strings>(nonEmpty(checksum), { "checksum/config": checksum } as never, {}); // a map with an expression in it
}
