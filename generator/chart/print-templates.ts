/** Prints the named templates of a chart, in a file for each kind: names, labels and pods; functions; checks. */
import type { NamedTemplate } from "../expression/node.ts";
import type { Collected, PrintedFunction } from "../manifest/collect.ts";
import { printDefine, printFunctionTemplate } from "../manifest/print/print-define.ts";

/** The text of each file, below its header; empty files are left out. */
export interface NamedTemplateFiles {
  readonly "_helpers.tpl": string;
  readonly "_functions.tpl": string;
  readonly "_checks.tpl": string;
}

/**
 * Prints named templates and functions; the names of functions start with `prefix`. Messages of a stage's chart have a
 * prefix of their own. `pipeline` is the pipeline whose files they are.
 */
export function printNamedTemplates(
  defines: Iterable<NamedTemplate>,
  functions: Collected["functions"],
  prefix: string,
  hasMessagePrefix = false,
  pipeline?: string,
): NamedTemplateFiles {
  const templates = [...defines];
  const sorted = [...functions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const printAll = (isWanted: (isCheck: boolean) => boolean, own: readonly PrintedFunction[]): string =>
    [
      ...templates
        .filter(({ isCheck }) => isWanted(isCheck))
        .map((define) => printDefine(define, prefix, hasMessagePrefix, pipeline)),
      ...own.map((fn) => printFunctionTemplate(fn, prefix, hasMessagePrefix)),
    ].join("\n");
  return {
    "_helpers.tpl": printAll((isCheck) => !isCheck, []),
    "_functions.tpl": sorted
      .filter((fn) => !isCheckFunction(fn))
      .map((fn) => printFunctionTemplate(fn, prefix, hasMessagePrefix))
      .join("\n"),
    "_checks.tpl": printAll((isCheck) => isCheck, sorted.filter(isCheckFunction)),
  };
}

function isCheckFunction(fn: PrintedFunction): boolean {
  return "params" in fn && fn.result === "checks";
}
