/** Computes manifests: the second interpreter of the tree that `manifest/` prints. */
import { isNil } from "../expression/go/go-values.ts";
import { type ExpressionNode, type IncludeNode, isOptional, type Part } from "../expression/node.ts";
import { toPart } from "../expression/part.ts";
import { compareBytes } from "../functions/go/go-json.ts";
import { printGoText } from "../functions/go/go-text.ts";
import { setOwn } from "../functions/own-entry.ts";
import { describePart } from "../manifest/print/print-error.ts";
import { createEvaluate, isThere } from "./evaluate-expression.ts";
import { checkGuard, evaluateChecks, evaluateTree, iterate } from "./evaluate-tree.ts";
import { type EvaluationScope, scopeOf, withoutVariables, withVariable } from "./scope.ts";

const expressions = createEvaluate({
  define: evaluateDefine,
  apply: ({ function: fn, type }, args, scope) => evaluateTree(fn, type, args, scope, expressions),
});

/** Computes the documents of a part, seen from a root. */
export function evaluateDocuments(part: unknown, root: object): readonly object[] {
  return documentsOf(toPart(part), scopeOf(root));
}

/** A template file of a chart. */
export interface TemplateFile {
  /** Its name below `templates/`. */
  readonly file: string;
  readonly documents: Part;
}

/**
 * Computes template files, seen from a root; the objects are in the order of the files. Helm executes the file with
 * the last name first, those in folders before all others: where several would refuse the values, the message of the
 * one executed first is reported.
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
  return [evaluateItems([toPart(lines)], scopeOf(root))].flat(Number.POSITIVE_INFINITY) as string[]; // lines are text
}

/** A part that remains once conditions, variables and loops are resolved. */
type LeafPart = Exclude<Part, { readonly kind: "when" | "choice" | "each" | "bind" }>;
/** What is done with each of them. */
type Leaf = (part: LeafPart, scope: EvaluationScope) => void;

// A leaf is called once for each repetition of its part, perhaps never.
function unfold(part: Part, scope: EvaluationScope, leaf: Leaf): void {
  switch (part.kind) {
    case "when":
      if (expressions.truth(part.test, scope)) unfold(part.then, scope, leaf);
      return;
    case "choice":
      unfold(expressions.truth(part.test, scope) ? part.then : part.otherwise, scope, leaf);
      return;
    case "bind":
      unfold(part.body, withVariable(scope, part.variable, expressions.value(part.value, scope)), leaf);
      return;
    case "each":
      iterate(part, expressions.absentSafe(part.over, scope), scope, (inner) => unfold(part.item, inner, leaf));
      return;
    case "literal":
    case "expression":
    case "map":
    case "list":
    case "repeated":
    case "collect":
    case "entry":
    case "guard":
    case "spread":
      leaf(part, scope);
      return;
    default:
      part satisfies never;
  }
}

function documentsOf(part: Part, scope: EvaluationScope): readonly object[] {
  const documents: object[] = [];
  addDocuments(documents, part, scope);
  return documents;
}

function addDocuments(documents: object[], part: Part, scope: EvaluationScope): void {
  unfold(part, scope, (inner, place) => {
    if (inner.kind === "list") {
      for (const one of inner.items) addDocuments(documents, one, place);
    } else if (inner.kind === "guard") {
      checkGuard(inner, place, expressions);
    } else if (inner.kind === "expression") {
      addDocument(documents, inner.node, place);
    } else {
      documents.push(evaluatePart(inner, place) as object); // documents are objects
    }
  });
}

function addDocument(documents: object[], node: ExpressionNode, scope: EvaluationScope): void {
  if (node.op === "include" && node.define.type === "documents") {
    const inside = includedScope(node, scope);
    if (node.define.isCheck) evaluateChecks(node.define.body, inside, expressions);
    else addDocuments(documents, node.define.body, inside);
    return;
  }
  const document = expressions.value(node, scope);
  if (node.op !== "apply" || node.function.result !== "checks") documents.push(document as object); // likewise
}

function includedScope(node: IncludeNode, scope: EvaluationScope): EvaluationScope {
  if (node.scope === undefined) return withoutVariables(scope);
  return scopeOf(expressions.value(node.scope, scope), scope.yields);
}

function evaluateDefine(node: IncludeNode, scope: EvaluationScope): unknown {
  const result = yieldOf(node, scope) ?? (node.type === "object" ? {} : node.type === "array" ? [] : "");
  return node.type === "string" ? printGoText(result) : result;
}

function yieldOf({ define, isShared = false }: IncludeNode, scope: EvaluationScope): unknown {
  const known = isShared ? scope.yields.shared : scope.known;
  if (known.has(define)) return known.get(define);
  const [result] = evaluateItems([define.body], withoutVariables(scope));
  known.set(define, result);
  return result;
}

function evaluatePart(part: LeafPart, scope: EvaluationScope): unknown {
  switch (part.kind) {
    case "literal":
      return part.value;
    case "expression":
      return printed(part.node, expressions.value(part.node, scope));
    case "list":
      return evaluateItems(part.items, scope);
    case "map":
      return evaluateFields(part.fields, scope);
    case "repeated":
    case "collect":
    case "entry":
    case "guard":
    case "spread":
      throw new TypeError(`Cannot compute ${describePart(part)} here: expected a value`);
    default:
      return part satisfies never;
  }
}

function evaluateItems(parts: readonly Part[], scope: EvaluationScope): readonly unknown[] {
  const items: unknown[] = [];
  for (const part of parts) unfold(part, scope, (item, place) => items.push(evaluatePart(item, place)));
  return items;
}

// A text is printed with quotes, whatever it is: unchecked values may have a number there.
function printed(node: ExpressionNode, value: unknown): unknown {
  return node.type === "string" && !isNil(value) ? printGoText(value) : (value ?? null);
}

type Fields = Extract<Part, { readonly kind: "map" }>["fields"];

function evaluateFields(own: Fields, scope: EvaluationScope): object {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of own) addFields(fields, key, value, scope);
  return fields;
}

function addFields(fields: Record<string, unknown>, key: string, value: Part, scope: EvaluationScope): void {
  if (value.kind !== "spread") {
    unfold(value, scope, (part, place) => addField(fields, key, part, place));
    return;
  }
  for (const map of evaluateItems([value.fields], scope)) {
    for (const [name, entry] of Object.entries(map as object)) setOwn(fields, name, entry); // spread parts are maps
  }
}

// An absent value removes an optional field; elsewhere Helm prints nothing after the key, which is null.
function addField(fields: Record<string, unknown>, key: string, part: LeafPart, scope: EvaluationScope): void {
  if (part.kind === "expression") {
    const value = expressions.value(part.node, scope);
    if (!isOptional(part.node) || isThere(part.node, value)) setOwn(fields, key, printed(part.node, value));
  } else {
    setOwn(fields, key, evaluatePart(part, scope));
  }
}
