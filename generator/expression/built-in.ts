/** Helm's built-in objects. */
import { Expression } from "./expression.ts";

function builtIn(...keys: string[]): Expression<string> {
  return new Expression({
    op: "path",
    type: "string",
    root: ".",
    keys,
    optional: false,
    schema: { type: "string" },
    models: [],
  });
}

/** The release: `.Release.Name`, `.Release.Namespace`, `.Release.Service`. */
export const release = {
  name: builtIn("Release", "Name"),
  namespace: builtIn("Release", "Namespace"),
  service: builtIn("Release", "Service"),
} as const;

/** The chart: `.Chart.Name` (the alias, inside an umbrella), `.Chart.Version`, `.Chart.AppVersion`. */
export const chart = {
  name: builtIn("Chart", "Name"),
  version: builtIn("Chart", "Version"),
  appVersion: builtIn("Chart", "AppVersion"),
} as const;
