import assert from "node:assert/strict";
import { bind, collectList, collectMap } from "../../generator/expression/bind.ts";
import { release } from "../../generator/expression/built-in.ts";
import {
  defineCheck,
  defineFunction,
  entry,
  param,
  stringParam,
  treeOf,
} from "../../generator/expression/define-function.ts";
import type { Expression, Operand } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachPosition, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { toPart } from "../../generator/expression/part.ts";
import { pathOf, type Reference } from "../../generator/expression/reference.ts";
import { choose, match, when } from "../../generator/expression/when.ts";
import { and, eq, nonEmpty, not, orIfEmpty, present } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { topContext } from "../../generator/manifest/print/print-action.ts";
import { printChecks, printTree, resultVariable } from "../../generator/manifest/print/print-tree.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { v } from "../expression/sample-values.ts";

interface Port {
  readonly number: number;
  readonly protocol: string;
}
type Ports = Readonly<Record<string, Port>>;
const portsSchema = pathOf(v.ports)?.schema ?? {};
const words = param<readonly string[]>({ type: "array", items: { type: "string" } });
type Call = (...args: readonly Operand<unknown>[]) => Expression<unknown>;

/** What is printed of a function, given one call of it. */
function printed(call: Expression<unknown>): string {
  const fn = treeOf(call);
  assert.ok(fn !== undefined, "expected an applied function");
  return printTree(fn, topContext("t", new Set()));
}

type Result = "first" | "list" | "map" | "text";

/** What is printed of a function of a map of ports. */
function printedOf(result: Result, body: (ports: Reference<Ports>) => unknown): string {
  const call: Call = defineFunction({
    name: "f",
    comment: "",
    params: { ports: param<Ports>(portsSchema) },
    result,
    body: ({ ports }) => body(ports),
  });
  return printed(call(v.ports));
}

const shout: (...args: readonly Operand<unknown>[]) => Expression<string> = defineFunction({
  name: "shout",
  comment: "",
  params: { word: stringParam },
  result: "text",
  body: ({ word }) => [word, "!"],
});
const checkWord = defineCheck({
  name: "checkWord",
  comment: "",
  params: { word: stringParam },
  body: ({ word }) => guard(eq(word, "bad"), text`expected a good word, got ${word}`),
});

describe("printTree()", () => {
  it("printTree() reads one argument from the dot, several from a list, and further ones from its rest", () => {
    const make = (params: Readonly<Record<string, typeof words>>, isVariadic: boolean, count: number): string => {
      const call: Call = defineFunction({ name: "f", comment: "", params, isVariadic, result: "text", body: () => [] });
      return printed(call(...Array.from({ length: count }, () => "a")));
    };
    assert.equal(make({ a: words }, false, 1), "{{- $a := . }}\n");
    assert.equal(make({ a: words }, true, 2), "{{- $a := . }}\n");
    assert.equal(make({ a: words, b: words }, false, 2), "{{- $a := index . 0 }}\n{{- $b := index . 1 }}\n");
    assert.equal(make({ a: words, b: words }, true, 2), "{{- $a := index . 0 }}\n{{- $b := slice . 1 }}\n");
  });

  it("printTree() keeps the first text, and takes nothing for what may be absent", () => {
    assert.equal(
      printedOf("first", (ports) => forEach(ports, (name, port) => [name, port.protocol, text`${name}-x`])),
      `{{- $ports := . }}
{{- $found := "" }}
{{- range $portName, $port := $ports }}
  {{- $found = $found | default $portName }}
  {{- $found = $found | default ($port.protocol | default "TCP") }}
  {{- $found = $found | default (printf "%s-x" $portName) }}
{{- end }}
{{- $found }}
`,
    );
    const maybe: Call = defineFunction({
      name: "f",
      comment: "",
      params: { word: stringParam },
      result: "first",
      body: ({ word }) => word,
    });
    assert.equal(
      printed(maybe("a")),
      '{{- $word := . }}\n{{- $found := "" }}\n{{- $found = $found | default $word | default "" }}\n{{- $found }}\n',
    );
  });

  it("printTree() prints texts where they are yielded", () => {
    assert.equal(printed(shout("a")), '{{- $word := . }}\n{{- $word | default "" }}\n{{- "!" }}\n');
  });

  it("printTree() appends to a list what is yielded, of any type", () => {
    assert.equal(
      printedOf("list", (ports) => forEach(ports, (name, port) => [name, 1, true, { name, of: [port.number] }, {}])),
      `{{- $ports := . }}
{{- $items := list }}
{{- range $portName, $port := $ports }}
  {{- $items = append $items $portName }}
  {{- $items = append $items 1 }}
  {{- $items = append $items true }}
  {{- $items = append $items (dict "name" $portName "of" (list $port.number)) }}
  {{- $items = append $items dict }}
{{- end }}
{{- toJson $items }}
`,
    );
  });

  it("printTree() sets the entries of a map", () => {
    assert.equal(
      printedOf("map", (ports) => [entry("fixed", "a"), forEach(ports, (name, port) => entry(name, port.number))]),
      `{{- $ports := . }}
{{- $entries := dict }}
{{- $_ := set $entries "fixed" "a" }}
{{- range $portName, $port := $ports }}
  {{- $_ := set $entries $portName $port.number }}
{{- end }}
{{- toJson $entries }}
`,
    );
  });

  it("printTree() indents the content of conditions, loops and guards, but not that of a variable", () => {
    assert.equal(
      printedOf("list", (ports) =>
        forEach(ports, (name, port) => [
          when(eq(port.protocol, "UDP"), name),
          choose(nonEmpty(port.number), port.number, when(eq(name, "x"), 0)),
          match(port.protocol as Expression<"UDP">, { UDP: "u" }),
          bind("label", text`${name}/${port.protocol}`, (label) => [
            guard(eq(label, "x/TCP"), text`${label} is bad`),
            label,
          ]),
        ]),
      ),
      `{{- $ports := . }}
{{- $items := list }}
{{- range $portName, $port := $ports }}
  {{- if eq $port.protocol "UDP" }}
    {{- $items = append $items $portName }}
  {{- end }}
  {{- with $port.number }}
    {{- $items = append $items . }}
  {{- else }}
    {{- if eq $portName "x" }}
      {{- $items = append $items 0 }}
    {{- end }}
  {{- end }}
  {{- if eq ($port.protocol | default "TCP") "UDP" }}
    {{- $items = append $items "u" }}
  {{- end }}
  {{- $label := printf "%s/%s" $portName ($port.protocol | default "TCP") }}
  {{- if eq $label "x/TCP" }}
    {{- printf "%s is bad" $label | fail }}
  {{- end }}
  {{- $items = append $items $label }}
{{- end }}
{{- toJson $items }}
`,
    );
  });

  it("printTree() names the position of an item", () => {
    const call: Call = defineFunction({
      name: "f",
      comment: "",
      params: { words },
      result: "list",
      body: (p) => forEachPosition(p.words, (i, word) => ({ i, word })),
    });
    assert.equal(
      printed(call(v.args)),
      `{{- $words := . }}
{{- $items := list }}
{{- range $wordIndex, $word := $words }}
  {{- $items = append $items (dict "i" $wordIndex "word" $word) }}
{{- end }}
{{- toJson $items }}
`,
    );
  });

  it("printTree() collects lists and maps into variables of their own", () => {
    assert.equal(
      printedOf("text", (ports) =>
        collectList<string, unknown>(
          "names",
          forEach(ports, (name) => name),
          (names) => [
            collectMap<string, unknown>(
              "byName",
              [entry("a", "b"), forEachItem(names, (one) => entry(one, "x"), { as: "one" })],
              (map) => when(nonEmpty(map), "some"),
            ),
            forEachItem(names, (one) => one, { as: "one" }),
          ],
          { type: "string" },
        ),
      ),
      `{{- $ports := . }}
{{- $names := list }}
{{- range $portName, $port := $ports }}
  {{- $names = append $names $portName }}
{{- end }}
{{- $byName := dict }}
{{- $_ := set $byName "a" "b" }}
{{- range $one := $names }}
  {{- $_ := set $byName $one "x" }}
{{- end }}
{{- if $byName }}
  {{- "some" }}
{{- end }}
{{- range $one := $names }}
  {{- $one }}
{{- end }}
`,
    );
  });

  it("printTree() keeps by key the id of the entry that had it last", () => {
    assert.equal(
      printedOf("text", (ports) =>
        forEachRepeated(
          ports,
          {
            where: (_, port) => and(present(port.number), not(eq(port.protocol, "UDP"))),
            key: (_, port) => port.protocol,
            id: (name) => text`ports.${name}`,
          },
          ({ name, key, other }) => text`${name}, ${key}, ${other};`,
        ),
      ),
      `{{- $ports := . }}
{{- $portSeen := dict }}
{{- range $portName, $port := $ports }}
  {{- if and $port.number (not (eq $port.protocol "UDP")) }}
    {{- $portKey := $port.protocol | default "TCP" }}
    {{- if hasKey $portSeen $portKey }}
      {{- $portOther := index $portSeen $portKey }}
      {{- printf "%s, %s, %s;" $portName $portKey $portOther }}
    {{- end }}
    {{- $_ := set $portSeen $portKey (printf "ports.%s" $portName) }}
  {{- end }}
{{- end }}
`,
    );
    assert.equal(
      printedOf("text", (ports) => forEachRepeated(ports, { key: (_, port) => port.protocol }, ({ other }) => other)),
      `{{- $ports := . }}
{{- $portSeen := dict }}
{{- range $portName, $port := $ports }}
  {{- $portKey := $port.protocol | default "TCP" }}
  {{- if hasKey $portSeen $portKey }}
    {{- $portOther := index $portSeen $portKey }}
    {{- $portOther }}
  {{- end }}
  {{- $_ := set $portSeen $portKey $portName }}
{{- end }}
`,
    );
  });

  it("printTree() applies functions, and checks for their refusals alone", () => {
    assert.equal(
      printedOf("list", (ports) => forEach(ports, (name) => [checkWord(name), shout(shout(name))])),
      `{{- $ports := . }}
{{- $items := list }}
{{- range $portName, $port := $ports }}
  {{- include "t.checkWord" $portName }}
  {{- $items = append $items (include "t.shout" (include "t.shout" $portName)) }}
{{- end }}
{{- toJson $items }}
`,
    );
    assert.equal(
      printed(checkWord("a")),
      `{{- $word := . }}
{{- if eq $word "bad" }}
  {{- printf "expected a good word, got %s" $word | fail }}
{{- end }}
`,
    );
  });

  it("printTree() refuses what is not of its result, and names the function", () => {
    const refuses = (result: Result, body: unknown, wanted: string, found: string): void =>
      assert.throws(() => printedOf(result, () => body), {
        name: "PrintError",
        message: `Cannot print "f": expected ${wanted}, got ${found}`,
      });
    refuses("map", "text", "an entry", "string");
    refuses("map", v.name, "an entry", "an expression of type string");
    for (const result of ["first", "list", "text"] as const) refuses(result, entry("a", "b"), "a value", "an entry");
    refuses("list", { a: when(v.on, 1) }, "a value", "a conditional part");
    refuses("list", Object.values(spread("a", when(v.on, { a: 1 })))[0], "a value", "fields of another map");
    refuses("list", null, "a value", "null");
    refuses("text", new Map(), "a value", "a Map");
    const check = defineCheck({
      name: "f",
      comment: "",
      params: { word: stringParam },
      body: ({ word }) => orIfEmpty(word, "a"),
    });
    assert.throws(() => printed(check("a")), {
      name: "PrintError",
      message: 'Cannot print "f": expected a guard or a check, got an expression of type string',
    });
  });
});

describe("printChecks()", () => {
  it("printChecks() prints guards, repeated ones, and checks that are applied", () => {
    const checks = [
      guard(v.off, "no"),
      checkWord(release.name),
      forEachRepeated(v.labels, { key: (_, label) => label }, ({ name }) => guard(nonEmpty(name), "twice")),
    ];
    assert.equal(
      printChecks(toPart(checks), topContext("t", new Set())),
      `{{- if .Values.off }}
  {{- fail "no" }}
{{- end }}
{{- include "t.checkWord" .Release.Name }}
{{- $labelSeen := dict }}
{{- range $labelName, $label := .Values.labels }}
  {{- $labelKey := $label }}
  {{- if hasKey $labelSeen $labelKey }}
    {{- $labelOther := index $labelSeen $labelKey }}
    {{- if $labelName }}
      {{- fail "twice" }}
    {{- end }}
  {{- end }}
  {{- $_ := set $labelSeen $labelKey $labelName }}
{{- end }}
`,
    );
  });
});

describe("resultVariable()", () => {
  it("resultVariable() is the variable that holds a result, where one does", () => {
    const results = ["first", "list", "map", "text", "checks"] as const;
    assert.deepEqual(results.map(resultVariable), ["$found", "$items", "$entries", "", ""]);
  });
});
