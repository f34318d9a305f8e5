import { type Document, parseAllDocuments, visit } from "yaml";
import { readNode } from "./read-yaml-node.ts";
import { YamlError } from "./yaml-error.ts";

type Fail = (message: string, offset: number) => never;

/**
 * Reads one YAML document as Helm and the API server do (sigs.k8s.io/yaml): plain JSON data, null for an empty text.
 * Stricter than they are where they lose text silently: a key that is set twice and a second document are errors.
 * An integer that a number cannot hold exactly is a bigint; `__proto__` is a key like any other.
 * @throws YamlError with the line
 */
export function readYaml(text: string): unknown {
  // Go's reader takes CR, CRLF, NEL, U+2028 and U+2029 for line breaks; the parser below knows LF and CRLF. The first
  // three it reads as LF, the last two it keeps and drops the blanks around them.
  const breaks = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?|\u0085/g, "\n");
  const source = breaks.replaceAll(/[ \t]*([\u2028\u2029])[ \t]*/g, "$1");
  const fail: Fail = (message, offset) => {
    throw new YamlError(message, source.slice(0, offset).split("\n").length);
  };
  refuseRaw(unreadable.exec(source), fail);
  const document = parseOneDocument(source, fail);
  refuseRaw(findBareSeparator(source, document), fail);
  return document === undefined ? null : readNode(document.contents, { document, source, open: new Set(), fail });
}

function parseOneDocument(source: string, fail: Fail): Document | undefined {
  // With the failsafe schema every plain scalar arrives as its text; Go's rules then give it a type.
  const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
  const documents = parseAllDocuments(source, options);
  for (const { errors, warnings } of "empty" in documents ? [documents] : documents) {
    // A tag that the failsafe schema does not know is read here later, as Go does.
    const faults = [...errors, ...warnings.filter((warning) => warning.code !== "TAG_RESOLVE_FAILED")];
    for (const fault of faults) fail(fault.message, fault.pos[0]);
  }
  const [document, second] = documents;
  if (second !== undefined) fail("expected one document, got a second one, which Helm does not read", second.range[0]);
  const { explicit, version } = document?.directives?.yaml ?? {};
  if (explicit === true && version !== "1.1") fail(`expected YAML 1.1, got ${version}`, 0);
  return document;
}

// What Go's reader refuses; and beside a line break U+2028 and U+2029, which are breaks too, and a byte order mark.
const unreadable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|(?<=^|[\n\u2028\u2029])[\u2028\u2029\uFEFF]|[\u2028\u2029](?=\n|$)/;

function refuseRaw(found: RegExpExecArray | undefined | null, fail: Fail): void {
  if (found === undefined || found === null) return;
  const name = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  fail(`expected ${name} as an escape in double quotes, got the raw character`, found.index);
}

/** Finds U+2028 or U+2029 outside of quotes, where they end a line for Go, and mostly the value with it. */
function findBareSeparator(source: string, document: Document | undefined): RegExpExecArray | undefined {
  const all = [...source.matchAll(/[\u2028\u2029]/g)];
  const quoted = all.length > 0 && document !== undefined ? findQuoted(document) : [];
  return all.find(({ index }) => !quoted.some(([start, end]) => index > start && index < end));
}

function findQuoted(document: Document): (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = [];
  visit(document, {
    Scalar(_, { type, range }) {
      if ((type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") && range) ranges.push([range[0], range[1]]);
    },
  });
  return ranges;
}
