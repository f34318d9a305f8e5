import { access } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { type Chart, withChartSource } from "../../generator/chart/define-chart.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { withSource } from "../../generator/pipeline/define-pipeline.ts";
import { ImportError, importDefault } from "./import-default.ts";
import { PipelineFileError } from "./pipeline-file-error.ts";
import { TypeCheckError } from "./type-check-file.ts";

/**
 * Checks the types of a file, runs it and returns the pipeline that is its default export, with the file as its source.
 * @throws TypeCheckError, ImportError, and PipelineFileError, which names the line and has the error of the file as
 * cause
 */
export async function readPipeline(file: string): Promise<Pipeline> {
  return withSource(checkPipeline(file, await readDefault(file)), nameSource(file));
}

/** The definition in a file. */
export type Definition =
  | { readonly kind: "pipeline"; readonly pipeline: Pipeline }
  | { readonly kind: "chart"; readonly chart: Chart };

/**
 * Checks the types of a file, runs it and returns the pipeline or the chart that is its default export, with the file
 * as its source.
 * @throws as `readPipeline` does
 */
export async function readDefinition(file: string): Promise<Definition> {
  const found = await readDefault(file);
  if (isChart(found)) return { kind: "chart", chart: withChartSource(found, nameSource(file)) };
  return { kind: "pipeline", pipeline: withSource(checkPipeline(file, found), nameSource(file)) };
}

async function readDefault(file: string): Promise<unknown> {
  await access(file).catch(() => {
    throw new PipelineFileError("MISSING", file, `Cannot read "${file}": expected a file, got none`);
  });
  return await importDefault(file).catch((error: unknown) => {
    if (error instanceof TypeCheckError || error instanceof ImportError) throw error;
    throw describeThrown(file, error);
  });
}

/** The name of a file in the headers of generated files: relative to the working directory, with `/` between names. */
export function nameSource(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return (isAbsolute(path) ? file : path).split(sep).join("/");
}

/** The error of a file at `path` that could not be run, with its line and its cause. */
export function describeThrown(file: string, error: unknown, path = file): PipelineFileError {
  if (
    error instanceof SyntaxError &&
    /import statement outside a module|Unexpected token 'export'/.test(error.message)
  ) {
    const advice = 'set "type": "module" in its package.json, or let its name end in .mts or .mjs';
    return new PipelineFileError(
      "FAILED",
      file,
      `Cannot use "${file}": expected an ES module, got CommonJS; ${advice}`,
    );
  }
  const line = findLine(path, error);
  const message = `Cannot generate from "${file}"${line === undefined ? "" : `, line ${line}`}`;
  return new PipelineFileError("FAILED", file, message, { cause: error });
}

/** The line of an error in a file: that of the innermost call in this file. */
function findLine(path: string, error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const url = pathToFileURL(resolve(path)).href;
  const call = (error.stack ?? "").split("\n").find((line) => line.includes(`${url}:`));
  return call === undefined ? undefined : /^:(\d+)/.exec(call.slice(call.indexOf(url) + url.length))?.[1];
}

/** Whether a value is a pipeline. */
export function isPipeline(value: unknown): value is Pipeline {
  if (typeof value !== "object" || value === null) return false;
  const { name, version, parts, environments } = value as Readonly<Record<string, unknown>>; // any object can be read
  return typeof name === "string" && typeof version === "string" && parts instanceof Map && environments instanceof Map;
}

/** Whether a value is a chart. */
export function isChart(value: unknown): value is Chart {
  if (typeof value !== "object" || value === null) return false;
  const { name, templates, schema, collected } = value as Readonly<Record<string, unknown>>; // any object can be read
  return typeof name === "string" && Array.isArray(templates) && schema !== undefined && collected !== undefined;
}

/**
 * Refuses a value that is no pipeline.
 * @throws PipelineFileError
 */
export function checkPipeline(file: string, value: unknown): Pipeline {
  if (!isPipeline(value)) {
    const wanted = "expected a default export from definePipeline({...}) or defineChart({...})";
    throw new PipelineFileError("NO_PIPELINE", file, `Cannot use "${file}": ${wanted}, got ${describeValue(value)}`);
  }
  return value;
}

/** Describes a value in a few words. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "function") return value.name === "" ? "a function" : `the function ${value.name}`;
  if (value === undefined) return "undefined";
  if (typeof value !== "object")
    return `${typeof value} ${typeof value === "string" ? JSON.stringify(value) : String(value)}`;
  if (Array.isArray(value)) return "a list";
  const name: unknown = value.constructor?.name;
  if (typeof name === "string" && name !== "Object") return `a ${name}`;
  const keys = Object.keys(value);
  return keys.length === 0 ? "an empty object" : `an object with ${keys.slice(0, 5).join(", ")}`;
}
