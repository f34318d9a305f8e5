/** The objects that exist while `helm test` runs: a pod that waits as gates do, and what it needs. */
import type { Pod, ServiceAccount, Volume, VolumeMount } from "kubernetes-types/core/v1.d.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import type { Reference } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import type { Documents, Input, InputItem } from "../../../manifest/input.ts";
import type { ObjectMetadata } from "../../common/names.ts";
import { imageReference } from "../containers/image.ts";
import {
  type Awaiting,
  filesMount,
  filesVolume,
  inputConfigMap,
  rightsToSee,
  waitingContainer,
} from "../gate/gate-parts.ts";
import { GATE_FILE, GATE_SCRIPT } from "../gate/gate-script.ts";
import { POD_SECURITY, POD_SECURITY_WITHOUT_IDS, type WorkloadValues } from "../values/values.ts";

/** The input of a test. */
export interface TestSource {
  readonly name: Expression<string>;
  readonly namespace: Expression<string>;
  readonly metadata: ObjectMetadata;
  readonly global: Reference<Pick<WorkloadValues["global"], "imageRegistry" | "imagePullSecrets">>;
  readonly image: Reference<WorkloadValues["tests"]["image"]>;
  /** Seconds. */
  readonly timeout: Expression<number>;
  readonly awaiting: Awaiting;
  /** Whether the cluster sets the ids of users and groups. */
  readonly leavesIds: Expression<boolean>;
  readonly command: readonly string[];
  readonly mounts?: readonly InputItem<VolumeMount>[];
  readonly volumes?: readonly InputItem<Volume>[];
}

/** Makes the objects of a test. */
export function createTestObjects(source: TestSource): readonly Documents[] {
  const { name, namespace, metadata, awaiting, timeout } = source;
  const account: Input<ServiceAccount> = {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata,
    automountServiceAccountToken: false,
  };
  return [
    account,
    inputConfigMap(metadata, awaiting, timeout, { [GATE_FILE]: GATE_SCRIPT }),
    rightsToSee(metadata, awaiting, { name, namespace }),
    createPod(source),
  ];
}

function createPod({
  name,
  metadata,
  global,
  image,
  awaiting,
  leavesIds,
  command,
  mounts = [],
  volumes = [],
}: TestSource): Input<Pod> {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata,
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      imagePullSecrets: when(nonEmpty(global.imagePullSecrets), [
        forEachItem(global.imagePullSecrets, (secret) => ({ name: secret })),
      ]),
      restartPolicy: "Never",
      securityContext: choose(leavesIds, POD_SECURITY_WITHOUT_IDS, POD_SECURITY),
      containers: [
        {
          name: "test",
          ...waitingContainer(imageReference("global.pipeline.gate.", image, global.imageRegistry), image.pullPolicy),
          command,
          volumeMounts: [filesMount, ...mounts],
        },
      ],
      volumes: [filesVolume([name], awaiting), ...volumes],
    },
  };
}
