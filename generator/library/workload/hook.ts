/** A Job as a hook of Helm, where the ordering of a pipeline makes it one. */
import type { Expression } from "../../expression/expression.ts";
import { nonEmpty, ternary } from "../../functions/logic.ts";
import type { Strings } from "../common/names.ts";
import { hookContext, presentHook } from "../common/pipeline-context.ts";

/** Whether Helm runs the Job as a hook; it is an object of the release otherwise. */
export const isHook: Expression<boolean> = nonEmpty(hookContext.weight);

/** The annotations of a Job that Helm runs after an install or an upgrade; none for an object of the release. */
export const hookAnnotations: Expression<Strings> = ternary<Strings>(
  isHook,
  {
    "helm.sh/hook": "post-install,post-upgrade",
    "helm.sh/hook-delete-policy": "before-hook-creation",
    "helm.sh/hook-weight": presentHook.weight,
  } as never, // a map with an expression in it
  {},
);
