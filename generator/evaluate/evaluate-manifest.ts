/** Computes manifests: the second interpreter of the tree that `manifest/` prints. */
import { Bind } from "../expression/bind.ts";
import { Expression, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { Guard } from "../expression/guard.ts";
import { type IncludeNode, isOptional } from "../expression/node.ts";
import { Choice, When } from "../expression/when.ts";
import { compareBytes, sortedKeys } from "../functions/go-json.ts";
import { setOwn } from "../functions/own-entry.ts";
import { RenderError } from "../functions/render-error.ts";
import { Spread } from "../manifest/spread.ts";
import { oncePer } from "../once-per.ts";
import { createEvaluate } from "./evaluate-expression.ts";
import { type EvaluationScope, scopeOf, withoutVariables, withVariable } from "./scope.ts";

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
  /** The root that it sees; absent: the same as the others. */
  readonly root?: object;
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
  const seenBy = ({ root: own }: TemplateFile): EvaluationScope =>
    own === undefined ? scope : scopeOf(own, scope.yields);
  const documents = new Map(inOrder.map((file) => [file, documentsOf(file.documents, seenBy(file))]));
  return files.flatMap((file) => documents.get(file) ?? []);
}

/** Computes lines of text, seen from a root. */
export function evaluateText(lines: unknown, root: object): readonly string[] {
  return [evaluatePart([lines], scopeOf(root))].flat(Number.POSITIVE_INFINITY) as string[]; // lines are text
}

/** What is done with each part that is left when conditions, variables and loops are gone. */
type Leaf = (part: unknown, scope: EvaluationScope) => void;

// Parts multiply and vanish: a leaf is called as often as there are some.
function unfold(part: unknown, scope: EvaluationScope, leaf: Leaf): void {
  if (typeof part !== "object" || part === null || part instanceof Expression) {
    leaf(part, scope);
  } else if (part instanceof When) {
    if (expressions.truth(part.test, scope)) unfold(part.then, scope, leaf);
  } else if (part instanceof Choice) {
    unfold(expressions.truth(part.test, scope) ? part.then : part.otherwise, scope, leaf);
  } else if (part instanceof Bind) {
    unfold(part.body, withVariable(scope, part.variable, expressions.value(part.value, scope)), leaf);
  } else if (part instanceof ForEach) {
    for (const inner of iterate(part, scope)) unfold(part.item, inner, leaf);
  } else {
    leaf(part, scope);
  }
}

function isUnfolded(part: unknown): boolean {
  return part instanceof When || part instanceof Choice || part instanceof Bind || part instanceof ForEach;
}

function iterate(part: ForEach, scope: EvaluationScope): readonly EvaluationScope[] {
  const over = expressions.absentSafe(part.over, scope) ?? {};
  if (Array.isArray(over)) return over.map((item: unknown) => withVariable(scope, part.entry, item));
  const map = over as Readonly<Record<string, unknown>>; // a map, where no list
  return sortedKeys(map).map((name) => {
    const inner = part.name === undefined ? scope : withVariable(scope, part.name, name);
    return withVariable(inner, part.entry, map[name]);
  });
}

function documentsOf(part: unknown, scope: EvaluationScope): readonly object[] {
  const documents: object[] = [];
  addDocuments(documents, part, scope);
  return documents;
}

function addDocuments(documents: object[], part: unknown, scope: EvaluationScope): void {
  unfold(part, scope, (inner, place) => {
    if (Array.isArray(inner)) {
      for (const one of inner) addDocuments(documents, one, place);
    } else if (inner instanceof Guard) {
      checkGuard(inner, place);
    } else if (inner instanceof Expression && inner[NODE].op === "include" && inner[NODE].define.type === "documents") {
      addDocuments(documents, inner[NODE].define.body, includedScope(inner[NODE], place));
    } else {
      documents.push(evaluatePart(inner, place) as object); // documents are objects
    }
  });
}

function checkGuard(guard: Guard, scope: EvaluationScope): void {
  if (expressions.truth(guard.test, scope)) throw new RenderError(String(expressions.value(guard.message, scope)));
}

function includedScope(node: IncludeNode, scope: EvaluationScope): EvaluationScope {
  if (node.scope === undefined) return withoutVariables(scope);
  return scopeOf(expressions.value(node.scope, scope), scope.yields);
}

function evaluateDefine(node: IncludeNode, scope: EvaluationScope): unknown {
  return yieldOf(node, scope) ?? (node.type === "object" ? {} : node.type === "array" ? [] : "");
}

function yieldOf({ define, isShared = false }: IncludeNode, scope: EvaluationScope): unknown {
  const known = isShared ? scope.yields.shared : scope.known;
  if (known.has(define)) return known.get(define);
  const [result] = evaluateItems([define.body], withoutVariables(scope));
  known.set(define, result);
  return result;
}

function evaluatePart(part: unknown, scope: EvaluationScope): unknown {
  if (part instanceof Expression) return expressions.value(part[NODE], scope) ?? null;
  if (Array.isArray(part)) return evaluateItems(part, scope);
  return typeof part === "object" && part !== null ? evaluateFields(part, scope) : part;
}

function evaluateItems(parts: readonly unknown[], scope: EvaluationScope): readonly unknown[] {
  if (!parts.some(isUnfolded)) return parts.map((part) => evaluatePart(part, scope));
  const items: unknown[] = [];
  for (const part of parts) unfold(part, scope, (item, place) => items.push(evaluatePart(item, place)));
  return items;
}

// A tree is evaluated many times and never changes.
const entriesOf: (part: object) => readonly (readonly [key: string, value: unknown])[] = oncePer(Object.entries);

function evaluateFields(part: object, scope: EvaluationScope): object {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of entriesOf(part)) addFields(fields, key, value, scope);
  return fields;
}

function addFields(fields: Record<string, unknown>, key: string, value: unknown, scope: EvaluationScope): void {
  if (value === undefined) return;
  if (value instanceof Spread) {
    for (const map of evaluateItems([value.fields], scope)) {
      for (const [name, entry] of Object.entries(map as object)) setOwn(fields, name, entry); // spread parts are maps
    }
  } else {
    unfold(value, scope, (part, place) => addField(fields, key, part, place));
  }
}

// Absent in a field that may be absent: the field is gone; elsewhere Helm prints nothing behind the key, which is null.
function addField(fields: Record<string, unknown>, key: string, part: unknown, scope: EvaluationScope): void {
  if (part instanceof Expression) {
    const value = expressions.value(part[NODE], scope);
    if (value !== undefined || !isOptional(part[NODE])) setOwn(fields, key, value ?? null);
  } else {
    setOwn(fields, key, evaluatePart(part, scope));
  }
}
