import { parseDocument, type ScalarTag, type Tags } from "yaml";

// Where Go's parser differs from YAML 1.1: `0o17` is a number, `.` and `e3` are strings, and there are no times, dates
// and `!!omap`.
const octal: ScalarTag = {
  tag: "tag:yaml.org,2002:int",
  default: true,
  test: /^[-+]?0o[0-7]+$/,
  resolve: (text) => (text.startsWith("-") ? -1 : 1) * Number(text.replace(/^[-+]/, "")),
};
const digitless: ScalarTag = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  test: /^(?=.)[-+]?(?:\.(?:_[0-9_]*)?)?(?:[eE][-+]?[0-9]+)?$/,
  resolve: (text) => text,
};
const isKnownToGo = (tag: Tags[number]): boolean =>
  typeof tag === "string" || (tag.format !== "TIME" && !/:(timestamp|omap|pairs|set)$/.test(tag.tag));

/**
 * Reads one YAML document as Helm and the API server do (YAML 1.1, as sigs.k8s.io/yaml has it): plain JSON data, null
 * for an empty text. An integer that a number cannot hold exactly is a bigint.
 * @throws YAMLParseError for a text that is no YAML, a key that is set twice, a second document
 * @throws ReferenceError for an alias without an anchor, RangeError for a number that JSON does not have
 */
export function readYaml(text: string): unknown {
  // For Go, U+2028 and U+2029 are line breaks, which it keeps while it drops the blanks around them.
  const source = text.replace(/^\uFEFF/, "").replaceAll(/[ \t]*([\u2028\u2029])[ \t]*/g, "$1");
  const document = parseDocument(source, {
    version: "1.1",
    merge: true,
    intAsBigInt: true,
    customTags: (tags) => [octal, digitless, ...tags.filter(isKnownToGo)],
  });
  const [error] = document.errors;
  if (error !== undefined) {
    // Without the lines around it, because it becomes part of other messages.
    error.message = error.message.replace(/:\n.*$/s, "");
    throw error;
  }
  return document.toJS({ reviver: (_, value) => readNumber(value) });
}

function readNumber(value: unknown): unknown {
  if (typeof value === "bigint") return BigInt(Number(value)) === value ? Number(value) : value;
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError(`expected a finite number, got ${value}`);
  return value;
}
