import { Buffer } from "node:buffer";
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { printKey, type ResolvedScalar, resolveScalar } from "./resolve-scalar.ts";

/** What the nodes of a document are read with. */
export interface YamlContext {
  readonly document: Document;
  /** The text that the ranges of the nodes point into. */
  readonly source: string;
  /** The anchors being read, to notice one that holds itself. */
  readonly open: Set<Node>;
  readonly fail: (message: string, offset: number) => never;
}

/** Turns a node of a document parsed with the failsafe schema into JSON data, as sigs.k8s.io/yaml does. */
export function readNode(node: unknown, context: YamlContext): unknown {
  if (isAlias(node)) return readAlias(node.resolve(context.document), node, context);
  if (isNode(node) && !/^[\w-]*$/.test(("anchor" in node && node.anchor) || "")) {
    context.fail("expected an anchor of letters, digits, _ and -, got other characters", locate(node));
  }
  if ((isMap(node) || isSeq(node)) && node.flow === true) checkFlow(node, context);
  if (isMap(node)) return readMap(node.items, context);
  if (isSeq(node)) return node.items.map((item) => readNode(item, context));
  if (!isScalar(node)) return null;
  const value = readScalar(node, context);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return context.fail(`expected a finite number, got ${node.source}`, locate(node));
  }
  if (typeof value !== "bigint") return value;
  return BigInt(Number(value)) === value ? Number(value) : value;
}

/** Refuses bare text with `?`, a tag or a colon at its edge inside of [] and {}: Go cuts it elsewhere than the parser. */
function checkFlow(node: Node, { source, fail }: YamlContext): void {
  const [start, end] = node.range ?? [0, 0];
  const bare = source.slice(start, end).replaceAll(/"(?:\\.|[^"\\])*"|'[^']*'/gs, '""');
  const found = /\?|:[\],}]|(?<=[[{,\s])(?::[^\s]|![^\s]*[\],}])/.exec(bare);
  if (found !== null) fail(`expected quotes around a text in [] or {} that holds "${found[0].slice(0, 1)}"`, start);
}

function readAlias(target: Node | undefined, alias: Node, context: YamlContext): unknown {
  if (target === undefined) {
    return context.fail("expected an alias of an anchor above it, got one of none", locate(alias));
  }
  if (context.open.has(target)) return context.fail("expected data, got an anchor inside itself", locate(alias));
  context.open.add(target);
  const value = readNode(target, context);
  context.open.delete(target);
  return value;
}

function readMap(pairs: readonly Pair[], context: YamlContext): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  const own = new Set<string>();
  for (const { key, value } of pairs) {
    if (isMergeKey(key)) {
      for (const [name, merged] of readMerge(value, context)) entries.set(name, merged);
      continue;
    }
    const name = readKey(key, context);
    if (own.has(name)) context.fail(`expected each key once, got "${name}" again`, locate(key));
    own.add(name);
    entries.set(name, readNode(value, context));
  }
  return Object.fromEntries(entries);
}

function readKey(key: unknown, context: YamlContext): string {
  const node = isAlias(key) ? key.resolve(context.document) : key;
  const name = isScalar(node) ? printKey(readScalar(node, context)) : undefined;
  return name ?? context.fail("expected a string, a number or a boolean as key, got something else", locate(key));
}

function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || key.source !== "<<") return false;
  return key.tag === "tag:yaml.org,2002:merge" || (key.type === "PLAIN" && key.tag === undefined);
}

/** The entries that `<<` brings in, the deciding one last: of several maps the first decides. */
function readMerge(value: unknown, context: YamlContext): [string, unknown][] {
  const sources = isSeq(value) ? value.items.toReversed() : [value];
  return sources.flatMap((source) => {
    const isMergeable = isMap(isAlias(source) ? source.resolve(context.document) : source);
    if (!isMergeable) context.fail("expected a map or a list of maps to merge, got something else", locate(value));
    return Object.entries(Object(readNode(source, context)));
  });
}

const typeOfTag = new Map([
  ["!!int", "bigint"],
  ["!!float", "number"],
  ["!!bool", "boolean"],
  ["!!null", "null"],
]);

function readScalar(node: Scalar, context: YamlContext): ResolvedScalar {
  const text = readText(node, context);
  if (node.tag === undefined) return node.type === "PLAIN" ? resolveScalar(text) : text;
  const tag = node.tag.replace("tag:yaml.org,2002:", "!!");
  if (tag === "!!binary") return readBase64(text) ?? context.fail(`expected base64, got "${text}"`, locate(node));
  const expected = typeOfTag.get(tag);
  if (expected === undefined) return text;
  const value = resolveScalar(text);
  if (tag === "!!float" && typeof value === "bigint") return Number(value);
  const found = value === null ? "null" : typeof value;
  return found === expected ? value : context.fail(`expected a value of type ${tag}, got "${text}"`, locate(node));
}

function readBase64(text: string): string | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text.replaceAll("\n", "") ? bytes.toString("utf8") : undefined;
}

/** The text of a scalar; where the parser is more lenient than Go, or adds a line break that Go does not, Go's way. */
function readText(node: Scalar, { source, fail }: YamlContext): string {
  const [start, end] = node.range ?? [0, 0];
  const written = source.slice(start, end);
  const text = node.source ?? "";
  if (node.type === "QUOTE_DOUBLE") {
    // Half a character in \u, JSON's \/, and an escaped line break before an empty line.
    for (const [sequence] of written.matchAll(/\\(?:u[dD][89a-fA-F]..|\n[ \t]*\n|.)/gs)) {
      if (sequence.length > 2 || sequence === "\\/")
        fail(`expected an escape that Go reads alike, got ${JSON.stringify(sequence)}`, start);
    }
  } else if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
    const isTabbed = /^[^\d\n]*\n(?: *\n)* *\t/.test(written);
    if (isTabbed) fail("expected spaces as indentation of a block of text, got a tab", start);
    if (end >= source.length && !source.endsWith("\n")) return text.replace(/\n$/, "");
  }
  return text;
}

function locate(node: unknown): number {
  const isPlaced = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return isPlaced ? (node.range?.[0] ?? 0) : 0;
}
