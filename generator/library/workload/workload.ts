/** The parts that every workload chart has, besides its own objects. */
import type { Volume } from "kubernetes-types/core/v1.d.ts";
import { type ChartTemplate, defineTemplate } from "../../chart/chart-template.ts";
import type { ServiceAddress } from "../../chart/stage-contract.ts";
import { chart, kubeVersion } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { guard } from "../../expression/guard.ts";
import { type Reference, valuesOf } from "../../expression/reference.ts";
import { where } from "../../functions/entries.ts";
import { list } from "../../functions/lists.ts";
import { and, nonEmpty, orIfEmpty } from "../../functions/logic.ts";
import { lookUp, merge } from "../../functions/maps.ts";
import type { Documents } from "../../manifest/input.ts";
import { checkSelectorLabels } from "../common/checks/check-labels.ts";
import { checkAnnotations } from "../common/checks/size-limits.ts";
import { createExtraObjectsTemplate } from "../common/extra-objects/extra-objects.ts";
import { defineReferables, type OwnReferables, type Referables } from "../common/extra-objects/referables.ts";
import { createNames, type Names, type ObjectMetadata, type Strings } from "../common/names.ts";
import { checkNewerFields } from "../common/newer-fields/check-newer-fields.ts";
import { chainContext, pipelineContext } from "../common/pipeline-context.ts";
import { checkPod } from "./checks/check-pod.ts";
import { checkPodLabels } from "./checks/check-pod-labels.ts";
import { checkScheduling, checkSchedulingLabels } from "./checks/check-scheduling.ts";
import { checkClaims } from "./checks/containers/check-claims.ts";
import { checkContainerReferences } from "./checks/containers/check-container-references.ts";
import { checkContainers } from "./checks/containers/check-containers.ts";
import { checkNamedPorts } from "./checks/containers/check-named-ports.ts";
import { checkPodResources } from "./checks/containers/check-pod-resources.ts";
import { checkRestarts } from "./checks/containers/check-restarts.ts";
import { checkVariables } from "./checks/containers/check-variables.ts";
import { bindEnabled } from "./checks/enabled-entries.ts";
import { checkHostPorts } from "./checks/network/check-host-ports.ts";
import { checkPodSecurity } from "./checks/security/check-pod-security.ts";
import { checkConfigMapReferences } from "./checks/volumes/check-config-map-references.ts";
import { checkConfigMaps } from "./checks/volumes/check-config-maps.ts";
import { configMapNameOf, createConfigMaps } from "./config-map.ts";
import { createContainer, type MakeContainer } from "./containers/container.ts";
import { createGate } from "./gate/gate.ts";
import { createPod, type Pod } from "./pod/pod.ts";
import { addedLabels, type Controller, createPodLabels } from "./pod/pod-labels.ts";
import { createNetworkPolicy } from "./service/network-policy.ts";
import { createServiceAccount, serviceAccountNameOf } from "./service-account.ts";
import type { WorkloadValues } from "./values/values.ts";
import { ownClaims } from "./volumes/own-claims.ts";
import { singlePodClaims } from "./volumes/pod-claims.ts";
import { createVolumes } from "./volumes/volumes.ts";

/** The names, the pod and the objects that every workload chart has. */
export interface Workload<T extends WorkloadValues, out A extends Addresses = Addresses> {
  /** The values, as references: `v.image.tag` in a manifest is `.Values.image.tag` in its template. */
  readonly v: Reference<T>;
  /** The names and labels of its objects. */
  readonly names: Names;
  /** The metadata of the controller: its name, and the values' labels and annotations, with more that win. */
  readonly metadata: (name: Expression<string>, annotations?: Expression<Strings>) => ObjectMetadata;
  /** The pod: `pod.template` is the template of its controller. */
  readonly pod: Pod;
  /** The `volumes` of a pod that has the values' volumes; `pod` has them already. */
  readonly volumes: Expression<readonly Volume[]>;
  /** Makes a container from a part of the values: `container("main", v)` is the main one, which `pod` has already. */
  readonly container: MakeContainer;
  /** The name of the ServiceAccount of its pods. */
  readonly serviceAccountName: Expression<string>;
  /** The objects that a pipeline includes in addition for a stage with dependencies. */
  readonly gate: Define<Documents>;
  /** The claims of other stages that its pod mounts and no other pod may: the volume by the path of the access modes. */
  readonly podClaims: Define<Readonly<Record<string, string>>>;
  /** The level of Pod Security of its pods. */
  readonly podSecurity: Define<string>;
  /** What references in whole objects can name of the chart. */
  readonly referables: Define<Referables>;
  /** The addresses of its Services. */
  readonly addresses: A;
  /** The checks that must precede the object that holds the pod: those of its values, and those of its labels. */
  readonly guards: Documents;
  /** The checks of its values alone, which a stage also passes whose containers run in the pod of another. */
  readonly valueGuards: Expression<Documents>;
  /** The files of the common objects. */
  readonly templates: readonly ChartTemplate[];
}

/** The addresses of a workload's Services, for references in whole objects. */
export interface Addresses {
  /** The address of the Service for clients; absent: it has none. */
  readonly address?: Define<ServiceAddress>;
  /** Of a headless Service and of replicas with a name of their own. */
  readonly replicas?: Pick<OwnReferables, "headless" | "pods" | "replicaClaims">;
}

/** Where a workload's own parts come from; `A` are its addresses, where it has some. */
export interface WorkloadSource<T extends WorkloadValues, A extends Addresses = Addresses> {
  readonly chartName: string;
  readonly model: object;
  readonly restartPolicy?: (v: Reference<T>) => Expression<string>;
  /** The deadline of a Job's pods, in seconds. */
  readonly activeDeadlineSeconds?: (v: Reference<T>) => Expression<number | undefined>;
  /** The kind of its controller, which adds labels to the pods; absent: any. */
  readonly controller?: Controller;
  /** Claim templates, which the main container mounts too. */
  readonly moreVolumes?: (v: Reference<T>) => Expression<unknown>;
  /** Makes the addresses of its Services, which whole objects can name; absent: it has none. */
  readonly addresses?: (workload: Pick<Workload<T>, "v" | "names">) => A;
}

/** Makes the common parts of a workload chart from its values model. */
export function createWorkload<T extends WorkloadValues, A extends Addresses = Addresses>(
  source: WorkloadSource<T, A>,
): Workload<T, A> {
  const { chartName, model } = source;
  const own = valuesOf<T>(model);
  const v = valuesOf<WorkloadValues>(model);
  const names = createNames(chartName, v);
  const configMapName = configMapNameOf(names);
  const moreVolumes = source.moreVolumes?.(own);
  const restartPolicy = source.restartPolicy?.(own);
  const activeDeadlineSeconds = source.activeDeadlineSeconds?.(own);
  const runsToEnd = restartPolicy !== undefined;
  const container = createContainer({
    chartName,
    model,
    v,
    configMapName,
    runsToEnd,
    ...(moreVolumes === undefined ? {} : { moreVolumes }),
  });
  const { volumes, claims } = createVolumes({ chartName, v, names, configMapName, runsToEnd });
  const serviceAccountName = serviceAccountNameOf(chartName, v, names);
  const addresses = source.addresses?.({ v: own, names }) ?? ({} as A); // without the function, A is all absent
  const referables = defineReferables(chartName, names, {
    serviceAccount: serviceAccountName,
    selectorLabels: names.selectorLabels,
    claims: ownClaims(v.volumes, names),
    ...(addresses.address === undefined ? {} : { address: include(addresses.address) }),
    ...addresses.replicas,
  });
  const gate = createGate({ chartName, v, names, serviceAccountName, runsToEnd });
  const pod = createPod({
    chartName,
    v,
    names,
    serviceAccountName,
    container,
    volumes,
    gate,
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
    ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }),
  });
  const valueGuards = defineGuards(
    `${chartName}.guards`,
    [
      checkNewerFields(chartName, model),
      ...names.checkCommonLabels,
      names.checkLabels("labels", v.labels),
      names.checkLabels("serviceAccount.labels", v.serviceAccount.labels),
      checkSelectorLabels("podLabels", v.podLabels),
      names.checkAnnotations("annotations", v.annotations),
      names.checkAnnotations("serviceAccount.annotations", v.serviceAccount.annotations),
      checkAnnotations("podAnnotations", v.podAnnotations, {}),
      bindEnabled(v, (entries) => [
        ...checkPodSecurity(v, entries),
        checkConfigMaps(v, entries),
        checkConfigMapReferences(v, entries, configMapName),
        checkContainers(v, entries),
        checkContainerReferences(v, entries),
        checkPodResources(v.podResources, v.resources, entries.initContainers, entries.sidecars),
        // Only pods that run to an end are shared.
        ...(runsToEnd ? [checkSharedResources(v.podResources)] : []),
        checkRestarts(
          kubeVersion.version,
          v.restartPolicyRules,
          entries.initContainers,
          entries.sidecars,
          where(v.sidecars, "native", true),
        ),
        checkVariables(entries.volumes, v.env, entries.initContainers, entries.sidecars),
        checkNamedPorts(v, entries),
        checkHostPorts(v.podSecurity, v.hostNetwork, v.ports, entries.initContainers, entries.sidecars),
        checkClaims(v.resources, v.resourceClaims, entries.initContainers, entries.sidecars),
        ...checkScheduling(v),
        ...checkLabels(v, source.controller),
        checkPod(v, entries, moreVolumes),
      ]) as Documents, // guards alone
    ],
    "Refuses values that the chart cannot render correctly.",
  );
  const labelGuards = defineGuards(
    `${chartName}.podLabelGuards`,
    [checkSchedulingLabels(v, createPodLabels(v, names, runsToEnd).all, addedLabels(source.controller))],
    "Refuses values that do not fit the labels of the pod.",
  );
  const template = (
    kind: string,
    file: string,
    documents: Parameters<typeof defineTemplate>[0]["documents"],
  ): ChartTemplate => defineTemplate({ chartName, kind, source: `generator/library/workload/${file}`, documents });
  return {
    v: own,
    names,
    metadata: (name, more) => {
      const annotations = more === undefined ? v.annotations : merge<string>(more, v.annotations);
      return names.metadata(name, { labels: v.labels, annotations });
    },
    pod,
    volumes,
    container,
    serviceAccountName,
    gate: gate.objects,
    podClaims: new Define<Readonly<Record<string, string>>>(
      `${chartName}.podClaims`,
      "object",
      singlePodClaims(v.volumes, pipelineContext.accessModes) as never, // a map that a function makes
      "The claims of other stages that only one pod can mount, for the pipeline.",
    ),
    podSecurity: new Define<string>(
      `${chartName}.podSecurity`,
      "string",
      v.podSecurity,
      "The level of Pod Security of the pods.",
    ),
    referables,
    addresses,
    guards: [valueGuards, labelGuards],
    valueGuards,
    templates: [
      template("serviceAccount", "service-account.ts", createServiceAccount(v, names, serviceAccountName)),
      template("configMap", "config-map.ts", createConfigMaps(v, names)),
      template("persistentVolumeClaim", "volumes/volumes.ts", claims),
      template("networkPolicy", "service/network-policy.ts", createNetworkPolicy(v, names, !runsToEnd)),
      createExtraObjectsTemplate(chartName, {
        objects: v.extraObjects,
        labels: names.labels,
        // In a pod that stages share, the pipeline knows which of them has it.
        own: orIfEmpty<unknown>(
          lookUp("object", pipelineContext.referables, chart.name),
          include(referables),
        ) as Expression<Referables>, // "" is empty
        stages: pipelineContext.referables,
      }),
    ],
  };
}

// A chart that names no controller may have any.
function checkLabels({ podLabels }: Reference<WorkloadValues>, controller?: Controller): readonly Documents[] {
  if (controller === undefined) return [];
  return [checkPodLabels(podLabels, list<string>(...addedLabels(controller)), controller)];
}

function checkSharedResources(podResources: Expression<unknown>): Documents {
  return guard(
    and(nonEmpty(podResources), nonEmpty(chainContext.initContainers)),
    "podResources: expected none where earlier stages run in the pod, with resources of their own",
  );
}

function defineGuards(name: string, guards: readonly Documents[], comment: string): Expression<Documents> {
  return include(new Define<Documents>(name, "documents", guards, comment, { isCheck: true }));
}
