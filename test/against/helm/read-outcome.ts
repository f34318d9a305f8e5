/** What Helm made of a trial. */
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import type { Rendered } from "../../property/render-cases.ts";
import { type Outcome, refusedPath } from "../outcome.ts";

/** The objects that Helm rendered, the guard that refused them, or an error of Helm's own. */
export function readOutcome(rendered: Rendered): Outcome {
  if ("manifests" in rendered) return { kind: "objects", objects: readManifests(rendered.manifests) };
  const [, message] = /execution error at \([^)]*\): (.*)/s.exec(rendered.refusal) ?? [];
  if (message === undefined) return { kind: "crash", message: rendered.refusal };
  return { kind: "refusal", message, path: refusedPath(message) };
}
