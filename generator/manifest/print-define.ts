/** Prints named templates: those of the author, and those behind functions. */
import { Bind } from "../expression/bind.ts";
import type { Define } from "../expression/define.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { lowerTruth, lowerValue, truthSubjects } from "../expression/lower.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { yamlFunction } from "../functions/yaml.ts";
import { actionLine } from "./print-action.ts";
import { describePart, PrintError } from "./print-error.ts";
import { type Context, printDocuments, printList, printMap, topContext } from "./print-manifest.ts";

/** A named template of an author as `{{- define }}`, its comment above it. */
export function printDefine(define: Define, prefix: string): string {
  const context = { ...topContext(prefix), path: [define.name] };
  return `${printComment(define.comment)}{{- define "${define.name}" -}}\n${printBody(define, context)}{{- end }}\n`;
}

function printBody(define: Define, context: Context): string {
  switch (define.type) {
    case "documents":
      return printDocuments(define.body, context);
    case "object":
    case "array":
      return printObject(define.body, context);
    default:
      return printText(define.body, context);
  }
}

function printObject(body: unknown, context: Context): string {
  if (body instanceof Bind) return printBind(body, context, printObject);
  if (body instanceof Expression) {
    return actionLine("", yamlFunction.go([lowerValue(body[NODE], context)], context.prefix), context);
  }
  if (body instanceof When || body instanceof Choice) return printBranches(body, context, printObject);
  return Array.isArray(body) ? printList(body, context) : printMap(body as object, context);
}

function printText(body: unknown, context: Context): string {
  if (body instanceof Bind) return printBind(body, context, printText);
  if (body instanceof Expression) return actionLine("", lowerValue(body[NODE], context), context);
  if (body instanceof When || body instanceof Choice) return printBranches(body, context, printText);
  throw new PrintError(context.path, "an expression", describePart(body));
}

type Print = (body: unknown, context: Context) => string;

function printBind(body: Bind, context: Context, print: Print): string {
  return actionLine(`${body.variable} :=`, lowerValue(body.value, context), context) + print(body.body, context);
}

function printBranches(body: When | Choice, context: Context, print: Print): string {
  const otherwise =
    body instanceof Choice ? actionLine("else", undefined, context) + print(body.otherwise, context) : "";
  const known = [...context.known, ...truthSubjects(body.test)];
  return (
    actionLine("if", lowerTruth(body.test, context), context) +
    print(body.then, { ...context, known }) +
    otherwise +
    actionLine("end", undefined, context)
  );
}

/** The named template behind a function. */
export function printFunctionTemplate(fn: TemplateFunction, prefix: string): string {
  if (fn.template === undefined) throw new TypeError(`Cannot print ${fn.name}: it has no named template`);
  return `${printComment(fn.template.comment)}{{- define "${prefix}.${fn.name}" -}}\n${fn.template.body(prefix)}\n{{- end }}\n`;
}

/** A comment on a line of its own, or nothing. What would end it early, as a cron line can, is set apart. */
export function printComment(comment: string): string {
  return comment === "" ? "" : `{{- /*\n${comment.replaceAll("*/", "* /")}\n*/}}\n`;
}
