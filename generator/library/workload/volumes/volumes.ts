/** The volumes of a pod, and the claims that the chart makes for them. */
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec, Volume } from "kubernetes-types/core/v1.d.ts";
import type { ObjectMeta } from "kubernetes-types/meta/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { choose, matchOrLast, when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { eq, nonEmpty, orIfEmpty, present, required } from "../../../functions/logic.ts";
import { lookUp, merge } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import type { Documents, Input, InputParts } from "../../../manifest/input.ts";
import { spread } from "../../../manifest/spread.ts";
import type { Names, Strings } from "../../common/names.ts";
import { chainContext, pipelineContext } from "../../common/pipeline-context.ts";
import type { CommonValues } from "../../common/values.ts";
import { containerNames } from "../containers/container-names.ts";
import { downwardAPIInPod, projectedInPod } from "../containers/container-references.ts";
import { volumeType } from "../values/unions.ts";
import type { WorkloadValues } from "../values/values.ts";
import { devicePaths } from "./volume-mounts.ts";
import { volumeNames } from "./volume-names.ts";

/** The volumes of a workload's pods. */
export interface PodVolumes {
  /** The list of the pod's own volumes. */
  readonly volumes: Expression<readonly Volume[]>;
  /** The claims that the chart makes. */
  readonly claims: Documents;
}

interface Source {
  readonly chartName: string;
  readonly v: Reference<WorkloadValues>;
  readonly names: Names;
  readonly configMapName: (id: Expression<string>) => Expression<string>;
  /** Whether the pod runs to completion, and so may be that of a chain. */
  readonly runsToEnd: boolean;
}

/** Makes the volumes of a workload's pods and the claims for them. */
export function createVolumes(source: Source): PodVolumes {
  const { chartName, v, runsToEnd } = source;
  const active = enabled(v.volumes);
  const inChain = volumeNames(v.volumes, chainContext.stage);
  const volumes = new Define<readonly Volume[]>(
    `${chartName}.volumes`,
    "array",
    [
      forEach(active, (id, volume) => ({
        name: runsToEnd ? orIfEmpty(lookUp<string>("string", inChain, id), id) : id,
        ...spread("source", sourceOf(id, volume, source)),
      })),
    ],
    "The volumes of the pod.",
  );
  const claims = forEach(active, (id, volume) =>
    when(eq(volumeType(volume), "claim"), [
      bind("path", text`volumes.${id}.claim`, (path) => [
        source.names.checkLabels(text`${path}.labels`, given(volume.claim).labels),
        source.names.checkAnnotations(text`${path}.annotations`, given(volume.claim).annotations),
      ]),
      claimOf(id, volume, source),
    ]),
  );
  return { volumes: include(volumes), claims };
}

type VolumeReference = Reference<WorkloadValues["volumes"][string]>;

function sourceOf(id: Expression<string>, volume: VolumeReference, { v, names, configMapName, runsToEnd }: Source) {
  const containers = containerNames(v.initContainers, v.sidecars, chainContext.stage);
  const claimed = (claimName: Expression<string>) => ({ persistentVolumeClaim: { claimName } });
  const { stage, volume: shared } = given(volume.pipelineVolume);
  return bind("source", volumeType(volume), (kind) =>
    matchOrLast(kind, {
      existingClaim: claimed(given(volume.existingClaim)),
      claim: claimed(claimName(id, names.fullname)),
      pipelineVolume: claimed(
        required(
          lookUp<string>("string", pipelineContext.claims, stage, shared),
          text`volumes.${id}.pipelineVolume: no stage "${stage}" with a volume "${shared}" in this pipeline`,
        ),
      ),
      ephemeral: {
        ephemeral: {
          volumeClaimTemplate: {
            metadata: templateMetadata(given(volume.ephemeral), names),
            spec: { ...claimSpec(given(volume.ephemeral), v), ...blockMode(volume) },
          },
        },
      },
      csi: { csi: given(volume.csi) },
      configMap: { configMap: given(volume.configMap) },
      ownConfigMap: { configMap: { name: configMapName(given(volume.ownConfigMap)) } },
      secret: { secret: given(volume.secret) },
      projected: {
        projected: runsToEnd ? projectedInPod(given(volume.projected), containers) : given(volume.projected),
      },
      downwardAPI: {
        downwardAPI: runsToEnd ? downwardAPIInPod(given(volume.downwardAPI), containers) : given(volume.downwardAPI),
      },
      image: { image: given(volume.image) },
      nfs: { nfs: given(volume.nfs) },
      iscsi: { iscsi: given(volume.iscsi) },
      fc: { fc: given(volume.fc) },
      hostPath: { hostPath: given(volume.hostPath) },
      emptyDir: { emptyDir: given(volume.emptyDir) },
    }),
  );
}

/** The name of the claim that the chart makes for a volume. */
export function claimName(id: Expression<string>, fullname: Expression<string>): Expression<string> {
  return fitName(text`${fullname}-${id}`, 63);
}

function claimOf(id: Expression<string>, volume: VolumeReference, { v, names }: Source): Input<PersistentVolumeClaim> {
  const claim = given(volume.claim);
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: names.metadata(claimName(id, names.fullname), {
      kept: claim.retain,
      labels: claim.labels,
      annotations: claim.annotations,
    }),
    spec: { ...claimSpec(claim, v), ...blockMode(volume) },
  };
}

/**
 * The metadata of a template of claims. It is immutable, so it has the selector labels and the user's own: a label with
 * the chart's version would break every upgrade.
 */
export function templateMetadata(
  { labels, annotations }: Reference<{ readonly labels: Strings; readonly annotations: Strings }>,
  { selectorLabels }: Names,
): Input<Pick<ObjectMeta, "labels" | "annotations">> {
  return {
    labels: merge<string>(selectorLabels, labels),
    annotations: when(nonEmpty(annotations), annotations),
  };
}

// A container can see a volume as a device only if its claim requests one.
function blockMode(volume: VolumeReference): Input<Pick<PersistentVolumeClaimSpec, "volumeMode">> {
  return { volumeMode: when(nonEmpty(devicePaths(volume)), "Block" as const) };
}

/** The part of a claim's values that every claim has. */
export type ClaimValues = Pick<
  NonNullable<WorkloadValues["volumes"][string]["ephemeral"]>,
  | "size"
  | "sizeLimit"
  | "accessModes"
  | "storageClassName"
  | "volumeName"
  | "selector"
  | "dataSource"
  | "dataSourceRef"
  | "volumeAttributesClassName"
>;

/** The part of a claim's spec that every claim has. */
export function claimSpec(
  claim: Reference<ClaimValues>,
  v: Reference<CommonValues>,
): InputParts<PersistentVolumeClaimSpec> {
  return {
    accessModes: claim.accessModes,
    storageClassName: storageClass(claim.storageClassName, v.global.defaultStorageClass),
    resources: {
      requests: { storage: claim.size },
      limits: when(nonEmpty(claim.sizeLimit), { storage: given(claim.sizeLimit) }),
    },
    volumeName: claim.volumeName,
    selector: claim.selector,
    dataSource: when(nonEmpty(claim.dataSource), given(claim.dataSource)),
    dataSourceRef: when(nonEmpty(claim.dataSourceRef), given(claim.dataSourceRef)),
    volumeAttributesClassName: claim.volumeAttributesClassName,
  };
}

/** The class of a claim: its own, also "", else the shared one; absent where there is none. */
export function storageClass(own: Reference<string | undefined>, shared: Expression<string>) {
  return choose(present(own), given(own), when(nonEmpty(shared), shared));
}
