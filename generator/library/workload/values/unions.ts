/** The unions of a workload's values: the only place that names their branches. */

import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { defineOnlyBranch, defineUnion } from "../../../functions/unions.ts";
import type { Lifecycle } from "../../../values/kubernetes/types.ts";
import { HANDLER_BRANCHES, PROBE_BRANCHES } from "./container-values.ts";
import { ENV_BRANCHES, ENV_FROM_BRANCHES, VALUE_BRANCHES } from "./env-values.ts";
import { VOLUME_BRANCHES } from "./volume-values.ts";

/** The branch of a volume: its `type`, else the only source that is given. */
export const volumeType = defineUnion({
  name: "volumeType",
  comment: "The source of a volume that is used: the one that type names, else the only one that is given.",
  of: "volume",
  branches: VOLUME_BRANCHES,
});

/** Where a variable's value comes from. */
export const variableType = defineUnion({
  name: "variableType",
  comment: "The source of an environment variable that is used: the one that type names, else the one that is given.",
  of: "variable",
  branches: ENV_BRANCHES,
});

/** The branch of a source of several variables. */
export const envFromType = defineUnion({
  name: "envFromType",
  comment:
    "The source of several environment variables that is used: the one that type names, else the one that is given.",
  of: "source",
  branches: ENV_FROM_BRANCHES,
});

/** The source of a variable's value, without branches left over from other values files. */
export const valueSource = defineOnlyBranch({
  name: "valueSource",
  comment: "The source of a variable's value with the branch that is used, without its type.",
  of: "source",
  branches: VALUE_BRANCHES,
});

/** A probe, without actions left over from other values files. */
export const probeOf = defineOnlyBranch({
  name: "probe",
  comment: "A probe with the action that is used, without its type.",
  of: "probe",
  branches: PROBE_BRANCHES,
});

const handlerOf = defineOnlyBranch({
  name: "handler",
  comment: "A lifecycle handler with the action that is used, without its type.",
  of: "handler",
  branches: HANDLER_BRANCHES,
});

/** The handlers of a container's lifecycle, each without actions left over from other values files. */
export const lifecycleOf: <T>(lifecycle: Expression<T>) => Expression<T> = defineFunction({
  name: "lifecycle",
  comment: "The handlers of a container's lifecycle, each with the action that is used.",
  params: { lifecycle: param<Readonly<Record<keyof Lifecycle, object>>>() },
  result: "map",
  body: ({ lifecycle }) => forEach(lifecycle, (event, handler) => entry(event, handlerOf(handler)), { as: "handler" }),
});
