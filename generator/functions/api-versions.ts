/** The APIs of the cluster. */
import { Expression, type Operand } from "../expression/expression.ts";
import { command, type GoAtom } from "../expression/go/go-syntax.ts";
import { pathNode } from "../expression/node.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";

const apiVersions = new Expression(pathNode({ type: "array", root: ".", keys: ["Capabilities", "APIVersions"] }));

const hasApiVersionFunction = templateFunction({
  name: "hasApiVersion",
  go: ([versions, wanted]) => command(`${(versions as GoAtom).text}.Has`, wanted), // a path
  js: (versions: readonly string[], wanted: string) => versions.includes(wanted),
});

/**
 * Whether the cluster has an API: a group with its version (`monitoring.coreos.com/v1`), or one of its kinds
 * (`monitoring.coreos.com/v1/ServiceMonitor`).
 */
export function hasApiVersion(apiVersion: Operand<string>): Expression<boolean> {
  return call(hasApiVersionFunction, [apiVersions, apiVersion], { type: "boolean" });
}
