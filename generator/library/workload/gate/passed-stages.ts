/** The stages that have succeeded once, read from the cluster; none if Helm is not connected to one. */
import type { JobStatus } from "kubernetes-types/batch/v1.d.ts";
import { bind, collectMap } from "../../../expression/bind.ts";
import { defineFunction, entry, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import { when } from "../../../expression/when.ts";
import { keysOf } from "../../../functions/keys.ts";
import { join, sorted } from "../../../functions/lists.ts";
import { and, eq, nonEmpty, or } from "../../../functions/logic.ts";
import { lookUpObject } from "../../../functions/look-up-object.ts";
import { first, last, split } from "../../../functions/split.ts";
import { contains } from "../../../functions/strings.ts";

interface GateConfigMap {
  readonly data: { readonly passed: string; readonly upstream: string };
}
const configMapSchema = {
  properties: {
    data: {
      type: "object",
      properties: { passed: { type: "string", default: "" }, upstream: { type: "string", default: "" } },
    },
  },
} as const;

interface AnyJob {
  readonly status: Pick<JobStatus, "conditions">;
}
const condition = { properties: { type: { type: "string" }, status: { type: "string" } } } as const;
const jobSchema = { properties: { status: { properties: { conditions: { items: condition } } } } } as const;

const namesOfPassed = defineFunction({
  name: "passedStages",
  comment: `The dependencies whose Jobs have succeeded once: those that the gate's ConfigMap in the cluster names as passed, and
those whose Jobs, as it lists them, are complete. Nothing if Helm is not connected to a cluster.`,
  params: { namespace: stringParam, name: stringParam },
  result: "text",
  body: ({ namespace, name }) =>
    bind(
      "configMap",
      lookUpObject<GateConfigMap>({ apiVersion: "v1", kind: "ConfigMap", namespace, name }),
      ({ data }) =>
        collectMap<boolean, unknown>(
          "passed",
          [
            forEachItem(split(data.passed, " "), (stage) => when(nonEmpty(stage), entry(stage, true)), { as: "stage" }),
            forEachItem(split(data.upstream, "\n"), (line) => completedIn(line, namespace), { as: "line" }),
          ],
          (passed) => join(sorted(keysOf(passed)), " "),
        ),
      configMapSchema,
    ),
});

// A line describes a stage, and ends in the name of its Job if it has one.
function completedIn(line: Expression<string>, namespace: Expression<string>): unknown {
  return when(
    or(contains(line, " job "), contains(line, " before ")),
    bind("words", split(line, " "), (words) =>
      bind(
        "job",
        lookUpObject<AnyJob>({ apiVersion: "batch/v1", kind: "Job", namespace, name: last(words) }),
        ({ status }) =>
          forEachItem(
            status.conditions,
            ({ type, status: state }) => when(and(eq(type, "Complete"), eq(state, "True")), entry(first(words), true)),
            { as: "condition" },
          ),
        jobSchema,
      ),
    ),
  );
}

/** The names of the stages that have succeeded once, with spaces between; `configMap` is the name of the gate's. */
export function passedStages(namespace: Expression<string>, configMap: Expression<string>): Expression<string> {
  return namesOfPassed(namespace, configMap);
}
