/** Computes functions that are written as trees: each statement that can be printed can be computed. */
import { isEmptyInGo } from "../expression/default-rule.ts";
import { integerInGo, textInGo } from "../expression/go/go-values.ts";
import { withPrefix } from "../expression/go/message-prefix.ts";
import { RenderError } from "../expression/go/render-error.ts";
import {
  type CollectPart,
  type EachPart,
  type GuardPart,
  isOptional,
  type Part,
  type RepeatedPart,
  type TreeFunction,
  type TreeResult,
  type ValueType,
} from "../expression/node.ts";
import { sortedKeys } from "../functions/go/go-json.ts";
import { printGoText } from "../functions/go/go-text.ts";
import { setOwn } from "../functions/own-entry.ts";
import { isCheckNode } from "../manifest/print/print-include.ts";
import { valueNode } from "../manifest/value-node.ts";
import type { Evaluate } from "./evaluate-expression.ts";
import { type EvaluationScope, withoutVariables, withVariable } from "./scope.ts";

/** Collects what a tree yields. */
interface Sink {
  /** Takes a value; one that may be absent is "" where it is empty. */
  readonly add: (value: unknown, isOptional: boolean) => void;
  readonly set: (key: string, value: unknown) => void;
  /** All that was taken. */
  readonly result: () => unknown;
}

/** Computes what a function yields for arguments. */
export function evaluateTree(
  fn: TreeFunction,
  type: ValueType,
  args: readonly unknown[],
  around: EvaluationScope,
  evaluate: Evaluate,
): unknown {
  // It sees its arguments alone.
  let scope = withoutVariables(around);
  for (const [i, name] of fn.params.entries()) {
    const isRest = fn.isVariadic && i === fn.params.length - 1;
    scope = withVariable(scope, name, isRest ? args.slice(i) : args[i]);
  }
  const sink = createSink(fn.result);
  run(fn.body, scope, sink, evaluate);
  const result = sink.result();
  if (fn.result !== "first" && fn.result !== "text") return result;
  // The named template prints text.
  if (type === "integer" || type === "number") return toNumber(result, type);
  return printGoText(result);
}

/** Computes statements that only refuse to render. */
export function evaluateChecks(part: Part, scope: EvaluationScope, evaluate: Evaluate): void {
  run(part, scope, createSink("checks"), evaluate);
}

function toNumber(value: unknown, type: "integer" | "number"): number {
  const number = Number(value);
  if (!Number.isFinite(number)) return 0;
  return type === "integer" ? Math.trunc(number) : number;
}

function createSink(result: TreeResult | CollectPart["into"]): Sink {
  let found: unknown = "";
  const items: unknown[] = [];
  const entries: Record<string, unknown> = {};
  const set: Sink["set"] = (key, value) => setOwn(entries, key, value ?? null);
  switch (result) {
    case "first":
      return {
        set,
        add: (value, isOptional) => {
          if (isEmptyInGo(found)) found = isOptional && isEmptyInGo(value) ? "" : value;
        },
        result: () => found,
      };
    case "text":
      return {
        set,
        add: (value, isOptional) => items.push(isOptional && isEmptyInGo(value) ? "" : printGoText(value)),
        result: () => items.join(""),
      };
    case "list":
      return { set, add: (value) => items.push(value ?? null), result: () => items };
    case "map":
      return { set, add: () => {}, result: () => entries };
    case "sum":
      return {
        set,
        add: (value) => items.push(value),
        result: () => items.reduce<number>((sum, item) => sum + integerInGo(item), 0),
      };
    case "checks":
      return { set, add: () => {}, result: () => undefined };
    default:
      return result satisfies never;
  }
}

function run(part: Part, scope: EvaluationScope, sink: Sink, evaluate: Evaluate): void {
  switch (part.kind) {
    case "list":
      for (const item of part.items) run(item, scope, sink, evaluate);
      return;
    case "when":
      if (evaluate.truth(part.test, scope)) run(part.then, scope, sink, evaluate);
      return;
    case "choice":
      run(evaluate.truth(part.test, scope) ? part.then : part.otherwise, scope, sink, evaluate);
      return;
    case "each":
      iterate(part, evaluate.absentSafe(part.over, scope), scope, (inner) => run(part.item, inner, sink, evaluate));
      return;
    case "repeated":
      runRepeated(part, scope, sink, evaluate);
      return;
    case "bind":
      run(part.body, withVariable(scope, part.variable, evaluate.value(part.value, scope)), sink, evaluate);
      return;
    case "collect": {
      const collected = createSink(part.into);
      run(part.items, scope, collected, evaluate);
      run(part.body, withVariable(scope, part.variable, collected.result()), sink, evaluate);
      return;
    }
    case "entry":
      sink.set(textInGo(evaluate.value(part.key, scope)), evaluate.value(part.value, scope));
      return;
    case "guard":
      checkGuard(part, scope, evaluate);
      return;
    case "expression":
    case "literal":
    case "map": {
      const node = valueNode(part, []);
      const value = evaluate.value(node, scope);
      if (!isCheckNode(node)) sink.add(value, isOptional(node));
      return;
    }
    case "spread":
      throw new TypeError("Cannot compute fields of another map here: a function yields values");
    default:
      part satisfies never;
  }
}

function runRepeated(part: RepeatedPart, scope: EvaluationScope, sink: Sink, evaluate: Evaluate): void {
  const seen = new Map<string, unknown>();
  iterate(part, evaluate.absentSafe(part.over, scope), scope, (place) => {
    if (part.test !== undefined && !evaluate.truth(part.test, place)) return;
    const key = textInGo(evaluate.value(part.key, place));
    const inner = withVariable(place, `${part.entry}Key`, key);
    if (seen.has(key)) run(part.item, withVariable(inner, `${part.entry}Other`, seen.get(key)), sink, evaluate);
    seen.set(key, evaluate.value(part.id, inner));
  });
}

/** Stops the render where a guard's test holds. */
export function checkGuard(guard: GuardPart, scope: EvaluationScope, evaluate: Evaluate): void {
  if (!evaluate.truth(guard.test, scope)) return;
  throw new RenderError(withPrefix(String(evaluate.value(guard.message, scope)), scope.root));
}

/**
 * Runs a loop: a scope for each entry of a map, in the order of the names, or for each item of a list.
 *
 * @throws RenderError where it is neither a map nor a list, as in Helm
 */
export function iterate(
  { name, entry }: Pick<EachPart, "name" | "entry">,
  over: unknown,
  scope: EvaluationScope,
  each: (scope: EvaluationScope) => void,
): void {
  const visit = (key: unknown, item: unknown): void =>
    each(withVariable(name === undefined ? scope : withVariable(scope, name, key), entry, item));
  if (Array.isArray(over)) {
    for (const [i, item] of over.entries()) visit(i, item);
    return;
  }
  if (over !== undefined && typeof over !== "object") {
    throw new RenderError(`range can't iterate over ${printGoText(over)}`.trimEnd());
  }
  const map = (over ?? {}) as Readonly<Record<string, unknown>>; // a map, where no list
  for (const key of sortedKeys(map)) visit(key, map[key]);
}
