import type { Helm } from "../../cli/helm/run-helm.ts";
import { checkObjects, type Finding, formatFinding, type KubernetesObject } from "../../generator/mod.ts";
import type { Allowances } from "./read-examples.ts";
import { renderObjects } from "./render-objects.ts";

/** Releases that are rendered and checked together, as if in one namespace. */
export interface RenderTask {
  /** The subject: `charts/pipeline`. */
  readonly subject: string;
  /** The variant: the name of an environment or a ci file. */
  readonly variant: string;
  readonly namespace: string;
  readonly releases: readonly {
    readonly name: string;
    readonly chart: string;
    readonly valuesFiles: readonly string[];
  }[];
  readonly allowances: Allowances;
}

/** The objects of a task, which have passed the rules. */
export interface Rendered {
  readonly task: RenderTask;
  readonly objects: readonly KubernetesObject[];
}

/** Violations of rules by rendered objects. */
export class FindingsError extends Error {
  readonly code = "FINDINGS";
  readonly findings: readonly Finding[];

  constructor({ subject, variant }: RenderTask, findings: readonly Finding[]) {
    const lines = findings.map((finding) => `  ${formatFinding(finding)}`).join("\n");
    super(`Cannot accept the objects of ${subject} (${variant}):\n${lines}`);
    this.name = "FindingsError";
    this.findings = findings;
  }
}

/**
 * Renders the releases of a task with Helm and runs the rules over all of their objects.
 * @throws HelmError, ManifestError, FindingsError
 */
export async function renderTask(helm: Pick<Helm, "path">, task: RenderTask): Promise<Rendered> {
  const objects: KubernetesObject[] = [];
  for (const { name, chart, valuesFiles } of task.releases) {
    objects.push(...(await renderObjects(helm, chart, { release: name, namespace: task.namespace, valuesFiles })));
  }
  const findings = checkObjects(objects, { ...task.allowances, releaseNamespace: task.namespace });
  if (findings.length > 0) throw new FindingsError(task, findings);
  return { task, objects };
}
