/** Random trees: documents and the values that they are rendered with. */
import fc from "fast-check";
import { evaluateDocuments } from "../../../generator/evaluate/evaluate-manifest.ts";
import { Define } from "../../../generator/expression/define.ts";
import { RenderError } from "../../../generator/expression/go/render-error.ts";
import { printGoJson } from "../../../generator/functions/go/go-json.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { collect, type PrintedFunction } from "../../../generator/manifest/collect.ts";
import { printDefine } from "../../../generator/manifest/print/print-define.ts";
import { buildDocuments } from "./build-documents.ts";
import { buildValues } from "./build-values.ts";
import { model } from "./model.ts";
import { compact, type Plan, plans, simplify } from "./plan.ts";

/** The plans of documents and of their values. */
export interface Tree {
  readonly documents: Plan;
  readonly values: readonly Plan[];
}

const schema = model as JsonSchema;
const length = Object.keys(model.properties).length;

/** Trees of any size up to some six levels. */
export const trees: fc.Arbitrary<Tree> = fc.record({
  documents: fc.oneof(plans(5), plans(6), plans(7), plans(8)),
  values: fc.array(plans(4), { minLength: length, maxLength: length, size: "max" }),
});

/** A tree without what it does not use. */
export function compactTree(tree: Tree): Tree {
  return {
    documents: compact(tree.documents, (plan) => buildDocuments(plan, "t.c")),
    values: tree.values.map((plan, i) => compact(plan, (part) => buildValues(schema, tree.values.with(i, part)))),
  };
}

/** Trees that are a little simpler than one. */
export function* simplifyTree(tree: Tree): Generator<Tree> {
  for (const documents of simplify(tree.documents)) yield { ...tree, documents };
  for (const [i, plan] of tree.values.entries()) {
    for (const simpler of simplify(plan)) yield { ...tree, values: tree.values.with(i, simpler) };
  }
}

/** A tree as a template file, and what it becomes in process. */
export interface PrintedTree {
  readonly tree: Tree;
  /** The key of its values, and the name of its file. */
  readonly name: string;
  readonly values: object;
  readonly template: string;
  readonly functions: ReadonlyMap<string, PrintedFunction>;
  /** The documents as canonical JSON, sorted; or the message with which the render stops. */
  readonly computed: readonly string[] | RenderError;
}

/** Builds, prints and evaluates a tree; the error says why the generator refuses it. */
export function printTree(tree: Tree, name: string): PrintedTree | Error {
  const values = buildValues(schema, tree.values);
  try {
    const documents = buildDocuments(tree.documents, `t.${name}`);
    const define = new Define(`t.${name}`, "documents", documents, "");
    const { defines, functions } = collect([define], "t");
    const scope = `(dict "Values" (index .Values "${name}") "Release" .Release "Chart" .Chart)`;
    const printed = [...defines.values()].map((one) => printDefine(one, "t")).join("\n");
    const template = `${printed}{{ include "${define.name}" ${scope} }}\n`;
    return { tree, name, values, template, functions, computed: computeDocuments(documents, values) };
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

function computeDocuments(documents: unknown, values: object): readonly string[] | RenderError {
  const root = { Values: values, Release: { Name: "r", Namespace: "default" }, Chart: { Name: "t", Version: "0.1.0" } };
  try {
    return sortObjects(evaluateDocuments(documents, root));
  } catch (error) {
    return error instanceof RenderError ? error : [`failed: ${String(error)}`];
  }
}

/** Objects as canonical JSON; Helm sorts documents by kind, so their order is not compared. */
export function sortObjects(objects: readonly object[]): readonly string[] {
  return objects.map(printGoJson).sort();
}
