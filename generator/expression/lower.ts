/** Turns expressions into Go template syntax. How a path prints depends on what its place does with absent values. */
import type { JsonSchema } from "../json-schema.ts";
import { defaultsFunction } from "./defaults-function.ts";
import { atom, command, constant, GO_IDENTIFIER, type GoNode, pipe, stringConstant } from "./go-syntax.ts";
import { type CallNode, type ExpressionNode, isSameNode, type PathNode } from "./node.ts";

/** What the printer knows about the place of an expression. */
export interface Scope {
  /** The chart whose files are printed; the named templates of functions carry its name. */
  readonly prefix: string;
  /** How the root is reached: `$` inside `range` and `with`. */
  readonly root: "." | "$";
  /** What the dot stands for inside a `with`. */
  readonly dot?: ExpressionNode;
  /** What the tests around have shown not to be empty: no default can stand in for it. */
  readonly known?: readonly ExpressionNode[];
}

/** Lowers an expression whose value is used: a reference that may be absent brings its default. */
export function lowerValue(node: ExpressionNode, scope: Scope): GoNode {
  if (isDot(node, scope)) return atom(".");
  switch (node.op) {
    case "literal":
      return constant(node.value);
    case "path":
      return isKnown(node, scope) && !fillsIn(node) ? lowerPath(node, scope) : withDefault(node, scope);
    case "call": {
      const [first] = node.args;
      if (node.function.name === "not" && first !== undefined && isPresenceTest(first))
        return lowerAbsence(first, scope);
      return node.function.go(lowerArguments(node, scope), scope.prefix);
    }
    case "include": {
      const root = node.scope === undefined ? atom(scope.root) : lowerValue(node.scope, scope);
      const text = command("include", stringConstant(node.define.name), root);
      if (node.type === "object") return pipe(text, atom("fromYaml"));
      return node.type === "array" ? pipe(text, atom("fromYamlArray")) : text;
    }
    case "dict":
      if (node.entries.length === 0) return atom("dict");
      return command(
        "dict",
        ...node.entries.flatMap(([key, value]) => [stringConstant(key), lowerValue(value, scope)]),
      );
    case "list":
      if (node.items.length === 0) return atom("list");
      return command("list", ...node.items.map((item) => lowerValue(item, scope)));
    default:
      return node satisfies never;
  }
}

/** Lowers an expression of which only Go's truth counts (`if`, `with`, `range`): absent is false like empty. */
export function lowerTruth(node: ExpressionNode, scope: Scope): GoNode {
  if (isDot(node, scope)) return atom(".");
  if (node.op === "path") return isEmptyInGo(node.schema.default) ? lowerPath(node, scope) : withDefault(node, scope);
  if (node.op !== "call") return lowerValue(node, scope);
  const [first] = node.args;
  if (first === undefined) return lowerValue(node, scope);
  switch (node.function.name) {
    case "nonEmpty":
      return lowerAbsentSafe(first, scope);
    case "present":
      return admitsEmpty(first) ? lowerValue(node, scope) : lowerAbsentSafe(first, scope);
    case "not":
      return isPresenceTest(first) ? lowerAbsence(first, scope) : command("not", lowerTruth(first, scope));
    case "and":
    case "or":
      return command(node.function.name, ...node.args.map((arg) => lowerTruth(arg, scope)));
    default:
      return lowerValue(node, scope);
  }
}

/** Lowers an expression for a place that takes an absent value as it is. */
export function lowerAbsentSafe(node: ExpressionNode, scope: Scope): GoNode {
  return node.op === "path" && !isDot(node, scope) ? lowerPath(node, scope) : lowerValue(node, scope);
}

/** What a test looks at when Go's truth of that value is the test: `with` can then replace `if`. */
export function truthSubject(test: ExpressionNode): ExpressionNode | undefined {
  if (test.op !== "call" || test.args.length !== 1) return undefined;
  const [subject] = test.args;
  if (subject === undefined) return undefined;
  const { name } = test.function;
  return name === "nonEmpty" || (name === "present" && !admitsEmpty(subject)) ? subject : undefined;
}

/** All values that are not empty when the test holds: the subjects of a test and of the parts of an `and`. */
export function truthSubjects(test: ExpressionNode): readonly ExpressionNode[] {
  if (test.op === "call" && test.function.name === "and") return test.args.flatMap(truthSubjects);
  const subject = truthSubject(test);
  return subject === undefined ? [] : [subject];
}

/** Whether a reference fills in what a value that is given lacks: a map with a default of several keys. */
export function fillsIn(node: ExpressionNode): boolean {
  if (node.op !== "path") return false;
  const fallback = node.schema.default;
  return typeof fallback === "object" && !Array.isArray(fallback) && !isEmptyInGo(fallback);
}

/** Whether a schema-valid value can be empty in Go's sense: "", 0, false, an empty map or list. */
export function admitsEmpty(node: ExpressionNode): boolean {
  return node.op !== "path" || schemaAdmitsEmpty(node.schema);
}

function schemaAdmitsEmpty(schema: JsonSchema): boolean {
  if (schema.enum !== undefined) return schema.enum.some((value) => !value);
  if (schema.type === "string") {
    if ((schema.minLength ?? 0) > 0) return false;
    return schema.pattern === undefined || new RegExp(schema.pattern, "u").test("");
  }
  if (schema.type === "integer" || schema.type === "number") return (schema.minimum ?? 0) <= 0;
  if (schema.type === "array") return (schema.minItems ?? 0) === 0;
  if (schema.type === "object") return (schema.minProperties ?? 0) === 0 && !demandsKey(schema);
  return true;
}

// A required key that has a default may be left out of a values file all the same.
function demandsKey({ required = [], properties = {} }: JsonSchema): boolean {
  return required.some((key) => {
    const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (field?.type === "object" && field.default === undefined && field.properties !== undefined)
      return demandsKey(field);
    return field?.default === undefined;
  });
}

function isDot(node: ExpressionNode, scope: Scope): boolean {
  return scope.dot !== undefined && isSameNode(node, scope.dot);
}

function isKnown(node: ExpressionNode, { known = [] }: Scope): boolean {
  return known.some((other) => isSameNode(node, other));
}

function isPresenceTest(node: ExpressionNode): node is CallNode {
  return node.op === "call" && node.function.name === "present" && node.args.every(admitsEmpty);
}

// The opposite of `not (kindIs "invalid" x)`.
function lowerAbsence(presence: CallNode, scope: Scope): GoNode {
  return command("kindIs", stringConstant("invalid"), ...presence.args.map((arg) => lowerAbsentSafe(arg, scope)));
}

function lowerArguments(call: CallNode, scope: Scope): GoNode[] {
  const safe = call.function.absentSafe ?? [];
  return call.args.map((arg, i) =>
    safe === "all" || safe.includes(i) ? lowerAbsentSafe(arg, scope) : lowerValue(arg, scope),
  );
}

const ALWAYS_SET: ReadonlySet<string> = new Set([
  "Values",
  "Release",
  "Chart",
  "Capabilities",
  "Subcharts",
  "container",
]);

// `(.Values.job).parallelism` survives an absent job; `.Values.job.parallelism` does not.
function lowerPath(path: PathNode, scope: Scope): GoNode {
  const root = path.root === "." ? (scope.root === "." ? "" : "$") : path.root;
  // The first key below an object that Helm always sets needs no guard; below the cluster's version, none at all.
  const isSet = path.root === "." && ALWAYS_SET.has(path.keys[0] ?? "");
  const direct = !isSet ? 1 : path.keys[0] === "Capabilities" ? 3 : 2;
  let text = root;
  for (const [i, key] of path.keys.entries()) {
    if (!GO_IDENTIFIER.test(key))
      throw new TypeError(`Cannot print ${path.keys.join(".")}: "${key}" is no Go identifier`);
    text = i < direct ? `${text}.${key}` : `(${text}).${key}`;
  }
  return atom(text || ".");
}

function withDefault(path: PathNode, scope: Scope): GoNode {
  const value = lowerPath(path, scope);
  const fallback = path.schema.default;
  if (fallback === undefined) return value;
  if (fallback === true) return command("ne", value, constant(false));
  if (isEmptyInGo(fallback) || !admitsEmpty(path)) {
    if (typeof fallback === "object" && !isEmptyInGo(fallback)) return defaults(value, fallback, scope);
    return pipe(value, command("default", lowerConstant(fallback)));
  }
  if (typeof fallback === "object") return defaults(value, fallback, scope);
  return pipe(command("kindIs", stringConstant("invalid"), value), command("ternary", lowerConstant(fallback), value));
}

// An object's default holds for each of its keys, also for one that a null took away.
function defaults(value: GoNode, fallback: unknown, scope: Scope): GoNode {
  if (Array.isArray(fallback))
    return pipe(
      command("kindIs", stringConstant("invalid"), value),
      command("ternary", lowerConstant(fallback), value),
    );
  return defaultsFunction.go([value, lowerConstant(fallback)], scope.prefix);
}

/** Lowers a constant of any JSON type. */
export function lowerConstant(value: unknown): GoNode {
  if (Array.isArray(value)) return value.length === 0 ? atom("list") : command("list", ...value.map(lowerConstant));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return atom("dict");
    return command("dict", ...entries.flatMap(([key, entry]) => [stringConstant(key), lowerConstant(entry)]));
  }
  return constant(value as string | number | boolean); // a default is never null
}

/** Whether a constant is empty as Go's `default` and `with` see it. */
export function isEmptyInGo(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !value;
  if (Array.isArray(value)) return value.length === 0;
  // A list of the keys would be long: a map has an entry for each stage of a pipeline.
  for (const key in value) if (Object.hasOwn(value, key)) return false;
  return true;
}
