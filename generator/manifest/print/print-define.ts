/** Prints named templates: those of the author, and those of functions. */
import { lowerValue, nameTemplate } from "../../expression/go/lower.ts";
import { PREFIX_VARIABLE } from "../../expression/go/message-prefix.ts";
import type { NamedTemplate, Part, TemplateFunction, TreeFunction } from "../../expression/node.ts";
import { yamlFunction } from "../../functions/yaml.ts";
import { allVariablesOf } from "../walk.ts";
import { actionLine, type Context, topContext } from "./print-action.ts";
import { isControl, printControl } from "./print-control.ts";
import { printDocuments } from "./print-documents.ts";
import { describePart, PrintError } from "./print-error.ts";
import { printList, printMap } from "./print-manifest.ts";
import { printChecks, printTree, resultVariable } from "./print-tree.ts";

/** A named template of an author as `{{- define }}`, its comment above it. */
export function printDefine(
  define: NamedTemplate,
  prefix: string,
  hasMessagePrefix = false,
  pipeline?: string,
): string {
  const context = contextOf(define, prefix, hasMessagePrefix, pipeline);
  return printTemplate(nameTemplate(define, context), define.comment, printBody(define, context));
}

/** What a named template of an author prints, without the template around it: the text of a file. */
export function printInPlace(define: NamedTemplate, prefix: string, hasMessagePrefix = false): string {
  return printBody(define, contextOf(define, prefix, hasMessagePrefix));
}

function contextOf(define: NamedTemplate, prefix: string, hasMessagePrefix: boolean, pipeline?: string): Context {
  const variables = new Set(allVariablesOf(define.body));
  return { ...topContext(prefix, variables, hasMessagePrefix, pipeline), path: [define.name] };
}

function printBody(define: NamedTemplate, context: Context): string {
  switch (define.type) {
    case "documents":
      return define.isCheck ? printChecks(define.body, context) : printDocuments(define.body, context);
    case "object":
    case "array":
      return printObject(define.body, context);
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "any":
      return printText(define.body, context);
    default:
      return define.type satisfies never;
  }
}

function printObject(body: Part, context: Context): string {
  // Conditions and variables decide which object it is; a loop makes the items of one list.
  if (isControl(body) && body.kind !== "each") return printControl(body, context, printObject);
  if (body.kind === "expression") {
    return actionLine("", yamlFunction.go([lowerValue(body.node, context)], context.prefix), context);
  }
  return body.kind === "list" ? printList(body, context) : printMap(body, context);
}

function printText(body: Part, context: Context): string {
  if (isControl(body) && body.kind !== "each") return printControl(body, context, printText);
  if (body.kind === "expression") return actionLine("", lowerValue(body.node, context), context);
  throw new PrintError(context.path, "an expression", describePart(body));
}

function variablesOfTree({ params, result, body }: TreeFunction): ReadonlySet<string> {
  return new Set([PREFIX_VARIABLE, ...params, resultVariable(result), ...allVariablesOf(body)]);
}

/** The named template of a function. */
export function printFunctionTemplate(
  fn: TemplateFunction | TreeFunction,
  prefix: string,
  hasMessagePrefix = false,
): string {
  const name = `${prefix}.${fn.name}`;
  if ("params" in fn) {
    const context = topContext(prefix, variablesOfTree(fn), hasMessagePrefix);
    return printTemplate(name, fn.comment, printTree(fn, context));
  }
  if (fn.template === undefined) throw new TypeError(`Cannot print ${fn.name}: it has no named template`);
  return printTemplate(name, fn.template.comment, `${fn.template.body(prefix)}\n`);
}

function printTemplate(name: string, comment: string, body: string): string {
  return `${printComment(comment)}{{- define "${name}" -}}\n${body}{{- end }}\n`;
}

/** Text for a comment. A space splits what would end it early, as in a cron line. */
export function inComment(text: string): string {
  return text.replaceAll("*/", "* /");
}

/** A comment on a line of its own, or nothing. */
export function printComment(comment: string): string {
  return comment === "" ? "" : `{{- /*\n${inComment(comment)}\n*/}}\n`;
}
