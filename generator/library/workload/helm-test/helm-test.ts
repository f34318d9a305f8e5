/**
 * The test of a workload for `helm test`: a pod that checks that the Service answers, or that the Job has succeeded.
 */

import type { ObjectMeta } from "kubernetes-types/meta/v1.d.ts";
import { type ChartTemplate, defineTestTemplate } from "../../../chart/chart-template.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { Reference } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { and, nonEmpty } from "../../../functions/logic.ts";
import { merge } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import type { Awaited } from "../../common/pipeline-context.ts";
import type { WorkloadValues } from "../values/values.ts";
import type { Workload } from "../workload.ts";
import { jobTest, serviceTest } from "./stage-test.ts";
import { TEST_HOOK, testLabels } from "./test-metadata.ts";

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

/** Makes the template of a chart's test. */
export function createTestTemplate<T extends WorkloadValues>(
  chartName: string,
  what: "job" | "service",
  workload: Workload<T>,
  tested: Define<Partial<Awaited>>,
): ChartTemplate {
  const own = workload as unknown as Workload<WorkloadValues>; // what every workload chart has
  const name = defineName(chartName, own);
  const metadata = defineMetadata(chartName, name, own);
  return defineTestTemplate({
    chartName,
    kind: "connection",
    source: "generator/library/workload/helm-test/helm-test.ts",
    documents: bind(
      "tested",
      include(tested),
      (found): Documents => {
        const source = { name, metadata, workload: own, tested: found as Reference<Awaited> }; // if it is not empty
        return when(nonEmpty(found), what === "job" ? jobTest(source) : serviceTest(source));
      },
      targetSchema,
    ),
  });
}

const string = { type: "string" } as const;
// A target has the fields of its kind.
const targetSchema = {
  required: ["job", "namespace", "host", "port"],
  properties: { job: string, namespace: string, host: string, port: { type: "integer" } },
} as const;

function defineName(chartName: string, { names }: Workload<WorkloadValues>): Expression<string> {
  return include(
    new Define<string>(
      `${chartName}.testName`,
      "string",
      fitName(text`${names.fullname}-test`, 63),
      "The name of the objects of helm test.",
    ),
  );
}

function defineMetadata(
  chartName: string,
  name: Expression<string>,
  { v, names }: Workload<WorkloadValues>,
): Expression<ObjectMeta> {
  return include(
    new Define<ObjectMeta>(
      `${chartName}.testMetadata`,
      "object",
      {
        name,
        namespace: names.namespace,
        // Without the name of the stage's own pods, or its Service would send requests to the test.
        labels: merge<string>(
          { "app.kubernetes.io/name": name, ...testLabels },
          names.selectorLabels,
          v.commonLabels,
          v.global.commonLabels,
        ),
        annotations: merge<string>(TEST_HOOK, v.commonAnnotations),
      },
      "The metadata of the objects of helm test.",
    ),
  );
}
