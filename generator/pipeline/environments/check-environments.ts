/** Checks the values and the objects of each environment of a pipeline, before any file is written. */
import type { ReleaseInfo } from "../../evaluate/evaluate-chart.ts";
import { certainRules, checkObjects } from "../../rules/check-objects.ts";
import type { KubernetesObject } from "../../rules/kubernetes-object.ts";
import { formatFinding } from "../../rules/rule.ts";
import { NEWEST_KUBERNETES } from "../../values/kubernetes/newer-fields.ts";
import { evaluate } from "../evaluate.ts";
import type { Pipeline } from "../pipeline.ts";
import { checkValues } from "./check-values.ts";

/** An environment that Helm could not render, or whose objects Kubernetes would refuse. */
export class EnvironmentError extends Error {
  readonly code = "ENVIRONMENT";
  /** The environment's name, or "" for the pipeline without one. */
  readonly path: string;
  /** The problems, one a line. */
  readonly problems: readonly string[];

  constructor(pipeline: string, environment: string | undefined, problems: readonly string[], options?: ErrorOptions) {
    const [only, ...others] = problems;
    const list = others.length === 0 ? ` ${only}` : problems.map((problem) => `\n  ${problem}`).join("");
    super(`Cannot use ${nameEnvironment(pipeline, environment)}:${list}`, options);
    this.name = "EnvironmentError";
    this.path = environment ?? "";
    this.problems = problems;
  }
}

function nameEnvironment(pipeline: string, environment: string | undefined): string {
  return environment === undefined ? `pipeline ${pipeline}` : `environment ${environment} of pipeline ${pipeline}`;
}

/**
 * Renders each environment of a pipeline in process, or the pipeline as it is when it has none, and checks the objects.
 * @throws ValuesError when the schema refuses an environment
 * @throws EnvironmentError that names the environment and the violations of guards or rules
 */
export function checkEnvironments(pipeline: Pipeline): void {
  const environments = pipeline.environments.size === 0 ? [undefined] : pipeline.environments.keys();
  const release = { name: pipeline.name, namespace: "default" };
  for (const environment of environments) {
    const objects = environmentObjects(pipeline, environment, release);
    // There is no model for the custom kinds of operators; the pipeline may contain such objects.
    const allowUnknownKinds = objects.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`);
    const context = { releaseNamespace: release.namespace, allowUnknownKinds };
    const findings = checkObjects(objects, context, certainRules);
    if (findings.length > 0) throw new EnvironmentError(pipeline.name, environment, findings.map(formatFinding));
  }
}

/**
 * The objects of a pipeline in one of its environments, or in none, when the values of all pass the schema.
 * @throws ValuesError when they do not
 * @throws EnvironmentError with the error of the render
 */
export function environmentObjects(
  pipeline: Pipeline,
  environment: string | undefined,
  release: ReleaseInfo,
): readonly KubernetesObject[] {
  checkValues(pipeline);
  try {
    const capabilities = { kubeVersion: NEWEST_KUBERNETES };
    return evaluate(pipeline, { ...(environment === undefined ? {} : { environment }), release, capabilities }).objects;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(pipeline.name, environment, [problem], { cause: error });
  }
}
