import assert from "node:assert/strict";
import { bind, collectList } from "../../generator/expression/bind.ts";
import { NODE } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachPosition, forEachRepeated } from "../../generator/expression/for-each.ts";
import { lowerValue } from "../../generator/expression/go/lower.ts";
import { guard } from "../../generator/expression/guard.ts";
import { toPart } from "../../generator/expression/part.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { and, eq, nonEmpty, not, present } from "../../generator/functions/logic.ts";
import { actionLine, type Context, topContext } from "../../generator/manifest/print/print-action.ts";
import { insideRange, isControl, printControl, rangeOf } from "../../generator/manifest/print/print-control.ts";
import { partIn } from "../expression/read-part.ts";
import { v } from "../expression/sample-values.ts";

/** Prints control parts around the values of expressions, and a line for a constant. */
function print(value: unknown, context: Context = topContext("t", new Set())): string {
  const part = toPart(value);
  if (isControl(part)) return printControl(part, context, printInside);
  return printInside(part, context);
}

const printInside: Parameters<typeof printControl>[2] = (part, context) => {
  if (isControl(part)) return printControl(part, context, printInside);
  if (part.kind === "list") return part.items.map((item) => printInside(item, context)).join("");
  return part.kind === "expression"
    ? actionLine("", lowerValue(part.node, context), context)
    : `${JSON.stringify(part.kind === "literal" ? part.value : part.kind)}\n`;
};

describe("printControl()", () => {
  it("printControl() opens if, with the truth of the test", () => {
    assert.equal(print(when(v.on, "a")), '{{- if ne .Values.on false }}\n"a"\n{{- end }}\n');
    assert.equal(print(when(nonEmpty(v.name), "a")), '{{- if .Values.name }}\n"a"\n{{- end }}\n');
  });

  it("printControl() opens with where the test looks at the truth of what is used inside, whose dot it is", () => {
    assert.equal(
      print(when(nonEmpty(v.name), [v.name, v.host])),
      `{{- with .Values.name }}
{{- . }}
{{- $.Values.host | default "localhost" }}
{{- end }}
`,
    );
    assert.equal(print(when(present(v.tag), v.tag)), "{{- with .Values.tag }}\n{{- . }}\n{{- end }}\n");
    assert.equal(
      print(when(present(v.note), v.note)),
      '{{- if not (kindIs "invalid" .Values.note) }}\n{{- .Values.note }}\n{{- end }}\n',
    );
  });

  it("printControl() opens no with for a map that a reference fills in, or for what is used in a loop only", () => {
    assert.match(
      print(when(nonEmpty(v.security), v.security)),
      /^\{\{- if .Values.security \}\}\n\{\{- include "t.defaults"/,
    );
    assert.equal(
      print(
        when(
          nonEmpty(v.name),
          forEachItem(v.args, () => v.name),
        ),
      ),
      `{{- if .Values.name }}
{{- range $arg := .Values.args }}
{{- $.Values.name }}
{{- end }}
{{- end }}
`,
    );
  });

  it("printControl() needs no default for what all parts of an and have shown not to be empty", () => {
    assert.equal(
      print(when(and(nonEmpty(v.name), nonEmpty(v.host)), [v.name, v.host, v.kind])),
      `{{- if and .Values.name .Values.host }}
{{- .Values.name }}
{{- .Values.host }}
{{- .Values.kind | default "Job" }}
{{- end }}
`,
    );
  });

  it("printControl() chains conditions by else if, but not after a with, nor before one", () => {
    assert.equal(
      print(choose(v.on, 1, choose(eq(v.kind, "Job"), 2, when(v.off, 3)))),
      `{{- if ne .Values.on false }}
1
{{- else if eq (.Values.kind | default "Job") "Job" }}
2
{{- else if .Values.off }}
3
{{- end }}
`,
    );
    assert.equal(
      print(choose(nonEmpty(v.name), v.name, when(v.off, 3))),
      `{{- with .Values.name }}
{{- . }}
{{- else }}
{{- if .Values.off }}
3
{{- end }}
{{- end }}
`,
    );
    assert.equal(
      print(choose(v.off, 1, when(nonEmpty(v.name), v.name))),
      `{{- if .Values.off }}
1
{{- else }}
{{- with .Values.name }}
{{- . }}
{{- end }}
{{- end }}
`,
    );
    assert.equal(print(choose(not(v.off), 1, 2)), "{{- if not .Values.off }}\n1\n{{- else }}\n2\n{{- end }}\n");
  });

  it("printControl() repeats, and reaches the root by a dollar sign inside", () => {
    assert.equal(
      print(forEach(v.ports, (name, port) => [name, port.number, v.name])),
      `{{- range $portName, $port := .Values.ports }}
{{- $portName }}
{{- $port.number }}
{{- $.Values.name | default "" }}
{{- end }}
`,
    );
  });

  it("printControl() computes a variable before what uses it", () => {
    assert.equal(
      print(bind("host", v.host, (host) => host)),
      '{{- $host := .Values.host | default "localhost" }}\n{{- $host }}\n',
    );
  });
});

describe("isControl()", () => {
  it("isControl() is true of conditions, choices, loops and variables alone", () => {
    const control = [when(v.on, 1), choose(v.on, 1, 2), forEachItem(v.args, () => 1), bind("a", v.name, () => 1)];
    for (const part of control) assert.equal(isControl(toPart(part)), true);
    const repeated = forEachRepeated(v.labels, { key: (_, label) => label }, () => 1);
    for (const part of [1, v.name, {}, [], guard(v.on, "no"), collectList("a", 1, () => 1), repeated])
      assert.equal(isControl(toPart(part)), false);
  });
});

describe("rangeOf()", () => {
  it("rangeOf() names an item, or a name or position and an entry", () => {
    assert.equal(rangeOf(partIn(forEachItem(v.args, () => 1))), "range $arg :=");
    assert.equal(rangeOf(partIn(forEach(v.ports, () => 1))), "range $portName, $port :=");
    assert.equal(rangeOf(partIn(forEachPosition(v.args, () => 1))), "range $argIndex, $arg :=");
  });
});

describe("insideRange()", () => {
  it("insideRange() has another dot, and keeps what is known", () => {
    const known = [v.name[NODE]];
    const outer: Context = { ...topContext("t", new Set()), dot: v.host[NODE], known, indent: 4 };
    assert.deepEqual(insideRange(outer), {
      prefix: "t",
      root: "$",
      indent: 4,
      path: [],
      known,
      variables: new Set(),
    });
  });
});
