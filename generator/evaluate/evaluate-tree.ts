/** Computes functions that are written as trees: for each way of printing a statement there is one of computing it. */
import type { EachPart, GuardPart, Part, RepeatedPart, TreeFunction, ValueType } from "../expression/node.ts";
import { sortedKeys } from "../functions/go-json.ts";
import { setOwn } from "../functions/own-entry.ts";
import { RenderError } from "../functions/render-error.ts";
import { nodeOf } from "../manifest/print-tree.ts";
import type { Evaluate } from "./evaluate-expression.ts";
import { type EvaluationScope, scopeOf, withVariable } from "./scope.ts";

/** Where what a tree yields goes. */
interface Sink {
  readonly add: (value: unknown) => void;
  readonly set: (key: string, value: unknown) => void;
}

/** Computes what a function yields for arguments. */
export function evaluateTree(
  fn: TreeFunction,
  type: ValueType,
  args: readonly unknown[],
  { yields }: EvaluationScope,
  evaluate: Evaluate,
): unknown {
  const scope = fn.params.reduce(
    (seen, name, i) => {
      const isRest = fn.isVariadic && i === fn.params.length - 1;
      return withVariable(seen, name, isRest ? args.slice(i) : args[i]);
    },
    scopeOf({}, yields),
  );
  const items: unknown[] = [];
  const entries: Record<string, unknown> = {};
  const sink: Sink = { add: (value) => items.push(value), set: (key, value) => setOwn(entries, key, value) };
  run(fn.body, scope, sink, evaluate);
  switch (fn.result) {
    case "first":
      return items.find((item) => item !== "" && item !== undefined) ?? (type === "integer" ? 0 : "");
    case "text":
      return type === "integer" ? (items[0] ?? 0) : items.join("");
    case "list":
      return items;
    case "map":
      return entries;
    case "checks":
      return undefined;
    default:
      return fn.result satisfies never;
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
      for (const inner of iterate(part, evaluate.absentSafe(part.over, scope), scope))
        run(part.item, inner, sink, evaluate);
      return;
    case "repeated":
      runRepeated(part, scope, sink, evaluate);
      return;
    case "bind":
      run(part.body, withVariable(scope, part.variable, evaluate.value(part.value, scope)), sink, evaluate);
      return;
    case "collect":
      run(part.body, withVariable(scope, part.variable, collect(part, scope, evaluate)), sink, evaluate);
      return;
    case "entry":
      sink.set(String(evaluate.value(part.key, scope)), evaluate.value(part.value, scope));
      return;
    case "guard":
      checkGuard(part, scope, evaluate);
      return;
    case "expression":
    case "literal":
    case "map":
      sink.add(evaluate.value(nodeOf(part, NOWHERE), scope));
      return;
    case "spread":
      throw new TypeError("Cannot compute fields of another map here: a function yields values");
    default:
      part satisfies never;
  }
}

const NOWHERE = { path: [] } as const;

function collect(
  { into, items: parts }: Extract<Part, { readonly kind: "collect" }>,
  scope: EvaluationScope,
  evaluate: Evaluate,
): unknown {
  const items: unknown[] = [];
  const entries: Record<string, unknown> = {};
  run(parts, scope, { add: (value) => items.push(value), set: (key, value) => setOwn(entries, key, value) }, evaluate);
  switch (into) {
    case "list":
      return items;
    case "map":
      return entries;
    case "sum":
      return items.reduce<number>((sum, item) => sum + Number(item), 0);
    default:
      return into satisfies never;
  }
}

function runRepeated(part: RepeatedPart, scope: EvaluationScope, sink: Sink, evaluate: Evaluate): void {
  const seen = new Map<string, unknown>();
  for (const place of iterate(part, evaluate.absentSafe(part.over, scope), scope)) {
    if (part.test !== undefined && !evaluate.truth(part.test, place)) continue;
    const key = String(evaluate.value(part.key, place));
    const inner = withVariable(place, `${part.entry}Key`, key);
    if (seen.has(key)) run(part.item, withVariable(inner, `${part.entry}Other`, seen.get(key)), sink, evaluate);
    seen.set(key, evaluate.value(part.id, inner));
  }
}

/** Stops the render where a guard's test holds. */
export function checkGuard(guard: GuardPart, scope: EvaluationScope, evaluate: Evaluate): void {
  if (evaluate.truth(guard.test, scope)) throw new RenderError(String(evaluate.value(guard.message, scope)));
}

/** The scopes of a loop: one for each entry of a map, in the order of the names, or for each item of a list. */
export function iterate(
  { name, entry }: Pick<EachPart, "name" | "entry">,
  over: unknown,
  scope: EvaluationScope,
): readonly EvaluationScope[] {
  const named = (key: unknown): EvaluationScope => (name === undefined ? scope : withVariable(scope, name, key));
  if (Array.isArray(over)) return over.map((item: unknown, i) => withVariable(named(i), entry, item));
  const map = (over ?? {}) as Readonly<Record<string, unknown>>; // a map, where no list
  return sortedKeys(map).map((key) => withVariable(named(key), entry, map[key]));
}
