/** Computes manifests: the second interpreter of the tree that `manifest/` prints. */
import { Bind } from "../expression/bind.ts";
import { Define } from "../expression/define.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { Guard } from "../expression/guard.ts";
import { type ExpressionNode, type IncludeNode, isOptional } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { compareBytes } from "../functions/go-json.ts";
import { RenderError } from "../functions/render-error.ts";
import { Spread } from "../manifest/spread.ts";
import { createEvaluate } from "./evaluate-expression.ts";
import { type EvaluationScope, scopeOf, withVariables } from "./scope.ts";

const expressions = createEvaluate(evaluateDefine);

/** Computes the documents of a part, seen from a root. */
export function evaluateDocuments(part: unknown, root: object): readonly object[] {
  return documentsOf(part, scopeOf(root));
}

/** A template file of a chart. */
export interface TemplateFile {
  /** Its name below `templates/`. */
  readonly file: string;
  readonly documents: unknown;
}

/**
 * Computes template files, seen from a root; the objects come in the order of the files. Helm executes the file with
 * the last name first, those in folders before all others: where several would refuse the values, that one's message
 * counts.
 */
export function evaluateFiles(files: readonly TemplateFile[], root: object): readonly object[] {
  const scope = scopeOf(root);
  const depthOf = ({ file }: TemplateFile): number => file.split("/").length;
  const inOrder = files.toSorted((a, b) => depthOf(b) - depthOf(a) || compareBytes(b.file, a.file));
  const documents = new Map(inOrder.map((file) => [file, documentsOf(file.documents, scope)]));
  return files.flatMap((file) => documents.get(file) ?? []);
}

/** Computes lines of text, seen from a root. */
export function evaluateText(lines: unknown, root: object): readonly string[] {
  return [evaluatePart([lines], scopeOf(root))].flat(Number.POSITIVE_INFINITY) as string[]; // lines are text
}

// Parts multiply and vanish: each yields the values that it leaves behind.
type Yield = (part: unknown, scope: EvaluationScope) => readonly unknown[];

function unfold(part: unknown, scope: EvaluationScope, leaf: Yield): readonly unknown[] {
  if (typeof part !== "object" || part === null) return leaf(part, scope);
  if (part instanceof When) return expressions.truth(part.test, scope) ? unfold(part.then, scope, leaf) : [];
  if (part instanceof Choice) {
    return unfold(expressions.truth(part.test, scope) ? part.then : part.otherwise, scope, leaf);
  }
  if (part instanceof Bind) {
    const value = expressions.value(part.value, scope);
    return unfold(part.body, withVariables(scope, { [part.variable]: value }), leaf);
  }
  if (part instanceof ForEach) return iterate(part, scope).flatMap((inner) => unfold(part.item, inner, leaf));
  return leaf(part, scope);
}

function iterate(part: ForEach, scope: EvaluationScope): readonly EvaluationScope[] {
  const over = expressions.absentSafe(part.over, scope) ?? {};
  if (Array.isArray(over)) return over.map((item: unknown) => withVariables(scope, { [part.entry]: item }));
  const entries = Object.entries(over as object).sort(([a], [b]) => compareBytes(a, b)); // a map, where no list
  return entries.map(([name, entry]) =>
    withVariables(scope, { [part.entry]: entry, ...(part.name === undefined ? {} : { [part.name]: name }) }),
  );
}

function documentsOf(part: unknown, scope: EvaluationScope): readonly object[] {
  return unfold(part, scope, (inner, place) => {
    if (Array.isArray(inner)) return inner.flatMap((one) => documentsOf(one, place));
    if (inner instanceof Guard) return checkGuard(inner, place);
    if (inner instanceof Expression && inner[NODE].op === "include" && inner[NODE].define.type === "documents") {
      return documentsOf(inner[NODE].define.body, includedScope(inner[NODE], place));
    }
    return [evaluatePart(inner, place)];
  }) as readonly object[]; // documents are objects
}

function checkGuard(guard: Guard, scope: EvaluationScope): readonly [] {
  if (expressions.truth(guard.test, scope)) throw new RenderError(String(expressions.value(guard.message, scope)));
  return [];
}

function includedScope(node: IncludeNode, scope: EvaluationScope): EvaluationScope {
  return scopeOf(node.scope === undefined ? scope.root : expressions.value(node.scope, scope), scope.yields);
}

function evaluateDefine(node: IncludeNode, scope: EvaluationScope): unknown {
  return yieldOf(node, scope) ?? (node.type === "object" ? {} : node.type === "array" ? [] : "");
}

function yieldOf({ define, isShared = false }: IncludeNode, { root, yields }: EvaluationScope): unknown {
  const known = isShared ? yields.shared : yields.of(root);
  if (known.has(define)) return known.get(define);
  const [result] = unfold(define.body, scopeOf(root, yields), (part, place) => [evaluatePart(part, place)]);
  known.set(define, result);
  return result;
}

function evaluatePart(part: unknown, scope: EvaluationScope): unknown {
  if (part instanceof Expression) return evaluateLeaf(part[NODE], scope);
  if (Array.isArray(part)) return part.flatMap((item) => unfold(item, scope, yieldItem));
  if (part instanceof Define) return evaluateDefine({ op: "include", type: "any", define: part }, scope);
  if (typeof part === "object" && part !== null) {
    const fields: Field[] = [];
    for (const [key, value] of Object.entries(part)) addFields(fields, key, value, scope);
    return Object.fromEntries(fields);
  }
  return part;
}

function yieldItem(item: unknown, scope: EvaluationScope): readonly unknown[] {
  return [evaluatePart(item, scope)];
}

function evaluateLeaf(node: ExpressionNode, scope: EvaluationScope): unknown {
  return expressions.value(node, scope) ?? null;
}

type Field = readonly [key: string, value: unknown];

function addFields(fields: Field[], key: string, value: unknown, scope: EvaluationScope): void {
  if (value === undefined) return;
  if (value instanceof Spread) {
    for (const map of unfold(value.fields, scope, yieldItem)) fields.push(...Object.entries(map as object)); // spread parts are maps
  } else {
    for (const result of unfold(value, scope, yieldField)) fields.push([key, result]);
  }
}

// Absent in a field that may be absent: the field is gone; elsewhere Helm prints nothing behind the key, which is null.
function yieldField(part: unknown, scope: EvaluationScope): readonly unknown[] {
  if (!(part instanceof Expression)) return [evaluatePart(part, scope)];
  const value = expressions.value(part[NODE], scope);
  return value === undefined && isOptional(part[NODE]) ? [] : [value ?? null];
}
