/** What a cluster offers. */
import { Expression, type Operand } from "../expression/expression.ts";
import { command, type GoAtom, type GoNode } from "../expression/go-syntax.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { call } from "./call.ts";

const apiVersions = new Expression({
  op: "path",
  type: "array",
  root: ".",
  keys: ["Capabilities", "APIVersions"],
  optional: false,
  schema: { type: "array" },
  models: [],
});

const hasApiVersionFunction: TemplateFunction = {
  name: "hasApiVersion",
  go: ([versions, wanted]) => command(`${(versions as GoAtom).text}.Has`, wanted as GoNode), // a path, and another argument
  js: (versions: readonly string[], wanted: string) => versions.includes(wanted),
};

/**
 * Whether the cluster has an API: a group with its version (`monitoring.coreos.com/v1`), or one of its kinds
 * (`monitoring.coreos.com/v1/ServiceMonitor`).
 */
export function hasApiVersion(apiVersion: Operand<string>): Expression<boolean> {
  return call(hasApiVersionFunction, [apiVersions, apiVersion], { type: "boolean" });
}
