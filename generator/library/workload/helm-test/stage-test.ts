/** The objects of the test of a chart alone: a pod, and for a Job the permission to read it. */
import type { Pod } from "kubernetes-types/core/v1.d.ts";
import type { ObjectMeta } from "kubernetes-types/meta/v1.d.ts";
import type { Role } from "kubernetes-types/rbac/v1.d.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { nonEmpty, not } from "../../../functions/logic.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { inline } from "../../../manifest/inline.ts";
import type { Documents, Input } from "../../../manifest/input.ts";

import type { Awaited } from "../../common/pipeline-context.ts";
import { imageReference } from "../containers/image.ts";
import { bindRole } from "../gate/gate-parts.ts";
import { leavesIds } from "../pod/security-context.ts";
import { POD_SECURITY, type WorkloadValues } from "../values/values.ts";
import type { Workload } from "../workload.ts";
import { JOB_TEST, SERVICE_TEST } from "./test-scripts.ts";

/** The input of a test. */
export interface StageTestSource {
  readonly name: Expression<string>;
  readonly metadata: Expression<ObjectMeta>;
  readonly workload: Workload<WorkloadValues>;
  readonly tested: Reference<Awaited>;
}

/** A pod that waits until the Job has ended, and its permission to read it. */
export function jobTest(source: StageTestSource): Documents {
  const { name, metadata, workload, tested } = source;
  const role: Input<Role> = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata,
    rules: [inline({ apiGroups: ["batch"], resources: ["jobs"], resourceNames: [tested.job], verbs: ["get"] })],
  };
  const jobs = "https://kubernetes.default.svc/apis/batch/v1/namespaces";
  return [
    role,
    bindRole(metadata, name, { name: workload.serviceAccountName, namespace: workload.names.namespace }),
    testPod(source, {
      script: JOB_TEST,
      argument: text`${jobs}/${tested.namespace}/jobs/${tested.job}`,
      hasToken: true,
    }),
  ];
}

/** A pod that waits until the Service answers. */
export function serviceTest(source: StageTestSource): Documents {
  const { host, port } = source.tested;
  return testPod(source, { script: SERVICE_TEST, argument: text`${host}:${toJson(port)}`, hasToken: false });
}

interface Test {
  readonly script: string;
  /** What the script knows as `$0`. */
  readonly argument: Expression<string>;
  readonly hasToken: boolean;
}

function testPod(
  { metadata, workload: { v, serviceAccountName } }: StageTestSource,
  { script, argument, hasToken }: Test,
): Input<Pod> {
  const { image, timeoutSeconds } = v.tests;
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata,
    spec: {
      serviceAccountName,
      automountServiceAccountToken: hasToken,
      imagePullSecrets: when(nonEmpty(v.global.imagePullSecrets), [
        forEachItem(v.global.imagePullSecrets, (secret) => ({ name: secret })),
      ]),
      restartPolicy: "Never",
      activeDeadlineSeconds: timeoutSeconds,
      containers: [
        {
          name: "test",
          image: imageReference("tests.", image, v.global.imageRegistry),
          imagePullPolicy: image.pullPolicy,
          command: inline(["sh", "-c"]),
          args: [script, argument],
          securityContext: {
            runAsNonRoot: true,
            runAsUser: when(not(leavesIds(v.podSecurity)), POD_SECURITY.runAsUser),
            readOnlyRootFilesystem: true,
            allowPrivilegeEscalation: false,
            capabilities: inline({ drop: ["ALL"] }),
            seccompProfile: inline({ type: "RuntimeDefault" }),
          },
        },
      ],
    },
  };
}
