/** Charts as data: values model, templates, notes; and the checks that need no Helm. */
import type { Static, TSchema } from "typebox";
import type { Define } from "../expression/define.ts";
import { toPart } from "../expression/part.ts";
import type { JsonSchema } from "../json-schema.ts";
import { type Collected, collect } from "../manifest/collect.ts";
import { findBadReference } from "../values/find-bad-reference.ts";
import type { OptionsOf } from "../values/needed.ts";
import type { Overrides } from "../values/overrides.ts";
import type { WithReferences } from "../values/references.ts";
import { toJsonSchema } from "../values/schemas/print-schema.ts";
import { ValuesError, validateValues } from "../values/validate-values.ts";
import { ChartError } from "./chart-error.ts";
import type { ChartTemplate } from "./chart-template.ts";
import { checkValuesUse } from "./check-values-use.ts";
import type { Lines } from "./notes.ts";
import { describeRole, isRole, listDefines, type StageContract } from "./stage-contract.ts";

/** The definition of a chart. */
export interface ChartDefinition {
  /** Small letters, digits and dashes, at most 50 characters. */
  readonly name: string;
  /** A semantic version. */
  readonly version: string;
  /** What the chart runs, for `Chart.yaml` and the README: one sentence without a final period. */
  readonly description: string;
  /** Words by which the chart is found, for `Chart.yaml`. */
  readonly keywords: readonly string[];
  /** The TypeScript file of the definition; headers of generated files name it. */
  readonly source?: string;
  /** A TypeBox model of the chart's values. */
  readonly values: TSchema;
  /** The TypeScript file of the model; absent: that of the definition. */
  readonly valuesSource?: string;
  /**
   * The files below `templates/`, one for each kind of object: those that `defineTemplate` makes, and those of
   * `createWorkload` and `createServer`.
   */
  readonly templates: readonly ChartTemplate[];
  /**
   * What Helm prints after an install (`templates/NOTES.txt`): lines of text, some perhaps made by `text`, on a
   * condition (`when`) or repeated (`forEach`). In a pipeline the notes of the pipeline replace them.
   */
  readonly notes: Lines;
  /** Named templates that no template of the chart uses: a pipeline chart includes them. */
  readonly exports?: readonly Define[];
  /** What a pipeline reads of the chart; absent: it cannot be a stage. */
  readonly stage?: StageContract;
  /** Values for `ci/NAME-values.yaml`: each must install. */
  readonly ci: Readonly<Record<string, object>>;
}

/** A chart that has passed its checks; `V` is the type of its values, `O` that of what a stage must or may set of them. */
export interface Chart<V = unknown, O = WithReferences<Overrides<V>>> extends ChartDefinition {
  readonly source: string;
  readonly valuesSource: string;
  readonly schema: JsonSchema;
  readonly collected: Collected;
  /** Carries the type of the values; there is no such field. */
  readonly types?: V;
  /** Carries the type of a stage's options; there is no such field. */
  readonly options?: O;
}

/** The source in headers if a definition does not name its file. */
const UNKNOWN_SOURCE = "TypeScript";

const NAME = /^[a-z]([-a-z0-9]{0,48}[a-z0-9])?$/;
const CI_FILE = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const VERSION =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;

/**
 * Checks a chart's definition: its name and version, that its files have unique names, that its schema is
 * self-contained, that every value is used and declared, that no value of a stage is called `dependsOn`, that its ci
 * values are valid.
 *
 * @throws ChartError, ValuesError
 */
export function defineChart<S extends TSchema>(
  definition: ChartDefinition & { readonly values: S },
): Chart<Static<S>, OptionsOf<S>> {
  const { name, version, source = UNKNOWN_SOURCE, valuesSource = source } = definition;
  checkName(name);
  checkVersion(name, version);
  checkFiles(definition);
  checkReferences(definition);
  checkRole(definition);
  checkStageOptions(definition);
  const collected = collect(
    [
      ...definition.templates.map(({ define }) => define),
      toPart(definition.notes),
      ...(definition.exports ?? []),
      ...(definition.stage === undefined ? [] : listDefines(definition.stage)),
    ],
    name,
  );
  const foreign = [...collected.foreign].join(", ");
  if (foreign !== "") throw new ChartError(name, "named templates", `names that start with "${name}."`, foreign);
  checkValuesUse(definition, collected.values);
  const schema = toJsonSchema(definition.values, name, valuesSource);
  for (const [file, values] of Object.entries(definition.ci)) {
    const problems = validateValues(schema, values);
    if (problems.length > 0) throw new ValuesError(`ci/${file}-values.yaml of chart ${name}`, problems);
  }
  return { ...definition, source, valuesSource, schema, collected };
}

/** A chart whose generated files name a TypeScript file as their source, unless its definition names one. */
export function withChartSource<V, O>(chart: Chart<V, O>, source: string): Chart<V, O> {
  if (chart.source !== UNKNOWN_SOURCE) return chart;
  const valuesSource = chart.valuesSource === UNKNOWN_SOURCE ? source : chart.valuesSource;
  return { ...chart, source, valuesSource, schema: toJsonSchema(chart.values, chart.name, valuesSource) };
}

/** Refuses an invalid chart name: the names of templates and of packages start with it. */
export function checkName(name: string): void {
  if (typeof name === "string" && NAME.test(name)) return;
  const wanted = "small letters, digits and dashes, a letter first, at most 50 characters";
  throw new ChartError(name, "name", wanted, JSON.stringify(name));
}

/** Refuses a version that is not semantic: Helm reads "1.2" as 1.2.0 and then cannot find the package. */
export function checkVersion(chart: string, version: string): void {
  if (!VERSION.test(version))
    throw new ChartError(chart, "version", "a semantic version such as 1.2.0", JSON.stringify(version));
}

function checkReferences({ name, values }: ChartDefinition): void {
  const reference = findBadReference(values);
  if (reference === undefined) return;
  throw new ChartError(name, `values.${reference.path}`, reference.wanted, reference.found);
}

// A stage takes this option out of its values before it checks them.
function checkStageOptions({ name, values, stage }: ChartDefinition): void {
  const { properties = {} } = values as JsonSchema; // a model is a schema
  if (stage === undefined || !Object.hasOwn(properties, "dependsOn")) return;
  const wanted = "another name: each stage has an option dependsOn, with the names of the stages that it depends on";
  throw new ChartError(name, "values.dependsOn", wanted, '"dependsOn"');
}

// Where the compiler does not check it: in JavaScript, and in an object that is spread.
function checkRole({ name, stage }: ChartDefinition): void {
  if (stage === undefined || isRole(stage.role)) return;
  throw new ChartError(name, "stage.role", ...describeRole(stage.role));
}

// Files are stored by path: a second one would replace the first, and a path outside the folder could replace any file.
function checkFiles({ name, templates, ci }: ChartDefinition): void {
  const files = templates.map(({ file }) => file);
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) {
    throw new ChartError(name, "templates", "a file for each template", `two of the name ${twice}`);
  }
  const odd = Object.keys(ci).find((file) => !CI_FILE.test(file));
  if (odd !== undefined) {
    throw new ChartError(name, "ci", "file names of small letters, digits and dashes", JSON.stringify(odd));
  }
}

/** The named templates beside the template files: what those of a chart use, or only those of some of its parts. */
export function helpersOf(chart: Chart, { defines }: Pick<Collected, "defines"> = chart.collected): readonly Define[] {
  const own = new Set(chart.templates.map(({ define }) => define.name));
  return [...defines.values()].filter((define) => !own.has(define.name));
}
