import assert from "node:assert/strict";
import { bind } from "../../generator/expression/bind.ts";
import { release } from "../../generator/expression/built-in.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { given } from "../../generator/expression/reference.ts";
import { choose, match, matchOrLast, when } from "../../generator/expression/when.ts";
import { enabled, ordered } from "../../generator/functions/entries.ts";
import { and, eq, nonEmpty, orElse, orIfEmpty, present } from "../../generator/functions/logic.ts";
import { merge } from "../../generator/functions/maps.ts";
import { fitName, text } from "../../generator/functions/strings.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { v } from "../expression/sample-values.ts";
import { print } from "./print-part.ts";

describe("printManifest()", () => {
  it("printManifest() prints constants as YAML, keys in their order", () => {
    assert.equal(
      print({
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "web", labels: {}, annotations: { "example.com/on": "yes" } },
        spec: { ports: [{ name: "http", port: 80 }], externalIPs: [], ready: true, none: undefined },
      } as Documents),
      `apiVersion: v1
kind: Service
metadata:
  name: web
  labels: {}
  annotations:
    example.com/on: "yes"
spec:
  ports:
    - name: http
      port: 80
  externalIPs: []
  ready: true
`,
    );
  });

  it("printManifest() puts lists in lists and maps in lists on the line of the dash", () => {
    assert.equal(
      print({ a: [["b", ["c"]], [{ d: [{ e: 1, f: 2 }] }], {}, []] } as Documents),
      `a:
  - - b
    - - c
  - - d:
        - e: 1
          f: 2
  - {}
  - []
`,
    );
  });

  it("printManifest() keeps two braces of a constant from starting an action", () => {
    assert.equal(
      print({ "{{ key }}": "{{ .Values.secret }}" } as Documents),
      `${String.raw`"{\u007b key }}": "{\u007b .Values.secret }}"`}\n`,
    );
  });

  it("printManifest() quotes strings, and prints numbers and booleans as JSON", () => {
    assert.equal(
      print({
        name: v.name,
        retries: v.job.retries,
        on: v.on,
        limit: given(v.limit),
        env: given(v.maybe),
      } as Documents),
      `name: {{ .Values.name | default "" | quote }}
retries: {{ kindIs "invalid" (.Values.job).retries | ternary 4 (.Values.job).retries | toJson }}
"on": {{ ne .Values.on false | toJson }}
limit: {{ .Values.limit | toJson }}
env: {{ .Values.maybe | toJson }}
`,
    );
  });

  it("printManifest() writes maps and lists as YAML at their indent", () => {
    assert.equal(
      print({ spec: { labels: v.labels, items: [{ args: v.args }, v.labels] } } as Documents),
      `spec:
  labels:
    {{- include "t.yaml" (.Values.labels | default dict) | nindent 4 }}
  items:
    - args:
        {{- include "t.yaml" (.Values.args | default list) | nindent 8 }}
    - {{ include "t.yaml" (.Values.labels | default dict) | indent 6 | trim }}
`,
    );
  });

  it("printManifest() includes the text of named templates of objects and lists, and quotes that of strings", () => {
    const name = new Define<string>("t.name", "string", v.name, "");
    const labels = new Define<object>("t.labels", "object", { a: 1 }, "");
    const args = new Define<readonly string[]>("t.args", "array", ["a"], "");
    assert.equal(
      print({
        name: include(name),
        labels: include(labels),
        args: include(args),
        more: merge<string>(include(labels) as never, v.labels),
      } as Documents),
      `name: {{ include "t.name" . | quote }}
labels:
  {{- include "t.labels" . | nindent 2 }}
args:
  {{- include "t.args" . | nindent 2 }}
more:
  {{- $more := include "t.merge" (list (include "t.labels" . | fromYaml) .Values.labels) | fromJson }}
  {{- include "t.yaml" $more | nindent 2 }}
`,
    );
  });

  it("printManifest() lets an optional reference guard itself", () => {
    assert.equal(
      print({ kind: "A", tag: v.tag, note: v.note, limit: v.limit, deadline: v.deadline } as Documents),
      `kind: A
{{- with .Values.tag }}
tag: {{ . | quote }}
{{- end }}
{{- if not (kindIs "invalid" .Values.note) }}
note: {{ .Values.note | quote }}
{{- end }}
{{- if not (kindIs "invalid" .Values.limit) }}
limit: {{ .Values.limit | toJson }}
{{- end }}
{{- with .Values.deadline }}
deadline: {{ . | toJson }}
{{- end }}
`,
    );
  });

  it("printManifest() puts an if on its own line", () => {
    assert.equal(
      print({
        spec: { suspend: when(v.off, true), retries: when(eq(v.kind, "Job"), v.retries), kind: "A" },
      } as Documents),
      `spec:
  {{- if .Values.off }}
  suspend: true
  {{- end }}
  {{- if eq (.Values.kind | default "Job") "Job" }}
  retries: {{ kindIs "invalid" .Values.retries | ternary 4 .Values.retries | toJson }}
  {{- end }}
  kind: A
`,
    );
  });

  it("printManifest() prints with where the part uses what the test looks at", () => {
    assert.equal(
      print({
        kind: "A",
        labels: when(nonEmpty(v.labels), v.labels),
        names: when(nonEmpty(v.name), { own: v.name, release: release.name, host: v.host }),
        fixed: when(nonEmpty(v.name), "yes"),
        ports: when(nonEmpty(enabled(v.ports)), [forEach(enabled(v.ports), (name) => name)]),
      } as Documents),
      `kind: A
{{- with .Values.labels }}
labels:
  {{- include "t.yaml" . | nindent 2 }}
{{- end }}
{{- with .Values.name }}
names:
  own: {{ . | quote }}
  release: {{ $.Release.Name | quote }}
  host: {{ $.Values.host | default "localhost" | quote }}
{{- end }}
{{- if .Values.name }}
fixed: "yes"
{{- end }}
{{- with include "t.enabled" .Values.ports | fromJson }}
ports:
  {{- range $portName, $port := . }}
  - {{ $portName | quote }}
  {{- end }}
{{- end }}
`,
    );
  });

  it("printManifest() prints if where with would lose the rest of a default", () => {
    assert.equal(
      print({ kind: "A", security: when(nonEmpty(v.security), v.security) } as Documents),
      `kind: A
{{- if .Values.security }}
security:
  {{- $security := include "t.defaults" (list .Values.security (dict "user" "nobody" "drop" "ALL")) | fromJson }}
  {{- include "t.yaml" $security | nindent 2 }}
{{- end }}
`,
    );
  });

  it("printManifest() prints if where the value is used only in a range, which has a dot of its own", () => {
    assert.equal(
      print({
        kind: "A",
        list: when(nonEmpty(v.note), [forEachItem(v.args, () => given(v.note)), "end"]),
      } as Documents),
      `kind: A
{{- if .Values.note }}
list:
  {{- range $arg := .Values.args }}
  - {{ $.Values.note | quote }}
  {{- end }}
  - end
{{- end }}
`,
    );
  });

  it("printManifest() nests one with in another", () => {
    assert.equal(
      print({
        kind: "A",
        claim: when(present(v.claim), { size: given(v.claim).size, volume: given(v.claim).volume, again: v.claim }),
      } as Documents),
      `kind: A
{{- with .Values.claim }}
claim:
  size: {{ ($.Values.claim).size | quote }}
  {{- with ($.Values.claim).volume }}
  volume: {{ . | quote }}
  {{- end }}
  again:
    {{- include "t.yaml" . | nindent 4 }}
{{- end }}
`,
    );
  });

  it("printManifest() prints else and else if", () => {
    assert.equal(
      print({
        a: choose(v.off, "x", "y"),
        b: match(v.kind, { Job: 1, CronJob: { c: 2 } }),
        d: choose(v.off, 1, choose(v.on, 2, 3)),
        kind: "A",
      } as Documents),
      `{{- if .Values.off }}
a: x
{{- else }}
a: "y"
{{- end }}
{{- if eq (.Values.kind | default "Job") "Job" }}
b: 1
{{- else if eq (.Values.kind | default "Job") "CronJob" }}
b:
  c: 2
{{- end }}
{{- if .Values.off }}
d: 1
{{- else if ne .Values.on false }}
d: 2
{{- else }}
d: 3
{{- end }}
kind: A
`,
    );
  });

  it("printManifest() prints no else if after a with, nor where the next part needs a with", () => {
    assert.equal(
      print({
        kind: "A",
        a: choose(nonEmpty(v.note), v.note, when(v.off, "off")),
        b: choose(v.off, "off", when(nonEmpty(v.name), v.name)),
      } as Documents),
      `kind: A
{{- with .Values.note }}
a: {{ . | quote }}
{{- else }}
{{- if .Values.off }}
a: "off"
{{- end }}
{{- end }}
{{- if .Values.off }}
b: "off"
{{- else }}
{{- with .Values.name }}
b: {{ . | quote }}
{{- end }}
{{- end }}
`,
    );
  });

  it("printManifest() walks maps and lists with range, and reaches the root through $", () => {
    assert.equal(
      print({
        ports: [
          forEach(v.ports, (name, port) => ({ name, number: port.number, protocol: port.protocol, host: v.host })),
        ],
        ordered: [forEach(ordered(v.ports), (name, port) => ({ name, number: port.number })), "last"],
        args: ["first", forEachItem(v.args, (arg) => arg)],
      } as Documents),
      `ports:
  {{- range $portName, $port := .Values.ports }}
  - name: {{ $portName | quote }}
    number: {{ $port.number | toJson }}
    protocol: {{ $port.protocol | default "TCP" | quote }}
    host: {{ $.Values.host | default "localhost" | quote }}
  {{- end }}
  {{- if not .Values.ports }}
  []
  {{- end }}
ordered:
  {{- range $port := include "t.ordered" .Values.ports | fromJsonArray }}
  - name: {{ $port.name | quote }}
    number: {{ ($port.value).number | toJson }}
  {{- end }}
  - last
args:
  - first
  {{- range $arg := .Values.args }}
  - {{ $arg | quote }}
  {{- end }}
`,
    );
  });

  it("printManifest() puts the first field of an item after the dash unless an action opens it", () => {
    assert.equal(
      print({
        a: [{ b: 1, c: v.tag }, { c: v.tag, b: 1 }, when(v.off, { d: 1 }), { e: { f: 1 } }],
      } as Documents),
      `a:
  - b: 1
    {{- with .Values.tag }}
    c: {{ . | quote }}
    {{- end }}
  -
    {{- with .Values.tag }}
    c: {{ . | quote }}
    {{- end }}
    b: 1
  {{- if .Values.off }}
  - d: 1
  {{- end }}
  - e:
      f: 1
`,
    );
  });

  it("printManifest() computes variables on lines of their own", () => {
    assert.equal(
      print({
        metadata: { name: bind("name", fitName(v.name, 63), (name) => text`${name}-x`) },
        list: [bind("tag", orElse(v.tag, "latest"), (tag) => ({ tag, again: tag }))],
      } as Documents),
      `metadata:
  {{- $name := include "t.fitName" (list 63 (.Values.name | default "")) }}
  name: {{ printf "%s-x" $name | quote }}
list:
  {{- $tag := .Values.tag | default "latest" }}
  - tag: {{ $tag | quote }}
    again: {{ $tag | quote }}
`,
    );
  });

  it("printManifest() prints a variable of a reference without a default of its own", () => {
    assert.equal(
      print({ kind: "A", host: bind("host", v.host, (host) => host) } as Documents),
      `kind: A
{{- $host := .Values.host | default "localhost" }}
host: {{ $host | quote }}
`,
    );
  });

  it("printManifest() prints [] or {} where all parts may be absent, and only there", () => {
    assert.equal(
      print({
        map: { tag: v.tag, note: v.note },
        list: [when(v.off, 1), forEachItem(v.args, (arg) => arg)],
        one: { tag: when(nonEmpty(v.tag), v.tag) },
        sure: { tag: v.tag, kind: "A" },
        either: { a: choose(v.off, 1, when(v.on, 2)) },
      } as Documents),
      `map:
  {{- with .Values.tag }}
  tag: {{ . | quote }}
  {{- end }}
  {{- if not (kindIs "invalid" .Values.note) }}
  note: {{ .Values.note | quote }}
  {{- end }}
  {{- if not (or .Values.tag (not (kindIs "invalid" .Values.note))) }}
  {}
  {{- end }}
list:
  {{- if .Values.off }}
  - 1
  {{- end }}
  {{- range $arg := .Values.args }}
  - {{ $arg | quote }}
  {{- end }}
  {{- if not (or .Values.off .Values.args) }}
  []
  {{- end }}
one:
  {{- with .Values.tag }}
  tag: {{ . | quote }}
  {{- end }}
  {{- if not .Values.tag }}
  {}
  {{- end }}
sure:
  {{- with .Values.tag }}
  tag: {{ . | quote }}
  {{- end }}
  kind: A
either:
  {{- if .Values.off }}
  a: 1
  {{- else if ne .Values.on false }}
  a: 2
  {{- end }}
  {{- if not (or .Values.off (ne .Values.on false)) }}
  {}
  {{- end }}
`,
    );
  });

  it("printManifest() prints no [] where the test around says that there are items", () => {
    const ports = enabled(v.ports);
    assert.equal(
      print({ kind: "A", ports: when(and(nonEmpty(ports), v.on), [forEach(ports, (name) => name)]) } as Documents),
      `kind: A
{{- if and (include "t.enabled" .Values.ports | fromJson) (ne .Values.on false) }}
ports:
  {{- range $portName, $port := include "t.enabled" .Values.ports | fromJson }}
  - {{ $portName | quote }}
  {{- end }}
{{- end }}
`,
    );
  });

  it("printManifest() does not test twice whether a value is present", () => {
    assert.equal(
      print({ kind: "A", part: when(nonEmpty(v.note), { note: v.note }) } as Documents),
      `kind: A
{{- with .Values.note }}
part:
  note: {{ . | quote }}
{{- end }}
`,
    );
  });

  it("printManifest() writes spread fields among the others", () => {
    const source = new Define<{ b: number }>("t.source", "object", { b: 2 }, "");
    assert.equal(
      print({
        map: { a: 1, ...spread("source", include(source)), ...spread("more", when(v.off, { c: 3, d: v.tag })) },
        chosen: { ...spread("kind", matchOrLast(v.kind, { CronJob: { cron: 1 }, Job: { job: v.tag } })) },
      } as Documents),
      `map:
  a: 1
  {{- include "t.source" . | nindent 2 }}
  {{- if .Values.off }}
  c: 3
  {{- with .Values.tag }}
  d: {{ . | quote }}
  {{- end }}
  {{- end }}
chosen:
  {{- if eq (.Values.kind | default "Job") "CronJob" }}
  cron: 1
  {{- else }}
  {{- with .Values.tag }}
  job: {{ . | quote }}
  {{- end }}
  {{- end }}
  {{- if not (or (eq (.Values.kind | default "Job") "CronJob") .Values.tag) }}
  {}
  {{- end }}
`,
    );
  });

  it("printManifest() binds what makes a line too long, in lines before it", () => {
    const name = fitName(text`${release.name}-${orIfEmpty(v.name, v.host)}-${v.job.size}-${release.namespace}`, 63);
    assert.equal(
      print({ spec: { name } } as Documents),
      `spec:
  {{- $name := .Values.name | default (.Values.host | default "localhost") }}
  {{- $name2 := printf "%s-%s-%s-%s" .Release.Name $name (.Values.job).size .Release.Namespace }}
  name: {{ include "t.fitName" (list 63 $name2) | quote }}
`,
    );
  });
});

describe("printManifest() refuses", () => {
  const refuses = (part: unknown, message: string): void => {
    assert.throws(() => print({ spec: part } as Documents), { name: "PrintError", code: "PRINT", message });
  };

  it("a repeated part in place of a value", () => {
    refuses(
      forEachItem(v.args, (arg) => arg),
      'Cannot print "spec": expected a value, got a repeated part',
    );
    refuses(
      {
        a: when(
          v.on,
          forEachItem(v.args, (arg) => arg),
        ),
      },
      'Cannot print "spec.a": expected a value, got a repeated part',
    );
  });

  it("an instance of some class, and what is no value at all", () => {
    refuses(new Map(), 'Cannot print "spec": expected a value, got a Map');
    refuses({ a: [new Date(0)] }, 'Cannot print "spec.a": expected a value, got a Date');
    refuses(when(v.on, undefined), 'Cannot print "spec": expected a value, got undefined');
    refuses(() => 1, 'Cannot print "spec": expected a value, got function');
  });

  it("an item that may be absent without a condition", () => {
    refuses(
      { a: [v.tag] },
      'Cannot print "spec.a": expected an item that is always there or a condition, got an expression that may be absent',
    );
  });

  it("a document that is none", () => {
    const error = (found: string): object => ({
      name: "PrintError",
      message: `Cannot print "": expected a map, got ${found}`,
    });
    assert.throws(() => print("text" as unknown as Documents), error("string"));
    assert.throws(() => print(undefined as unknown as Documents), error("undefined"));
    assert.throws(() => print(v.name), {
      message: 'Cannot print "": expected a document, got an expression of type string',
    });
  });

  it("conditional items of a repeated part in a list that may be empty", () => {
    const items = forEachItem(v.args, (arg) => when(nonEmpty(arg), arg));
    assert.throws(() => print({ a: [items] } as Documents), {
      message: "Cannot test whether a list of conditional items is empty: put the condition on the list",
    });
    assert.match(print({ a: ["first", items] } as Documents), /- first/);
  });

  it("a condition on a variable that decides whether a map is empty", () => {
    const part = bind("tag", orElse(v.tag, ""), (tag) => when(nonEmpty(tag), tag));
    assert.throws(() => print({ a: { tag: part } } as Documents), {
      message: "Cannot test the presence of a part that depends on $tag: put the variable inside",
    });
    assert.match(print({ a: { kind: "A", tag: part } } as Documents), /\{\{- with \$tag \}\}/);
  });

  it("a spread of a named template that may be empty", () => {
    const source = new Define<{ tag?: string }>("t.source", "object", { tag: v.tag }, "");
    assert.throws(() => print({ a: { b: 1, ...spread("source", include(source)) } } as Documents), {
      message:
        'Cannot print "a": expected a spread of fields that are always there, got one of fields that may all be absent',
    });
  });
});
