/** Prints the documents of a template file, and the checks before them. */
import { atom, command, type GoNode, pipe } from "../../expression/go/go-syntax.ts";
import { lowerInclude, lowerValue, prefixMessage } from "../../expression/go/lower.ts";
import type { ExpressionNode, ExpressionPart, GuardPart, IncludeNode, Part } from "../../expression/node.ts";
import { yamlFunction } from "../../functions/yaml.ts";
import { actionLine, type Context, deeper, failureLine, inlineAction } from "./print-action.ts";
import { isControl, printControl, printTest } from "./print-control.ts";
import { PrintError } from "./print-error.ts";
import { isCheck, isCheckNode } from "./print-include.ts";
import { printMap } from "./print-manifest.ts";

/** Prints one or several documents after their guards; several are separated by `---`. */
export function printDocuments(documents: Part, context: Context, separate = false): string {
  if (documents.kind !== "list") return printDocument(documents, context, separate);
  const { items } = documents;
  const several = separate || items.filter((one) => !isCheck(one)).length > 1;
  return items.map((one) => printDocument(one, context, several && !isCheck(one))).join("");
}

/** Prints a guard: the condition, and the message with which the render fails. */
export function printGuard({ test, message }: GuardPart, context: Context): string {
  const failure = (place: Context): string => failureLine(lowerFailure(message, place), place);
  if (test.op === "literal" && test.value === true) return failure(context);
  const part: ExpressionPart = { kind: "expression", node: message };
  return printTest(test, context, part, (place) => failure(deeper(place)));
}

// A computed message is piped: the line stays short, and starts with the text of the message.
function lowerFailure(message: ExpressionNode, context: Context): GoNode {
  const text = prefixMessage(lowerValue(message, context), context);
  return text.kind === "atom" ? command("fail", text) : pipe(text, atom("fail"));
}

function printDocument(part: Part, context: Context, separate: boolean): string {
  if (part.kind === "guard") return printGuard(part, context);
  if (isControl(part)) {
    return printControl(part, context, (inner, place) => printDocument(inner, place, separate || part.kind === "each"));
  }
  const separator = separate ? "---\n" : "";
  switch (part.kind) {
    case "expression":
      if (isCheckNode(part.node)) return actionLine("", lowerDocument(part.node, context), context);
      if (separate && part.node.op === "include") return printIncluded(part.node, context);
      return `${separator}${inlineAction("", lowerDocument(part.node, context), context)}`;
    case "list":
      return printDocuments(part, context, separate);
    case "literal":
    case "map":
    case "repeated":
    case "collect":
    case "entry":
    case "spread":
      return separator + printMap(part, context);
    default:
      return part satisfies never;
  }
}

// A named template may yield no object: then there is no document either. Helm would keep an empty one.
function printIncluded(node: IncludeNode, context: Context): string {
  const start = actionLine("with", pipe(lowerInclude(node, context), atom("trim")), context);
  const separator = separatesItself(node.define.body) ? "" : "---\n";
  return `${start}${separator}{{ . }}\n{{- end }}\n`;
}

/** Whether documents are printed with `---` before each, also where they are all that is printed. */
function separatesItself(documents: Part): boolean {
  switch (documents.kind) {
    case "each":
      return true;
    case "bind":
      return separatesItself(documents.body);
    case "when":
      return separatesItself(documents.then);
    case "choice":
      return separatesItself(documents.then) && separatesItself(documents.otherwise);
    case "list": {
      const [first, ...others] = documents.items.filter((one) => !isCheck(one));
      return others.length > 0 || (first !== undefined && separatesItself(first));
    }
    case "expression":
    case "guard":
    case "literal":
    case "map":
    case "repeated":
    case "collect":
    case "entry":
    case "spread":
      return false;
    default:
      return documents satisfies never;
  }
}

// A document is a named template's text, or an object that is written as YAML.
function lowerDocument(node: ExpressionNode, context: Context): GoNode {
  if (node.op === "include") return lowerInclude(node, context);
  if (node.op === "apply" && node.function.result === "checks") return lowerValue(node, context);
  if (node.type === "object") return yamlFunction.go([lowerValue(node, context)], context.prefix);
  throw new PrintError(context.path, "a document", `an expression of type ${node.type}`);
}
