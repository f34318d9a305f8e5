/** Prints the body of a function that is written as a tree: statements that add what they yield to a result. */
import { atom, command, pipe, stringConstant } from "../../expression/go/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue } from "../../expression/go/lower.ts";
import { PREFIX_VARIABLE } from "../../expression/go/message-prefix.ts";
import {
  type CollectPart,
  isOptional,
  type Part,
  type RepeatedPart,
  type TreeFunction,
  type TreeResult,
} from "../../expression/node.ts";
import { valueNode } from "../value-node.ts";
import { actionLine, block, type Context, deeper } from "./print-action.ts";
import { insideRange, isControl, printControl, rangeOf } from "./print-control.ts";
import { printGuard } from "./print-documents.ts";
import { describePart, PrintError } from "./print-error.ts";
import { isCheckNode } from "./print-include.ts";

/** Where the values that a tree yields are put. */
interface Sink {
  /** Whether they are numbers; Go would write a large one with an exponent. */
  readonly isInteger?: boolean;
  readonly result: TreeResult | CollectPart["into"];
  /** The variable that holds them, for results that have one. */
  readonly variable: string;
}

/** The body of the named template of a function. */
export function printTree(fn: TreeFunction, top: Context): string {
  // The dot is the argument, or the list of them, and no loop or condition changes what the variables hold.
  const hasPrefix = fn.refuses && top.messagePrefix !== undefined;
  const context: Context = { ...top, path: [fn.name], ...(hasPrefix ? { messagePrefix: "variable" } : {}) };
  const sink: Sink = { result: fn.result, variable: resultVariable(fn.result), isInteger: fn.type === "integer" };
  return (
    printParameters(hasPrefix ? { ...fn, params: [PREFIX_VARIABLE, ...fn.params] } : fn, context) +
    printStart(sink, context) +
    printStatement(fn.body, context, sink) +
    printResult(sink, context)
  );
}

/** The variable that holds what a function yields; "" where none does. */
export function resultVariable(result: TreeResult): string {
  return VARIABLES[result];
}

const VARIABLES: Readonly<Record<TreeResult, string>> = {
  first: "$found",
  list: "$items",
  map: "$entries",
  text: "",
  checks: "",
};

function printParameters({ params, isVariadic }: TreeFunction, context: Context): string {
  const [only] = params;
  if (params.length === 1 && only !== undefined) return actionLine(`${only} :=`, atom("."), context);
  return params
    .map((name, i) => {
      const position = atom(String(i));
      const isRest = isVariadic && i === params.length - 1;
      return actionLine(`${name} :=`, command(isRest ? "slice" : "index", atom("."), position), context);
    })
    .join("");
}

function printStart({ result, variable, isInteger = false }: Sink, context: Context): string {
  switch (result) {
    case "first":
      return actionLine(`${variable} :=`, isInteger ? atom("0") : stringConstant(""), context);
    case "list":
      return actionLine(`${variable} :=`, atom("list"), context);
    case "map":
      return actionLine(`${variable} :=`, atom("dict"), context);
    case "sum":
      return actionLine(`${variable} :=`, atom("0"), context);
    case "text":
    case "checks":
      return "";
    default:
      return result satisfies never;
  }
}

function printResult({ result, variable, isInteger = false }: Sink, context: Context): string {
  switch (result) {
    case "first":
      return actionLine("", isInteger ? command("int64", atom(variable)) : atom(variable), context);
    case "list":
    case "map":
      return actionLine("", command("toJson", atom(variable)), context);
    case "sum":
    case "text":
    case "checks":
      return "";
    default:
      return result satisfies never;
  }
}

/** Prints statements that only refuse to render. */
export function printChecks(part: Part, context: Context): string {
  return printStatement(part, context, { result: "checks", variable: "" });
}

// There is no text between actions, so they may be indented as the actions around them require.
function printStatement(part: Part, context: Context, sink: Sink): string {
  if (isControl(part)) {
    const inside = part.kind === "bind" ? (place: Context) => place : deeper;
    return printControl(part, context, (inner, place) => printStatement(inner, inside(place), sink));
  }
  switch (part.kind) {
    case "list":
      return part.items.map((item) => printStatement(item, context, sink)).join("");
    case "guard":
      return printGuard(part, context);
    case "repeated":
      return printRepeated(part, context, sink);
    case "collect": {
      const own: Sink = { result: part.into, variable: part.variable };
      return (
        printStart(own, context) + printStatement(part.items, context, own) + printStatement(part.body, context, sink)
      );
    }
    case "entry": {
      if (sink.result !== "map") throw new PrintError(context.path, "a value", describePart(part));
      const value = lowerValue(part.value, context);
      return actionLine("$_ :=", command("set", atom(sink.variable), lowerValue(part.key, context), value), context);
    }
    case "expression":
    case "literal":
    case "map":
      return printYield(part, context, sink);
    case "spread":
      throw new PrintError(context.path, "a value", describePart(part));
    default:
      return part satisfies never;
  }
}

function printYield(part: Part, context: Context, { result, variable }: Sink): string {
  const node = valueNode(part, context.path);
  const value = lowerValue(node, context);
  // A check is applied for its refusals: it yields nothing.
  if (isCheckNode(node)) return actionLine("", value, context);
  // Go prints an absent value as "<no value>".
  const orNothing = isOptional(node) ? [command("default", stringConstant(""))] : [];
  switch (result) {
    case "first":
      return actionLine(`${variable} =`, pipe(atom(variable), command("default", value), ...orNothing), context);
    case "list":
      return actionLine(`${variable} =`, command("append", atom(variable), value), context);
    case "sum":
      return actionLine(`${variable} =`, command("add", atom(variable), value), context);
    case "text":
      return actionLine("", isOptional(node) ? pipe(value, ...orNothing) : value, context);
    case "checks":
      throw new PrintError(context.path, "a guard or a check", describePart(part));
    case "map":
      throw new PrintError(context.path, "an entry", describePart(part));
    default:
      return result satisfies never;
  }
}

// Keys that have been seen are kept, each with the id of the entry that had it last.
function printRepeated(part: RepeatedPart, context: Context, sink: Sink): string {
  const { entry, over, test, key, id, item } = part;
  const [seen, own, other] = [atom(`${entry}Seen`), atom(`${entry}Key`), atom(`${entry}Other`)];
  const loop = deeper(insideRange(context));
  const inside = test === undefined ? loop : deeper(loop);
  const found = deeper(inside);
  const body =
    actionLine(`${own.text} :=`, lowerValue(key, inside), inside) +
    block(
      "if",
      command("hasKey", seen, own),
      actionLine(`${other.text} :=`, command("index", seen, own), found) + printStatement(item, found, sink),
      inside,
    ) +
    actionLine("$_ :=", command("set", seen, own, lowerValue(id, inside)), inside);
  const counted = test === undefined ? body : block("if", lowerTruth(test, loop), body, loop);
  return (
    actionLine(`${seen.text} :=`, atom("dict"), context) +
    block(rangeOf(part), lowerAbsentSafe(over, context), counted, context)
  );
}
