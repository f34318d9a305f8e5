import assert from "node:assert/strict";
import fc from "fast-check";
import {
  atom,
  command,
  constant,
  type GoNode,
  LINE_WIDTH,
  pipe,
  stringConstant,
  writeGo,
} from "../../generator/expression/go/go-syntax.ts";

const start = { column: 0, indent: 0, tail: 0 };

/** A layout in which nothing fits that is longer than the width. */
function within(width: number, indent = 0): Parameters<typeof writeGo>[1] {
  return { column: LINE_WIDTH - width, indent, tail: 0 };
}

describe("stringConstant()", () => {
  it("stringConstant() escapes quotes, backslashes and control characters as Go does", () => {
    assert.equal(stringConstant('say "hi"').text, String.raw`"say \"hi\""`);
    assert.equal(stringConstant("a\\b\n\t\r\u0000").text, String.raw`"a\\b\n\t\r\u0000"`);
    assert.equal(stringConstant("{{ é 😀 }}").text, '"{{ é 😀 }}"');
  });

  it("stringConstant() replaces half a surrogate pair, which Go cannot read", () => {
    assert.equal(stringConstant("a\ud800b").text, '"a\ufffdb"');
  });
});

describe("constant()", () => {
  it("constant() prints strings, numbers and booleans", () => {
    assert.equal(constant("a").text, '"a"');
    assert.equal(constant(1e6).text, "1000000");
    assert.equal(constant(-0.5).text, "-0.5");
    assert.equal(constant(true).text, "true");
  });
});

describe("pipe()", () => {
  it("pipe() makes one pipe of a pipe that is piped on", () => {
    const node = pipe(pipe(atom(".a"), command("default", atom("1"))), atom("quote"));
    assert.equal(node.commands.length, 3);
    assert.equal(writeGo(node, start), ".a | default 1 | quote");
  });
});

describe("writeGo()", () => {
  it("writeGo() puts an argument that is a command or a pipe in parentheses, and nothing else", () => {
    const node = command(
      "and",
      atom(".a"),
      command("not", atom(".b")),
      pipe(atom(".c"), command("default", command("dict"))),
    );
    assert.equal(writeGo(node, start), "and .a (not .b) (.c | default (dict))");
    assert.equal(writeGo(pipe(command("list", atom("1")), atom("toJson")), start), "list 1 | toJson");
  });

  it("writeGo() keeps what fits on its line, together with what follows on it", () => {
    const node = command("printf", stringConstant("%s"), atom(".a"));
    assert.equal(writeGo(node, { column: 106, indent: 0, tail: 0 }), 'printf "%s" .a');
    assert.equal(writeGo(node, { column: 106, indent: 0, tail: 1 }), 'printf "%s"\n  .a');
  });

  it("writeGo() gives each argument that is a command a line of its own when they do not fit", () => {
    const node = command(
      "printf",
      stringConstant("%s-%s"),
      command("include", stringConstant("t.fullname"), atom(".")),
      command("include", stringConstant("t.name"), atom(".")),
    );
    assert.equal(
      writeGo(node, within(20, 2)),
      `printf "%s-%s"
    (include "t.fullname" .)
    (include "t.name" .)`,
    );
  });

  it("writeGo() fills lines with words that are no commands", () => {
    const words = Array.from({ length: 24 }, (_, i) => stringConstant(`word-${i}`));
    assert.equal(
      writeGo(command("list", atom("$volume"), ...words), start),
      `list $volume "word-0" "word-1" "word-2" "word-3" "word-4" "word-5" "word-6" "word-7" "word-8" "word-9" "word-10"
  "word-11" "word-12" "word-13" "word-14" "word-15" "word-16" "word-17" "word-18" "word-19" "word-20" "word-21"
  "word-22" "word-23"`,
    );
  });

  it("writeGo() keeps the key and the value of a dict on one line", () => {
    const pairs = ["first", "second", "third"].flatMap((key) => [stringConstant(key), stringConstant("x".repeat(40))]);
    const x = "x".repeat(40);
    assert.equal(writeGo(command("dict", ...pairs), start), `dict "first" "${x}" "second" "${x}"\n  "third" "${x}"`);
  });

  it("writeGo() breaks the value of a dict after its key", () => {
    const node = command(
      "dict",
      stringConstant("checksum/config"),
      command("sha256sum", command("toJson", command("include", stringConstant(`t.${"a".repeat(90)}`), atom(".")))),
    );
    assert.equal(
      writeGo(node, start),
      `dict
  "checksum/config" (sha256sum
    (toJson (include "t.${"a".repeat(90)}" .)))`,
    );
  });

  it("writeGo() keeps the name of an included template next to include", () => {
    const scope = command(
      "list",
      atom(".Values.first"),
      command("dict", stringConstant("key"), stringConstant("x".repeat(60))),
    );
    const name = stringConstant("t.merge");
    assert.equal(
      writeGo(command("include", name, scope), within(60)),
      `include "t.merge"
  (list .Values.first (dict "key" "${"x".repeat(60)}"))`,
    );
  });

  it("writeGo() breaks the first command of a pipe before the pipe itself", () => {
    const list = command(
      "list",
      atom(".Values.first"),
      command("dict", stringConstant("key"), stringConstant("x".repeat(60))),
    );
    const node = pipe(command("include", stringConstant("t.merge"), list), atom("fromJson"));
    assert.equal(
      writeGo(node, { column: 20, indent: 2, tail: 3 }),
      `include "t.merge"
    (list .Values.first (dict "key" "${"x".repeat(60)}")) | fromJson`,
    );
  });

  it("writeGo() moves the rest of a pipe to the next line where its first command is short", () => {
    const node = pipe(
      command("kindIs", stringConstant("invalid"), atom("(.Values.job).retries")),
      command("ternary", atom("4"), atom("(.Values.job).retries")),
      atom("toJson"),
    );
    assert.equal(
      writeGo(node, { column: 60, indent: 2, tail: 3 }),
      `kindIs "invalid" (.Values.job).retries
    | ternary 4 (.Values.job).retries | toJson`,
    );
  });

  it("writeGo() gives each command of a long pipe its line", () => {
    const long = (name: string): GoNode => command(name, stringConstant("x".repeat(90)));
    assert.equal(
      writeGo(pipe(atom(".a"), long("default"), long("trimSuffix")), start),
      `.a
  | default "${"x".repeat(90)}"
  | trimSuffix "${"x".repeat(90)}"`,
    );
  });

  it("writeGo() writes the same words on any line, and no line too long but for one word", () => {
    const word = fc.integer({ min: 1, max: 30 }).map((length) => atom(`.${"w".repeat(length)}`));
    const { node } = fc.letrec<{ node: GoNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, depthSize: "max", withCrossShrink: true },
        word,
        fc.array(tie("node"), { minLength: 1, maxLength: 6, size: "max" }).map((args) => command("list", ...args)),
        fc
          .array(tie("node"), { minLength: 1, maxLength: 3, size: "max" })
          .map((args) => command("dict", ...args.flatMap((arg) => [atom('"key"'), arg]))),
        fc.tuple(tie("node"), word).map(([first, last]) => pipe(first, command("default", last))),
      ),
    }));
    fc.assert(
      fc.property(node, fc.nat(40), fc.nat(20), (tree, column, indent) => {
        const text = writeGo(tree, { column, indent, tail: 3 });
        const flat = writeGo(tree, { column: -100000, indent: 0, tail: 0 });
        assert.equal(text.replaceAll(/\n */g, " "), flat);
        const [first = "", ...rest] = text.split("\n");
        for (const line of [" ".repeat(column) + first, ...rest]) {
          assert.ok(line.length <= LINE_WIDTH, `${line.length}: ${line}`);
        }
      }),
    );
  });
});
