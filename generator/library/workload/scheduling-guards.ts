/** What the fields of a pod must not say twice, or in two ways. */
import { bind } from "../../expression/bind.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { nonEmpty, orIfEmpty } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { repeatedEntry } from "../common/repeated-entry.ts";
import { contestedLabel } from "./contested-label.ts";
import type { WorkloadValues } from "./values.ts";

/**
 * Refuses two spread constraints, or kernel parameters, that the API server takes for one, and labels that must agree and
 * differ.
 */
export function schedulingGuards(v: Reference<WorkloadValues>): readonly Documents[] {
  const repeated = repeatedEntry(v.topologySpreadConstraints, "topologyKey", "whenUnsatisfiable");
  const parameters = orIfEmpty<unknown>(lookUp("array", v.podSecurityContext, "sysctls"), []);
  return [
    bind("repeated", repeated, (found) =>
      guard(
        nonEmpty(found),
        text`topologySpreadConstraints: expected a topologyKey and whenUnsatisfiable of its own in each, got ${found} twice`,
      ),
    ),
    bind("repeated", repeatedEntry(parameters, "name"), (found) =>
      guard(nonEmpty(found), text`podSecurityContext.sysctls: expected a name of its own in each, got ${found} twice`),
    ),
    bind("contested", contestedLabel(v.affinity), (label) =>
      guard(
        nonEmpty(label),
        text`affinity: expected ${label} in matchLabelKeys or in mismatchLabelKeys of a term, got it in both`,
      ),
    ),
  ];
}
