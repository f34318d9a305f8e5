/** What `helm test` runs of a workload: a pod that sees to it that the Service answers, or that the Job has succeeded. */
import type { Pod, ServiceAccount } from "kubernetes-types/core/v1.d.ts";
import { type ChartTemplate, defineTestTemplate } from "../../chart/chart-template.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import { Expression, toNode } from "../../expression/expression.ts";
import { forEachItem } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, nonEmpty } from "../../functions/logic.ts";
import { hasEntry, merge } from "../../functions/maps.ts";
import { fitName, text } from "../../functions/strings.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Strings } from "../common/names.ts";
import type { Awaited, GateContext } from "../common/pipeline-context.ts";
import { filesConfigMap, filesMount, filesVolume, rightsToSee, waitingContainer } from "./gate-parts.ts";
import { GATE_DIRECTORY } from "./gate-script.ts";
import { imageReference } from "./image.ts";
import { testLabels } from "./test-labels.ts";
import { POD_SECURITY, type WorkloadValues } from "./values.ts";
import type { Workload } from "./workload.ts";

/** The annotations of an object that is there while `helm test` runs; what belongs to the pod comes before it. */
export function testHook(weight: "0" | "1"): Readonly<Record<string, string>> {
  return {
    "helm.sh/hook": "test",
    "helm.sh/hook-delete-policy": "before-hook-creation,hook-succeeded",
    "helm.sh/hook-weight": weight,
  };
}

/**
 * What a chart's tests look at, and those of a pipeline too; empty where they are switched off, or where one of the
 * conditions does not hold.
 */
export function defineTested<T extends WorkloadValues>(
  chartName: string,
  { v }: Workload<T>,
  awaited: Define<Partial<Awaited>>,
  ...conditions: readonly Expression<boolean>[]
): Define<Partial<Awaited>> {
  const { tests } = v as unknown as Reference<WorkloadValues>; // what every workload chart has
  const body = choose(and(tests.enabled, ...conditions), include(awaited), {});
  return new Define<Partial<Awaited>>(
    `${chartName}.tested`,
    "object",
    body as Input<Partial<Awaited>>, // nothing reads as an empty object
    "What helm test looks at.",
  );
}

/** Makes the template of a chart's test; `what` names the tested object in its messages. */
export function createTestTemplate<T extends WorkloadValues>(
  chartName: string,
  what: string,
  workload: Workload<T>,
  tested: Define<Partial<Awaited>>,
): ChartTemplate {
  return defineTestTemplate({
    chartName,
    kind: "connection",
    source: "generator/library/workload/test.ts",
    documents: testDocuments(what, workload as unknown as Workload<WorkloadValues>, tested),
  });
}

function testDocuments(
  what: string,
  { v, names }: Workload<WorkloadValues>,
  tested: Define<Partial<Awaited>>,
): Documents {
  return bind("name", fitName(text`${names.fullname}-test`, 63), (name) =>
    bind("tested", include(tested), (found) => {
      const awaiting = { upstream: new Expression<GateContext["upstream"]>(toNode({ [what]: found })) };
      const before = names.metadata(name, { annotations: new Expression<Strings>(toNode(testHook("0"))) });
      const account: Input<ServiceAccount> = {
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: before,
        automountServiceAccountToken: false,
      };
      const pod: Input<Pod> = {
        apiVersion: "v1",
        kind: "Pod",
        metadata: {
          name,
          namespace: names.namespace,
          // Without the labels of the stage's own pods, or its Service would send it requests.
          labels: merge<string>({ "app.kubernetes.io/name": name, ...testLabels }, names.labels),
          annotations: testHook("1"),
        },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          imagePullSecrets: when(nonEmpty(v.global.imagePullSecrets), [
            forEachItem(v.global.imagePullSecrets, (secret) => ({ name: secret })),
          ]),
          restartPolicy: "Never",
          securityContext: POD_SECURITY,
          containers: [
            {
              name: "test",
              ...waitingContainer(imageReference(v.tests.image, v.global.imageRegistry), v.tests.image.pullPolicy),
              command: ["sh", `${GATE_DIRECTORY}/gate.sh`, "run"],
              volumeMounts: [filesMount],
            },
          ],
          volumes: [filesVolume(name, awaiting)],
        },
      };
      return [
        guard(
          and(v.tests.enabled, hasEntry(enabled(v.configMaps), "test")),
          "configMaps.test: expected another name, test is that of what helm test runs",
        ),
        when(nonEmpty(found), [
          account,
          filesConfigMap(before, awaiting, v.tests.timeoutSeconds),
          rightsToSee(before, awaiting, { name, namespace: names.namespace }),
          pod,
        ]),
      ];
    }),
  );
}
