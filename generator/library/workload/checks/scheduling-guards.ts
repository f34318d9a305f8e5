/** What the fields of a pod must not say twice, or in two ways. */
import { bind } from "../../../expression/bind.ts";
import { Expression } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import { repeatedEntry } from "../../common/repeated-entry.ts";
import type { WorkloadValues } from "../values/values.ts";
import { checkAffinityLabels } from "./contested-label.ts";

// Those that the values give: the default of the security context has none.
const kernelParameters = new Expression<unknown>({
  op: "path",
  type: "array",
  root: ".",
  keys: ["Values", "podSecurityContext", "sysctls"],
  optional: true,
  schema: {},
  models: [],
});

/**
 * Refuses two spread constraints, or kernel parameters, that the API server takes for one, and labels that must agree and
 * differ.
 */
export function schedulingGuards(v: Reference<WorkloadValues>): readonly Documents[] {
  const repeated = repeatedEntry(v.topologySpreadConstraints, "topologyKey", "whenUnsatisfiable");
  return [
    bind("repeated", repeated, (found) =>
      guard(
        nonEmpty(found),
        text`topologySpreadConstraints: expected a topologyKey and whenUnsatisfiable of its own in each, got ${found} twice`,
      ),
    ),
    bind("repeated", repeatedEntry(kernelParameters, "name"), (found) =>
      guard(nonEmpty(found), text`podSecurityContext.sysctls: expected a name of its own in each, got ${found} twice`),
    ),
    checkAffinityLabels(v.affinity),
  ];
}
