/** Turns expressions into Go template syntax. How a path prints depends on how its place handles absent values. */
import { admitsEmpty, defaultRule, fillsIn, isEmptyInGo } from "../default-rule.ts";
import { defaultsFunction } from "../defaults-function.ts";
import {
  type ApplyNode,
  type CallNode,
  type ExpressionNode,
  type IncludeNode,
  isSameNode,
  type NamedTemplate,
  type PathNode,
  type TestNode,
} from "../node.ts";
import { endsInText } from "./ends-in-text.ts";
import { atom, command, constant, GO_IDENTIFIER, type GoNode, pipe, stringConstant } from "./go-syntax.ts";
import { keep } from "./keep.ts";
import { PREFIX_KEY, PREFIX_VARIABLE } from "./message-prefix.ts";

/** What the printer knows about the place of an expression. */
export interface Scope {
  /** What the names of the named templates of functions begin with: the chart whose files are printed. */
  readonly prefix: string;
  /** The pipeline whose files are printed: it has the named templates of its stages' charts under names of its own. */
  readonly pipeline?: string;
  /** How the root is written: `$` inside `range` and `with`. */
  readonly root: "." | "$";
  /** The expression that the dot denotes inside a `with`. */
  readonly dot?: ExpressionNode;
  /** What the surrounding tests have shown not to be empty: its default is never used. */
  readonly known?: readonly ExpressionNode[];
  /** Where the prefix of messages is: in the root, or in a variable of the function; absent: they have none. */
  readonly messagePrefix?: "root" | "variable";
}

/** Lowers an expression whose value is used: a reference that may be absent is printed with its default. */
export function lowerValue(node: ExpressionNode, scope: Scope): GoNode {
  if (isDot(node, scope)) return atom(".");
  switch (node.op) {
    case "literal":
      return constant(node.value);
    case "path":
      return isKnown(node, scope) && !fillsIn(node) ? lowerPath(node, scope) : withDefault(node, scope);
    case "and":
    case "or":
      return command(node.op, ...node.args.map((arg) => lowerValue(arg, scope)));
    case "not":
      return isPresenceTest(node.arg) ? lowerAbsence(node.arg, scope) : command("not", lowerValue(node.arg, scope));
    case "present":
      return command("not", lowerAbsence(node, scope));
    case "nonEmpty":
      return command("not", command("empty", lowerAbsentSafe(node.arg, scope)));
    case "call":
      return node.function.go(lowerArguments(node, scope), scope.prefix);
    case "apply":
      return lowerApply(node, scope);
    case "include": {
      const included = lowerInclude(node, scope);
      const text = endsInText(node.define.body) ? pipe(included, command("printf", stringConstant("%s\n"))) : included;
      if (node.type === "object") return pipe(text, atom("fromYaml"));
      return node.type === "array" ? pipe(text, atom("fromYamlArray")) : included;
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

/** Lowers an include whose text is used as it is. */
export function lowerInclude({ define, scope: from, kept }: IncludeNode, scope: Scope): GoNode {
  const root = from === undefined ? atom(scope.root) : lowerValue(from, scope);
  const text = command("include", stringConstant(nameTemplate(define, scope)), root);
  if (kept === undefined) return text;
  const [key = "", ...keys] = kept.keys.toReversed();
  return keep(lowerPath(kept, scope), lowerPath({ ...kept, keys: keys.toReversed() }, scope), key, text);
}

/**
 * The name of a named template where it is printed. Names are those of a whole release, in which two pipelines may have
 * charts of the same name and of different versions.
 */
export function nameTemplate({ name }: NamedTemplate, { pipeline }: Pick<Scope, "pipeline">): string {
  return pipeline === undefined || name.startsWith(`${pipeline}.`) ? name : `${pipeline}/${name}`;
}

/** Lowers an expression of which only Go's truth counts (`if`, `with`, `range`): absent is false like empty. */
export function lowerTruth(node: ExpressionNode, scope: Scope): GoNode {
  if (isDot(node, scope)) return atom(".");
  switch (node.op) {
    case "path":
      return isEmptyInGo(node.schema.default) ? lowerPath(node, scope) : withDefault(node, scope);
    case "nonEmpty":
      return lowerAbsentSafe(node.arg, scope);
    case "present":
      return admitsEmpty(node.arg) ? lowerValue(node, scope) : lowerAbsentSafe(node.arg, scope);
    case "not":
      return isPresenceTest(node.arg) ? lowerAbsence(node.arg, scope) : command("not", lowerTruth(node.arg, scope));
    case "and":
    case "or":
      return command(node.op, ...node.args.map((arg) => lowerTruth(arg, scope)));
    case "literal":
    case "call":
    case "apply":
    case "include":
    case "dict":
    case "list":
      return lowerValue(node, scope);
    default:
      return node satisfies never;
  }
}

/** Lowers an expression for a place that accepts an absent value. */
export function lowerAbsentSafe(node: ExpressionNode, scope: Scope): GoNode {
  return node.op === "path" && !isDot(node, scope) ? lowerPath(node, scope) : lowerValue(node, scope);
}

/** The subject of a test of Go's truth of a value: `with` can then replace `if`. */
export function truthSubject(test: ExpressionNode): ExpressionNode | undefined {
  if (test.op === "nonEmpty") return test.arg;
  return test.op === "present" && !admitsEmpty(test.arg) ? test.arg : undefined;
}

/** All values that are not empty when the test holds: the subjects of a test and of the parts of an `and`. */
export function truthSubjects(test: ExpressionNode): readonly ExpressionNode[] {
  if (test.op === "and") return test.args.flatMap(truthSubjects);
  const subject = truthSubject(test);
  return subject === undefined ? [] : [subject];
}

function isDot(node: ExpressionNode, scope: Scope): boolean {
  return scope.dot !== undefined && isSameNode(node, scope.dot);
}

function isKnown(node: ExpressionNode, { known = [] }: Scope): boolean {
  return known.some((other) => isSameNode(node, other));
}

// A test of presence that `lowerTruth` writes with `kindIs`.
function isPresenceTest(node: ExpressionNode): node is TestNode {
  return node.op === "present" && admitsEmpty(node.arg);
}

function lowerAbsence({ arg }: TestNode, scope: Scope): GoNode {
  return command("kindIs", stringConstant("invalid"), lowerAbsentSafe(arg, scope));
}

function lowerArguments(call: CallNode, scope: Scope): GoNode[] {
  const safe = call.function.absentSafe ?? [];
  const lowered = call.args.map((arg, i) =>
    safe === "all" || safe.includes(i) ? lowerAbsentSafe(arg, scope) : lowerValue(arg, scope),
  );
  const [message, ...others] = lowered;
  const isMessage = call.function.refuses === true && message !== undefined;
  return isMessage ? [prefixMessage(message, scope), ...others] : lowered;
}

/** The prefix of messages, in the files of a chart that has one. */
export function lowerPrefix({ messagePrefix, root }: Scope): GoNode | undefined {
  switch (messagePrefix) {
    case undefined:
      return undefined;
    case "root":
      return atom(root === "." ? `.${PREFIX_KEY}` : `$.${PREFIX_KEY}`);
    case "variable":
      return atom(PREFIX_VARIABLE);
    default:
      return messagePrefix satisfies never;
  }
}

/** A message of a refusal with its prefix; `cat` leaves out one that is nil. */
export function prefixMessage(message: GoNode, scope: Scope): GoNode {
  const prefix = lowerPrefix(scope);
  if (prefix === undefined) return message;
  return message.kind === "atom" ? command("cat", prefix, message) : pipe(message, command("cat", prefix));
}

// A single argument is the dot of the named template; several are a list.
function lowerApply({ function: fn, args, type }: ApplyNode, scope: Scope): GoNode {
  const prefix = fn.refuses ? lowerPrefix(scope) : undefined;
  const lowered = [...(prefix === undefined ? [] : [prefix]), ...args.map((arg) => lowerAbsentSafe(arg, scope))];
  const [only] = lowered;
  const isAlone = lowered.length === 1 && !fn.isVariadic && only !== undefined;
  const text = command("include", stringConstant(`${scope.prefix}.${fn.name}`), isAlone ? only : list(lowered));
  switch (fn.result) {
    case "list":
      return pipe(text, atom("fromJsonArray"));
    case "map":
      return pipe(text, atom("fromJson"));
    case "first":
    case "text":
      // A number of a values file is a float, whose text may have an exponent, which "int" cannot read.
      if (type === "integer") return pipe(text, atom("float64"), atom("int"));
      return type === "number" ? pipe(text, atom("float64")) : text;
    case "checks":
      return text;
    default:
      return fn.result satisfies never;
  }
}

function list(items: readonly GoNode[]): GoNode {
  return items.length === 0 ? atom("list") : command("list", ...items);
}

const ALWAYS_SET: ReadonlySet<string> = new Set([
  "Values",
  "Release",
  "Chart",
  "Capabilities",
  "Subcharts",
  "Template",
  "container",
]);

// `(.Values.job).parallelism` survives an absent job; `.Values.job.parallelism` does not.
function lowerPath(path: PathNode, scope: Scope): GoNode {
  const root = path.root === "." ? (scope.root === "." ? "" : "$") : path.root;
  let text = root;
  for (const [i, key] of path.keys.entries()) {
    if (!GO_IDENTIFIER.test(key))
      throw new TypeError(`Cannot print ${path.keys.join(".")}: "${key}" is no Go identifier`);
    text = i < directKeys(path) ? `${text}.${key}` : `(${text}).${key}`;
  }
  return atom(text || ".");
}

// How many keys from the root on need no parentheses around what is before them.
function directKeys({ root, keys: [first = ""], isNullable = false }: PathNode): number {
  if (isNullable) return 0;
  // The first key below an object that Helm always sets needs no parentheses; below the cluster's version, no key does.
  if (root !== "." || !ALWAYS_SET.has(first)) return 1;
  return first === "Capabilities" ? 3 : 2;
}

function withDefault(path: PathNode, scope: Scope): GoNode {
  const value = lowerPath(path, scope);
  const fallback = path.schema.default;
  const rule = defaultRule(path);
  switch (rule) {
    case "none":
      return value;
    case "switch":
      return command("ne", value, constant(false));
    case "fill":
      return defaultsFunction.go([value, lowerConstant(fallback)], scope.prefix);
    case "ifEmpty":
      return pipe(value, command("default", lowerConstant(fallback)));
    case "ifAbsent":
      return pipe(
        command("kindIs", stringConstant("invalid"), value),
        command("ternary", lowerConstant(fallback), value),
      );
    default:
      return rule satisfies never;
  }
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
