/** Binds operands of an action that is too long or too deep for a line to variables, in actions before it. */
import { depthOf, type GoAtom, type GoNode, widthOf } from "./go-syntax.ts";
import { headOf, isPresence, nameOf } from "./name-operand.ts";

/** A variable that is bound before an action. */
export interface Binding {
  /** With its dollar sign. */
  readonly variable: string;
  readonly value: GoNode;
}

/** An action, and the variables that must be bound before it. */
export interface Bound {
  readonly bindings: readonly Binding[];
  readonly node: GoNode;
}

/** The space on a line. */
export interface Room {
  /** In characters. */
  readonly width: number;
  /** In levels of parentheses. */
  readonly depth: number;
}

/** The most levels of parentheses in an action. */
export const MAX_PARENTHESES = 3;

/**
 * Binds operands of an action until it fits: one that leaves two lines of about the same length, or else the longest
 * that fits itself. What cannot fit stays unchanged. Only what Go computes in any case is bound: of `and` and `or` the
 * first operand. `hint` names a value that has no name of its own.
 */
export function bindOperands(node: GoNode, room: Room, taken: ReadonlySet<string>, hint = "value"): Bound {
  const bindings: Binding[] = [];
  const names = new Set(taken);
  let rest = node;
  while (!fits(rest, room)) {
    const operand = pickOperand(rest, room);
    if (operand === undefined) break;
    const variable = freeName(nameOf(operand.node, operand.key ?? hint), names);
    names.add(variable);
    bindings.push({ variable, value: operand.node });
    rest = replace(rest, operand.node, { kind: "atom", text: variable });
  }
  return { bindings, node: rest };
}

/** Whether an action fits on a line. */
export function fits(node: GoNode, { width, depth }: Room): boolean {
  return widthOf(node) <= width && depthOf(node) <= depth;
}

/** A part of an action that may be bound before it. */
interface Operand {
  readonly node: GoNode;
  /** Its key in a map, or its role in a call. */
  readonly key?: string | undefined;
}

/** An operand, and the size of what is left of the action when it is bound. */
interface Candidate extends Operand {
  readonly rest: Room;
}

function pickOperand(node: GoNode, room: Room): Operand | undefined {
  const candidates = candidatesOf(node, room);
  const enough = candidates.filter(({ rest }) => rest.width <= room.width && rest.depth <= room.depth);
  const longer = ({ node: operand, rest }: Candidate): number => Math.max(widthOf(operand), rest.width);
  if (enough.length > 0) return enough.toSorted((a, b) => rank(a.node) - rank(b.node) || longer(a) - longer(b))[0];
  // If only depth is the problem, an operand that is not deep itself does not help.
  const helpful =
    widthOf(node) > room.width ? candidates : candidates.filter((one) => depthOf(one.node) === room.depth);
  const some = helpful.length > 0 ? helpful : candidates;
  return some.toSorted((a, b) => rank(a.node) - rank(b.node) || widthOf(b.node) - widthOf(a.node))[0];
}

// Operands that fit on a line of their own; if depth is the problem, else those that are only too long for it.
function candidatesOf(node: GoNode, room: Room): readonly Candidate[] {
  const isTooDeep = depthOf(node) > room.depth;
  const restOf = (operand: GoNode): Room => ({
    // A bound operand is replaced by its variable, without parentheses.
    width: widthOf(node) - widthOf(operand) - 2 + widthOf(NAME),
    depth: depthOf(isTooDeep ? replace(node, operand, NAME) : node),
  });
  const candidates = operandsOf(node, room)
    .filter((operand) => widthOf(operand.node) >= SHORTEST)
    .map((operand): Candidate => ({ ...operand, rest: restOf(operand.node) }));
  const own: Room = { ...room, width: room.width - ROOM_FOR_NAME };
  const fitting = candidates.filter((one) => fits(one.node, own));
  if (!isTooDeep || fitting.some(({ rest }) => rest.depth < depthOf(node))) return fitting;
  return candidates.filter((one) => depthOf(one.node) <= room.depth);
}

// A list or map literal has no name of its own: prefer what is in it or around it. A test is easiest to read where it
// is used.
function rank(node: GoNode): number {
  const head = headOf(node);
  if (LAZY.has(head) || (head === "not" && !isPresence(node))) return 2;
  return head === "list" || head === "dict" ? 1 : 0;
}

// A shorter operand gains nothing from a name.
const SHORTEST = 16;

const NAME: GoNode = { kind: "atom", text: "$selectorLabels" };
const ROOM_FOR_NAME = "$selectorLabels := ".length;

const LAZY: ReadonlySet<string> = new Set(["and", "or"]);

// All operands that Go computes before the action itself, at any depth.
function operandsOf(node: GoNode, room: Room): readonly Operand[] {
  switch (node.kind) {
    case "atom":
      return innerPath(node, room);
    case "pipe":
      // The first command of a pipe is not a value with a name; its arguments may be.
      return node.commands.flatMap((one) => operandsOf(one, room));
    case "command": {
      const head = headOf(node);
      const args = node.words.slice(1);
      return (LAZY.has(head) ? args.slice(0, 1) : args).flatMap((arg, i) => [
        ...(arg.kind === "atom" || isPresence(node) ? [] : [{ node: arg, key: keyOf(head, args, i) }]),
        ...operandsOf(arg, room),
      ]);
    }
    default:
      return node satisfies never;
  }
}

// The key of an entry of a map; and what an included template gets: a list of arguments, or a scope.
function keyOf(head: string, args: readonly GoNode[], i: number): string | undefined {
  const [arg, before] = [args[i], args[i - 1]];
  if (head === "include" && arg !== undefined) return KEYS.get(headOf(arg));
  return head === "dict" && before?.kind === "atom" && before.text.startsWith('"')
    ? before.text.slice(1, -1)
    : undefined;
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ["list", "arguments"],
  ["merge", "scope"],
]);

// The inner part of a path with too many parentheses: `(.Values.global).pipeline` of
// `((.Values.global).pipeline).gate`.
function innerPath(node: GoAtom, { depth }: Room): readonly Operand[] {
  const inner = depthOf(node) > depth ? /^\((.*)\)\.[A-Za-z0-9_]+$/.exec(node.text)?.[1] : undefined;
  return inner === undefined ? [] : [{ node: { kind: "atom", text: inner } }];
}

function replace(node: GoNode, what: GoNode, by: GoNode): GoNode {
  if (node === what) return by;
  switch (node.kind) {
    case "atom":
      return what.kind === "atom" && by.kind === "atom" && node.text.startsWith(`(${what.text}).`)
        ? { kind: "atom", text: node.text.replace(what.text, () => by.text) }
        : node;
    case "command": {
      const words = node.words.map((word) => replace(word, what, by));
      return words.every((word, i) => word === node.words[i]) ? node : { ...node, words };
    }
    case "pipe": {
      const commands = node.commands.map((one) => replace(one, what, by));
      return commands.every((one, i) => one === node.commands[i]) ? node : { ...node, commands };
    }
    default:
      return node satisfies never;
  }
}

// A name that is unique in the template, so that it hides no other variable.
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i += 1) {
    const variable = `$${name}${i === 1 ? "" : i}`;
    if (!taken.has(variable)) return variable;
  }
}
