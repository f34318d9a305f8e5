/**
 * The test of a workload for `helm test`: a pod that checks that the Service answers, or that the Job has succeeded.
 */
import { type ChartTemplate, defineTestTemplate } from "../../../chart/chart-template.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, nonEmpty } from "../../../functions/logic.ts";
import { dict, hasEntry, merge } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import type { Strings } from "../../common/names.ts";
import type { Awaited, GateContext } from "../../common/pipeline-context.ts";
import { GATE_DIRECTORY } from "../gate/gate-script.ts";
import { leavesIds } from "../pod/security-context.ts";
import type { WorkloadValues } from "../values/values.ts";
import type { Workload } from "../workload.ts";
import { testLabels } from "./test-labels.ts";
import { createTestObjects, testHook } from "./test-objects.ts";

/**
 * The target of a chart's tests, and of those of a pipeline; empty where tests are disabled, or where one of the
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
    "The target of helm test.",
  );
}

/** Makes the template of a chart's test; its messages name the target, `what`. */
export function createTestTemplate<T extends WorkloadValues>(
  chartName: string,
  what: "job" | "service",
  workload: Workload<T>,
  tested: Define<Partial<Awaited>>,
): ChartTemplate {
  return defineTestTemplate({
    chartName,
    kind: "connection",
    source: "generator/library/workload/helm-test/helm-test.ts",
    documents: testDocuments(what, workload as unknown as Workload<WorkloadValues>, tested),
  });
}

function testDocuments(
  what: "job" | "service",
  { v, names }: Workload<WorkloadValues>,
  tested: Define<Partial<Awaited>>,
): Documents {
  return bind("name", fitName(text`${names.fullname}-test`, 63), (name) =>
    bind("tested", include(tested), (found) => {
      // It asks of both halves: the other one is absent, and so empty.
      const upstream = dict<GateContext["upstream"]>({ [what]: found as Reference<Awaited> });
      const before = names.metadata(name, { annotations: dict<Strings>(testHook("0")) });
      const objects = createTestObjects({
        name,
        namespace: names.namespace,
        metadata: {
          before,
          pod: {
            name,
            namespace: names.namespace,
            // Without the labels of the stage's own pods, or its Service would send it requests.
            labels: merge<string>({ "app.kubernetes.io/name": name, ...testLabels }, names.labels),
            annotations: testHook("1"),
          },
        },
        global: v.global,
        image: v.tests.image,
        timeout: v.tests.timeoutSeconds,
        awaiting: { upstream, areJobs: what === "job" },
        leavesIds: leavesIds(v.podSecurity),
        command: ["sh", `${GATE_DIRECTORY}/gate.sh`, "run"],
      });
      return [
        guard(
          and(v.tests.enabled, hasEntry(enabled(v.configMaps), "test")),
          "configMaps.test: expected another name, test is reserved for helm test",
        ),
        when(nonEmpty(found), objects),
      ];
    }),
  );
}
