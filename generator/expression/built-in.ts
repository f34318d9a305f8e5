/** Helm's built-in objects. */
import { Expression } from "./expression.ts";
import { pathNode } from "./node.ts";

function builtIn<T>(type: "string" | "boolean", ...keys: string[]): Expression<T> {
  return new Expression(pathNode({ type, root: ".", keys, schema: { type } }));
}

/** The release: `.Release.Name`, `.Release.Namespace`, `.Release.Service`. */
export const release = {
  name: builtIn<string>("string", "Release", "Name"),
  namespace: builtIn<string>("string", "Release", "Namespace"),
  service: builtIn<string>("string", "Release", "Service"),
} as const;

/**
 * The chart: `.Chart.Name` (the alias, inside an umbrella), `.Chart.Version`, `.Chart.AppVersion`, and `.Chart.IsRoot`, whether it is
 * installed itself and not as a part of an umbrella.
 */
export const chart = {
  name: builtIn<string>("string", "Chart", "Name"),
  version: builtIn<string>("string", "Chart", "Version"),
  appVersion: builtIn<string>("string", "Chart", "AppVersion"),
  isRoot: builtIn<boolean>("boolean", "Chart", "IsRoot"),
} as const;

/** The cluster's Kubernetes: `.Capabilities.KubeVersion.Version` (`v1.34.0`), `.Major` (`1`) and `.Minor` (`34`). */
export const kubeVersion = {
  version: builtIn<string>("string", "Capabilities", "KubeVersion", "Version"),
  major: builtIn<string>("string", "Capabilities", "KubeVersion", "Major"),
  minor: builtIn<string>("string", "Capabilities", "KubeVersion", "Minor"),
} as const;
