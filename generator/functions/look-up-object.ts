/** Objects of the cluster. */
import type { Expression, Operand } from "../expression/expression.ts";
import { command } from "../expression/go/go-syntax.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";

/** How an object of the cluster is found. */
export interface ObjectKey {
  readonly apiVersion: Operand<string>;
  readonly kind: Operand<string>;
  /** Absent for objects without one. */
  readonly namespace?: Operand<string>;
  readonly name: Operand<string>;
}

const lookUpObjectFunction = templateFunction({
  name: "lookUpObject",
  go: (args) => command("lookup", ...args),
  // Helm is not connected to a cluster.
  js: () => ({}),
});

/** An object of the cluster; empty if there is none, or if Helm is not connected, as in `helm template`. */
export function lookUpObject<T>({ apiVersion, kind, namespace = "", name }: ObjectKey): Expression<T> {
  return call(lookUpObjectFunction, [apiVersion, kind, namespace, name], { type: "object" });
}
