import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PipelineFileError } from "../../cli/pipeline-file/pipeline-file-error.ts";
import { checkPipeline, describeThrown, describeValue, isPipeline } from "../../cli/pipeline-file/read-pipeline.ts";
import { type Pipeline, type RuleContext, Stage } from "../../generator/mod.ts";
import { nearest } from "../../generator/nearest.ts";
import { withSource } from "../../generator/pipeline/define-pipeline.ts";

/** What the rules need of an example in addition to its objects. */
export type Allowances = Omit<Partial<RuleContext>, "releaseNamespace">;

/** The common part of all examples. */
interface ExampleBase {
  readonly name: string;
  /** `examples/NAME/NAME.ts` */
  readonly file: string;
  readonly allowances: Allowances;
}

/** An example whose default export is a pipeline. */
export interface PipelineExample extends ExampleBase {
  readonly kind: "pipeline";
  readonly pipeline: Pipeline;
}

/** An example of releases of library charts: a stage, or stages by release name. */
export interface ReleasesExample extends ExampleBase {
  readonly kind: "releases";
  readonly releases: ReadonlyMap<string, Release>;
}

/** One release of a library chart. */
export interface Release {
  readonly stage: Stage;
  /** The name of its values file: `values.yaml` when the example is this one release. */
  readonly valuesFile: string;
}

/** An example of user code. */
export type Example = PipelineExample | ReleasesExample;

/**
 * Runs the files `examples/NAME/NAME.ts` of this repository and returns what they define, sorted by name. Their types
 * are not checked here: `npm run types` does that for all of them at once.
 * @throws PipelineFileError that names the file
 */
export async function readExamples(root: string): Promise<readonly Example[]> {
  const names = await readdir(join(root, "examples")).catch(() => [] as string[]);
  const examples: Example[] = [];
  for (const name of names.sort()) {
    const file = `examples/${name}/${name}.ts`;
    const isExample = await stat(join(root, file)).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isExample) examples.push(await readExample(root, name, file));
  }
  return examples;
}

async function readExample(root: string, name: string, file: string): Promise<Example> {
  const path = join(root, file);
  const module: Record<string, unknown> = await import(pathToFileURL(path).href).catch((error: unknown) => {
    throw describeThrown(file, error, path);
  });
  const base = { name, file, allowances: readAllowances(file, module["allowances"]) };
  const value = module["default"];
  if (isPipeline(value)) {
    return { ...base, kind: "pipeline", pipeline: withSource(checkPipeline(file, value), file) };
  }
  if (value instanceof Stage) {
    return { ...base, kind: "releases", releases: new Map([[name, { stage: value, valuesFile: "values.yaml" }]]) };
  }
  const releases = Object.entries(typeof value === "object" && value !== null ? value : {}).map(
    ([release, stage]: [string, unknown]) => {
      if (stage instanceof Stage) return [release, { stage, valuesFile: `${release}.yaml` }] as const;
      const message = `Cannot use "${file}": ${release}: expected a model such as new BatchJob({...}), got ${describeValue(stage)}`;
      throw new PipelineFileError("NO_EXAMPLE", file, message);
    },
  );
  if (releases.length > 0) return { ...base, kind: "releases", releases: new Map(releases) };
  const wanted = "expected a default export that is a pipeline, a stage, or stages by release name";
  throw new PipelineFileError("NO_EXAMPLE", file, `Cannot use "${file}": ${wanted}, got ${describeValue(value)}`);
}

const allowanceKeys = ["external", "allowPrivileged", "allowUnknownKinds"] as const;

function readAllowances(file: string, value: unknown): Allowances {
  const entries = Object.entries(value ?? {});
  for (const [key, list] of entries) {
    const fail = (wanted: string, found: string): never => {
      const message = `Cannot use "${file}": allowances.${key}: expected ${wanted}, got ${found}`;
      throw new PipelineFileError("ALLOWANCES", file, message);
    };
    const isKnown = allowanceKeys.some((known) => known === key);
    if (!isKnown) fail(nearest(key, allowanceKeys) ?? `one of ${allowanceKeys.join(", ")}`, "an unknown key");
    if (!Array.isArray(list)) fail("a list", describeValue(list));
  }
  return Object.fromEntries(entries);
}
