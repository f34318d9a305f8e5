/** Hosts of Services as the pods of another namespace than the release's reach them. */
import { release } from "../../../expression/built-in.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { nonEmpty, not, ternary } from "../../../functions/logic.ts";
import { contains, text } from "../../../functions/strings.ts";
import type { NamingValues } from "../../common/values.ts";

/** What hosts without a namespace have after them for the pods of a chart: nothing in the namespace of the release. */
export function zoneOf(v: Reference<Pick<NamingValues, "namespaceOverride">>): Expression<string> {
  return ternary(nonEmpty(v.namespaceOverride), text`.${release.namespace}`, "");
}

/** The host of a stage for pods with a zone, as the parts of a text: no name of a Service has a dot in it. */
export function hostFrom(host: Expression<string>, zone: Expression<string>): readonly unknown[] {
  return [host, when(not(contains(host, ".")), zone)];
}
