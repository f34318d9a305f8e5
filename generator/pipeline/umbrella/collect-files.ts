/** Gathers a pipeline chart's files as they are printed, and fails if they are too large for Helm. */
import { gzipSync } from "node:zlib";
import { EDITOR_SCHEMA } from "../../chart/editor-schema.ts";
import type { Files } from "../../chart/print-chart.ts";
import { PipelineError } from "../pipeline-error.ts";

/** The most bytes of a Secret, in which Helm stores a release: its chart, values and objects. */
export const MAX_RELEASE = 1024 ** 2;
/** The most bytes of one file of a chart, since Helm 3.17.3. */
export const MAX_FILE = 5 * 1024 ** 2;
/** The most bytes of all files of a chart, since Helm 3.17.3. */
export const MAX_CHART = 100 * 1024 ** 2;

/** The parts of a release in addition to the chart's own files. */
export interface ReleaseSource {
  /** The pipeline's name. */
  readonly name: string;
  /** The values as Helm stores them: those of the stages over the defaults of their charts. */
  readonly values: Iterable<object>;
}

type PrintedFiles = Iterable<readonly [path: string, text: string]>;

const ADVICE = "split the pipeline into several";

/**
 * Gathers printed files into a map. Stops reading as soon as they are too many.
 *
 * @throws PipelineError that names the size and the limit, for a file, a chart or a release that is too large for Helm
 */
export function collectFiles(source: ReleaseSource, files: PrintedFiles): Files {
  const collected = new Map<string, string>();
  const release = estimateRelease(checkSizes(source.name, files, collected), source.values);
  if (release > MAX_RELEASE) {
    const wanted = `a release of at most ${MAX_RELEASE} bytes, the most of a Secret (${ADVICE})`;
    throw new PipelineError(source.name, "stages", wanted, `about ${release} or more`);
  }
  return collected;
}

/** The bytes of a release as Helm writes it, JSON, compressed, in base64; if it is too large, of a part of it. */
export function estimateRelease(files: PrintedFiles, values: Iterable<object>): number {
  let compressed = 0;
  for (const part of joinParts(printRelease(files, values))) {
    compressed += gzipSync(part).length;
    if (inBase64(compressed) > MAX_RELEASE) break;
  }
  return inBase64(compressed);
}

function* checkSizes(name: string, files: PrintedFiles, collected: Map<string, string>): PrintedFiles {
  let chart = 0;
  for (const [path, text] of files) {
    const size = Buffer.byteLength(text);
    chart += size;
    if (size > MAX_FILE) {
      throw new PipelineError(name, path, `a file of at most ${MAX_FILE} bytes for Helm (${ADVICE})`, `${size}`);
    }
    if (chart > MAX_CHART) {
      const wanted = `files of at most ${MAX_CHART} bytes for Helm (${ADVICE})`;
      throw new PipelineError(name, "stages", wanted, `${chart} or more`);
    }
    collected.set(path, text);
    yield [path, text];
  }
}

// Helm stores all of the parent chart except what .helmignore names, and of its subcharts the values.
function* printRelease(files: PrintedFiles, values: Iterable<object>): Iterable<string> {
  for (const [path, text] of files) {
    if (/^(charts|docs)\//.test(path) || path === "values.yaml" || path === EDITOR_SCHEMA) continue;
    yield JSON.stringify({ name: path, data: Buffer.from(text).toString("base64") });
  }
  // The objects that Helm renders are about as long as the values.
  for (const stage of values) yield JSON.stringify(stage) + JSON.stringify(stage, null, 2);
}

// Parts are far longer than the window of the compressor, so their sum is hardly longer than the whole.
function* joinParts(pieces: Iterable<string>): Iterable<string> {
  let part = "";
  for (const piece of pieces) {
    part += `${piece},`;
    if (part.length < 1024 ** 2) continue;
    yield part;
    part = "";
  }
  yield part;
}

function inBase64(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
