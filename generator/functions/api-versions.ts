/** The APIs of the cluster, and its version. */
import { Expression, type Operand } from "../expression/expression.ts";
import { command, type GoAtom } from "../expression/go/go-syntax.ts";
import { pathNode } from "../expression/node.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";
import { text } from "./strings.ts";

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

const semverCompareFunction = templateFunction({
  name: "semverCompare",
  go: (args) => command("semverCompare", ...args),
  js: (constraint: string, version: string) => minorOf(version) >= minorOf(constraint),
});

// 35 of `>=1.35.0-0`, which is before all that is called 1.35, and of `v1.35.2+k3s1`: no Kubernetes is called 2.
function minorOf(version: string): number {
  return Number(/^(?:>=|v)1[.](\d+)[.]/.exec(version)?.[1]);
}

/** Whether a version of Kubernetes, such as `v1.35.2`, is at least another, such as `1.35`. */
export function isAtLeast(version: Expression<string>, wanted: Operand<string>): Expression<boolean> {
  const constraint = typeof wanted === "string" ? `>=${wanted}.0-0` : text`>=${wanted}.0-0`;
  return call(semverCompareFunction, [constraint, version], { type: "boolean" });
}
