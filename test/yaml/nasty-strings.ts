/** Strings that some YAML reader or writer gets wrong. */

const words = [
  ..."y Y n N yes Yes YES no No NO on On ON off Off OFF true True TRUE false False FALSE".split(" "),
  ..."null Null NULL ~ nan NaN .nan .NaN .NAN inf .inf .Inf .INF -.inf +.inf infinity undefined".split(" "),
];

const numbers = [
  ..."0 -0 +1 0123 0o17 017 08 0x1F 0b11 1e6 1E6 1e+21 1.10 1. .5 -.5 1_000 1_0.5 1000000 9007199254740993".split(" "),
  ..."12:30:45 1:30 190:20:30 2001-01-01 2001-12-14t21:59:43.10-05:00 1,000 0x 1e 10Gi 250m 1.2.3 v1.0".split(" "),
];

const syntax = [
  "=",
  "<<",
  "<",
  "- a",
  "-a",
  "-",
  "--",
  "---",
  "...",
  "--- a",
  "a: b",
  "a:",
  "a :b",
  ":a",
  ":",
  "a:b",
  "a #b",
  "a#b",
  "#",
  "# c",
  "? a",
  "?",
  "{a}",
  "{",
  "[a]",
  "]",
  "a, b",
  ",",
  "*a",
  "&a",
  "!a",
  "!!str a",
  "!!binary aGk=",
  "|",
  ">",
  "|-",
  "%a",
  "%YAML 1.1",
  "@a",
  "`a",
  "'",
  '"',
  "''",
  `'a' "b"`,
  "it's",
  "\\",
  "\\n",
  "\\u0041",
  "a\\",
  "http://a.b/c?d=e#f",
  "./a",
  "../a",
  "/",
  "a/",
  "a ",
  "~/a",
  "a  b",
];

const blanks = [
  "",
  " ",
  "  ",
  "  a",
  "a  ",
  " a ",
  "\t",
  "a\tb",
  "\ta",
  "a\t",
  "\n",
  "\n\n",
  "a\nb",
  "a\n",
  "a\n\n",
  "\na",
  "\n\na",
  "  a\nb",
  "a\n  b\n",
  " a\n\n b \n\n",
  "a\n \nb",
  "a\n\tb",
  "a\r\nb",
  "a\rb",
  "\r",
  "a\n---\nb",
  "a\n# b",
  "key: a\nother: b\n",
];

const characters = [
  ...Array.from({ length: 0xa1 }, (_, code) => String.fromCodePoint(code)),
  ..."\u00ad\u061c\u1680\u180e\u2000\u200a\u200b\u200e\u2028\u2029\u202e\u202f\u205f\u2060\u3000\ufdd0\ue000\ufeff\ufffd\ufffe\uffff",
  ..."é日😀\u{1ffff}\u{20000}\u{10ffff}",
];

const templates = [
  "{{ lookup }}",
  "{{- end }}",
  "{{",
  "}}",
  "{{{",
  "{{/* a */}}",
  "{{`a`}}",
  "$x",
  "$(X)",
  "%s%d%%",
  "%!s(<nil>)",
  "$&",
];

const others = [
  "<a>&b</a>",
  "a b c",
  `${"long ".repeat(40)}end`,
  "x".repeat(300),
  "__proto__",
  "constructor",
  "toString",
  "then",
  "app.kubernetes.io/name",
];

/** Every string once; all are well-formed Unicode. */
export const nastyStrings: readonly string[] = [
  ...new Set([
    ...words,
    ...numbers,
    ...syntax,
    ...blanks,
    ...characters.flatMap((character) => [character, `a${character}b`, `a${character}`]),
    ...templates,
    ...others,
  ]),
];

/** A map with every difficult string as a key and as a value. */
export const nastyMap: Readonly<Record<string, string>> = Object.fromEntries(
  nastyStrings.map((string) => [string, string]),
);
