/** Names the variables of operands: by the last key of a path, the function of a call, or the use of a value. */
import { GO_IDENTIFIER, type GoNode } from "./go-syntax.ts";

/** The name of the variable for a value. */
export function nameOf(node: GoNode, hint: string): string {
  switch (node.kind) {
    case "atom":
      return nameOfAtom(node.text);
    case "pipe":
      return nameOf(choiceOf(node) ?? node.commands[0] ?? { kind: "atom", text: "" }, hint);
    case "command":
      return nameOfCommand(node.words, hint);
    default:
      return node satisfies never;
  }
}

// A test that picks a value or its default: `kindIs "invalid" .Values.a | ternary 1 .Values.a`.
function choiceOf({ commands }: Extract<GoNode, { readonly kind: "pipe" }>): GoNode | undefined {
  const last = commands.at(-1);
  return last?.kind === "command" && headOf(last) === "ternary" ? last.words[2] : undefined;
}

// A path is named by its last key, a constant by its words.
function nameOfAtom(text: string): string {
  const key = text.startsWith('"') ? text.slice(1, -1) : (text.split(".").at(-1) ?? "");
  return variableName(key.replaceAll(/[()$]/g, ""));
}

function nameOfCommand([head, ...args]: readonly GoNode[], hint: string): string {
  const name = head?.kind === "atom" ? head.text : "";
  if (NAMELESS.has(name)) return variableName(hint);
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  const [first, second] = args;
  if (first === undefined) return "value";
  switch (name) {
    case "include": {
      const template = nameOfAtom(first.kind === "atom" ? first.text : "").replace(/^.*\./, "");
      const called = first.kind === "atom" ? (first.text.slice(1, -1).split(".").at(-1) ?? "") : template;
      return NAMELESS.has(called) ? variableName(hint) : variableName(called);
    }
    case "eq":
    case "ne":
      return prefixed(
        "is",
        second?.kind === "atom" && second.text.startsWith('"') ? nameOf(second, hint) : nameOf(first, hint),
      );
    case "hasKey":
    case "has":
      return prefixed("has", nameOf(second ?? first, hint));
    case "empty":
      return prefixed("no", nameOf(first, hint));
    case "kindIs":
      return isAbsence(first, second) ? prefixed("no", nameOf(second, hint)) : prefixed("is", nameOf(first, hint));
    case "or":
      return first.kind === "atom" ? nameOfAtom(first.text) : variableName(hint);
    case "not":
      return presentName(first, hint) ?? prefixed("has", variableName(hint));
    case "and":
      // A test decides whether its use is there.
      return prefixed("has", variableName(hint));
    default:
      // Functions that do not change the meaning of their value.
      return nameOf(args.find((arg) => arg.kind !== "atom" || !isConstant(arg.text)) ?? first, hint);
  }
}

/** Whether an action tests that a value is present: the negation of `empty` or of `kindIs "invalid"`. */
export function isPresence(node: GoNode): boolean {
  return node.kind === "command" && headOf(node) === "not" && presentName(node.words[1], "") !== undefined;
}

function presentName(test: GoNode | undefined, hint: string): string | undefined {
  if (test?.kind !== "command") return undefined;
  const [, first, second] = test.words;
  if (headOf(test) === "empty" && first !== undefined) return prefixed("has", nameOf(first, hint));
  return headOf(test) === "kindIs" && isAbsence(first, second) ? prefixed("has", nameOf(second, hint)) : undefined;
}

function isAbsence(kind: GoNode | undefined, value: GoNode | undefined): value is GoNode {
  return value !== undefined && kind?.kind === "atom" && kind.text === '"invalid"';
}

function prefixed(word: string, name: string): string {
  return word + name.slice(0, 1).toUpperCase() + name.slice(1);
}

function isConstant(text: string): boolean {
  return (
    text.startsWith('"') ||
    /^-?\d/.test(text) ||
    text === "true" ||
    text === "false" ||
    text === "list" ||
    text === "dict"
  );
}

/** Functions that do not describe their value: it is named by its use. */
const NAMELESS: ReadonlySet<string> = new Set([
  "concat",
  "defaults",
  "dict",
  "list",
  "merge",
  "printf",
  "ternary",
  "where",
]);

/** Names for the values of functions without a name of their own. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["add", "sum"],
  ["index", "entry"],
  ["keys", "names"],
  ["lookup", "existing"],
  ["regexMatch", "matches"],
  ["sha256sum", "hash"],
  ["sub", "difference"],
]);

function variableName(key: string): string {
  const last = key.split(/[./]/).at(-1) ?? "";
  const words = last.replaceAll(/[^A-Za-z0-9_]+(.)?/g, (_, next: string = "") => next.toUpperCase());
  const name = words.slice(0, 1).toLowerCase() + words.slice(1);
  return GO_IDENTIFIER.test(name) ? name : "value";
}

/** The name of the function that a command calls; "" for other nodes. */
export function headOf(node: GoNode): string {
  if (node.kind !== "command") return "";
  const [head] = node.words;
  return head?.kind === "atom" ? head.text : "";
}
