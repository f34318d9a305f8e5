/** Prints conditions, loops and variables around their content: fields, items, documents, statements. */

import { fillsIn } from "../../expression/default-rule.ts";
import { bindOperands, fits } from "../../expression/go/bind-operands.ts";
import type { GoNode } from "../../expression/go/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, truthSubject, truthSubjects } from "../../expression/go/lower.ts";
import type { ChoicePart, EachPart, ExpressionNode, LogicNode, Part } from "../../expression/node.ts";
import { usesNode } from "../walk.ts";
import { actionLine, block, type Context, roomOf, unboundLine } from "./print-action.ts";

/** Prints the content. */
export type PrintPart = (part: Part, context: Context) => string;

/** A part that decides whether, how often, or with which variables the parts in it are printed. */
export type ControlPart = Extract<Part, { readonly kind: "when" | "choice" | "each" | "bind" }>;

/** Whether a part is one that `printControl` prints. */
export function isControl(part: Part): part is ControlPart {
  return part.kind === "when" || part.kind === "choice" || part.kind === "each" || part.kind === "bind";
}

/** Prints a conditional, repeated or variable-using part around what `print` makes of its content. */
export function printControl(part: ControlPart, context: Context, print: PrintPart): string {
  switch (part.kind) {
    case "when":
      return printTest(part.test, context, part.then, (place) => print(part.then, place));
    case "choice":
      return printTest(
        part.test,
        context,
        part.then,
        (place) => print(part.then, place),
        (place, opener) => printElse(part, place, print, opener),
      );
    case "each":
      return block(rangeOf(part), lowerAbsentSafe(part.over, context), print(part.item, insideRange(context)), context);
    case "bind":
      return actionLine(`${part.variable} :=`, lowerValue(part.value, context), context) + print(part.body, context);
    default:
      return part satisfies never;
  }
}

/** What opens a loop: `range $name, $entry :=`. */
export function rangeOf({ name, entry }: Pick<EachPart, "name" | "entry">): string {
  return `range ${name === undefined ? entry : `${name}, ${entry}`} :=`;
}

/** The place inside a loop, whose dot is an entry. */
export function insideRange(context: Context): Context {
  const { dot: _, ...rest } = context;
  return { ...rest, root: "$" };
}

type Opener = "if" | "with";

/** Prints `if`, or `with` where the test looks at the truth of a value that the part uses. */
export function printTest(
  test: ExpressionNode,
  context: Context,
  part: Part,
  then: (context: Context) => string,
  otherwise?: (context: Context, opener: Opener) => string,
): string {
  // Only what Go computes in any case can be bound before the line: the operands of a long `and` become nested `if`s.
  if (test.op === "and" && otherwise === undefined && !fitsLine(test, context)) {
    const [first, ...rest] = splitTest(test, context);
    if (first !== undefined && rest.length > 0) {
      const inner: ExpressionNode = rest.length === 1 && rest[0] !== undefined ? rest[0] : { ...test, args: rest };
      return printTest(first, context, part, (place) => printTest(inner, place, part, then));
    }
  }
  const subject = truthSubject(test);
  const known = { ...context, known: [...context.known, ...truthSubjects(test)] };
  const end = actionLine("end", undefined, context);
  // A given map may lack some keys of its default: a reference fills them in, a dot does not.
  if (subject !== undefined && !fillsIn(subject) && usesNode(part, subject)) {
    const body = then({ ...known, root: "$", dot: subject });
    return `${actionLine("with", lowerAbsentSafe(subject, context), context)}${body}${otherwise?.(context, "with") ?? ""}${end}`;
  }
  return `${actionLine("if", lowerTruth(test, context), context)}${then(known)}${otherwise?.(context, "if") ?? ""}${end}`;
}

function fitsLine(test: ExpressionNode, context: Context): boolean {
  return fits(bindTest(test, context), roomOf("if", context));
}

function bindTest(test: ExpressionNode, context: Context): GoNode {
  return bindOperands(lowerTruth(test, context), roomOf("if", context), context.variables).node;
}

// First as many operands as fit on a line, then the others one by one.
function splitTest(test: LogicNode, context: Context): readonly ExpressionNode[] {
  for (let count = test.args.length - 1; count > 1; count -= 1) {
    const first: ExpressionNode = { ...test, args: test.args.slice(0, count) };
    if (fitsLine(first, context)) return [first, ...test.args.slice(count)];
  }
  return test.args;
}

// Go has no `else if` after `with`.
function printElse({ otherwise }: ChoicePart, context: Context, print: PrintPart, opener: Opener): string {
  if (opener === "with" || (otherwise.kind !== "when" && otherwise.kind !== "choice") || usesSubject(otherwise)) {
    return actionLine("else", undefined, context) + print(otherwise, context);
  }
  const known = { ...context, known: [...context.known, ...truthSubjects(otherwise.test)] };
  return (
    unboundLine("else if", lowerTruth(otherwise.test, context), context) +
    print(otherwise.then, known) +
    (otherwise.kind === "choice" ? printElse(otherwise, context, print, "if") : "")
  );
}

function usesSubject(part: Extract<Part, { readonly kind: "when" | "choice" }>): boolean {
  const subject = truthSubject(part.test);
  return subject !== undefined && usesNode(part.then, subject);
}
