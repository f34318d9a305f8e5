import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { library } from "../../generator/library/library.ts";
import { listMutants, mutateTemplate } from "../../mutation/charts/list-mutants.ts";
import { readCheckSources } from "../../mutation/charts/rooms.ts";
import { printStageForm } from "../../mutation/charts/stage-form.ts";

const PATH = "templates/_checks.tpl";

/** The texts that the faults of a title make of the lines of a check; the room decides whether fine faults are made. */
function faultsOf(title: string, body: string, room = "library/workload/checks"): readonly string[] {
  const text = `{{- define "a.checkA" -}}\n${body}\n{{- end }}\n`;
  const sources = [{ room, text: 'name: "checkA"' }];
  return mutateTemplate(PATH, text, sources)
    .filter((one) => one.title === title && one.room === room)
    .map((one) => one.text.split("\n").slice(1, -2).join("\n"));
}
const SMALL = "library/stateful-stage";

describe("mutateTemplate() of checks", () => {
  it("mutateTemplate() takes `and` for `or`, and leaves out an operand", () => {
    assert.deepEqual(faultsOf("or for and", "{{- if and .a (not .b) }}{{- end }}"), [
      "{{- if or .a (not .b) }}{{- end }}",
    ]);
    assert.deepEqual(faultsOf("operand of and dropped", "{{- if and .a (not .b) }}{{- end }}"), [
      "{{- if and  (not .b) }}{{- end }}",
      "{{- if and .a  }}{{- end }}",
    ]);
    assert.deepEqual(faultsOf("not dropped", "{{- if and .a (not .b) }}{{- end }}"), [
      "{{- if and .a (and .b) }}{{- end }}",
    ]);
  });

  it("mutateTemplate() turns comparisons, and moves their boundary", () => {
    const body = "{{- if gt (int64 .a) 0 }}{{- end }}";
    assert.deepEqual(faultsOf("ge for gt", body), ["{{- if ge (int64 .a) 0 }}{{- end }}"]);
    assert.deepEqual(faultsOf("lt for gt", body), ["{{- if lt (int64 .a) 0 }}{{- end }}"]);
    assert.deepEqual(faultsOf("number changed", body), ["{{- if gt (int64 .a) 1 }}{{- end }}"]);
    assert.deepEqual(faultsOf("number changed", "{{- if gt .a 0.0 }}{{- end }}"), ["{{- if gt .a 1.0 }}{{- end }}"]);
    assert.deepEqual(faultsOf("ne for eq", '{{- if eq .a "b" }}{{- end }}'), ['{{- if ne .a "b" }}{{- end }}']);
    assert.deepEqual(faultsOf("text changed", '{{- if eq .a "b" }}{{- end }}'), [
      '{{- if eq .a "b-other" }}{{- end }}',
    ]);
  });

  it("mutateTemplate() swaps branches, but not those of a default", () => {
    assert.deepEqual(faultsOf("branches swapped", '{{- $a := ternary "b c" .d (not .e) }}'), [
      '{{- $a := ternary .d "b c" (not .e) }}',
    ]);
    assert.deepEqual(faultsOf("branches swapped", '{{- $a := kindIs "invalid" .b | ternary 1 .b }}'), []);
  });

  it("mutateTemplate() changes the rounds of loops", () => {
    const body = "{{- range $a, $b := .c }}x{{- end }}";
    assert.deepEqual(faultsOf("range over nothing", body), ["{{- range $a, $b := list }}x{{- end }}"]);
    assert.deepEqual(faultsOf("range ends after its first round", body), [
      "{{- range $a, $b := .c }}x{{- break }}{{- end }}",
    ]);
    const skip = "{{- if not $skipped }}{{- $skipped = true }}{{- continue }}{{- end }}";
    assert.deepEqual(faultsOf("range without its first round", body), [
      `{{- $skipped := false }}{{- range $a, $b := .c }}${skip}x{{- end }}`,
    ]);
  });

  it("mutateTemplate() leaves out calls of checks, and what changes variables", () => {
    assert.deepEqual(faultsOf("check not called", '{{- include "a.checkB" . }}'), ['{{- "" }}']);
    assert.deepEqual(faultsOf("entry not set", "{{- $_ := set $a $b 1 }}"), ['{{- "" }}']);
    assert.deepEqual(faultsOf("assignment dropped", "{{- $a = append $a 1 }}"), ['{{- "" }}']);
  });

  it("mutateTemplate() empties the path of a message, and drops a refusal with values", () => {
    const body = '{{- printf "a.%s.b: no %s" $c .d | fail }}';
    assert.deepEqual(faultsOf("path of a message emptied", body), ['{{- printf "%s.b: no %s" $c .d | fail }}']);
    assert.deepEqual(faultsOf("path of a message emptied", '{{- fail "a.b: no" }}'), ['{{- fail ": no" }}']);
    assert.deepEqual(faultsOf("fail dropped", body), ['{{- "" }}']);
  });

  it("mutateTemplate() changes values of messages, fields, variables and arguments in small rooms alone", () => {
    const message = '{{- printf "a.%s: no %s" $c .d | fail }}';
    assert.deepEqual(faultsOf("value of a message emptied", message), []);
    assert.deepEqual(faultsOf("value of a message emptied", message, SMALL), [
      '{{- printf "a.%s: no %s" "" .d | fail }}',
      '{{- printf "a.%s: no %s" $c "" | fail }}',
    ]);
    assert.deepEqual(faultsOf("values of a message swapped", message, SMALL), [
      '{{- printf "a.%s: no %s" .d $c | fail }}',
    ]);
    assert.deepEqual(faultsOf("message cut behind its path", message, SMALL), ['{{- printf "a.%s" $c .d | fail }}']);
    const fields = "{{- if (($a.b).c).d }}{{- end }}";
    assert.deepEqual(faultsOf("another field", fields, SMALL), [
      "{{- if (($a.b).c).c }}{{- end }}",
      "{{- if (($a.b).b).d }}{{- end }}",
      "{{- if (($a.d).c).d }}{{- end }}",
    ]);
    assert.deepEqual(faultsOf("field that is never there", "{{- if $a.b }}{{- end }}", SMALL), [
      "{{- if $a.bOther }}{{- end }}",
    ]);
    assert.deepEqual(faultsOf("another variable", "{{- $a := 1 }}\n{{- $b := 2 }}\n{{- $c := $a }}", SMALL), [
      "{{- $a := 1 }}\n{{- $b := 2 }}\n{{- $c := $b }}",
    ]);
    assert.deepEqual(faultsOf("another parameter", "{{- $a := index . 0 }}", SMALL), ["{{- $a := index . 1 }}"]);
    assert.deepEqual(faultsOf("arguments swapped", '{{- include "a.b" (list .c (d .e) 1) }}', SMALL), [
      '{{- include "a.b" (list (d .e) .c 1) }}',
    ]);
  });
});

describe("listMutants()", () => {
  const all = library.flatMap((chart) => listMutants(printStageForm(chart)));
  const sources = readCheckSources();

  it("listMutants() has at least 40 mutants in each room of checks", () => {
    const rooms = new Set(sources.map(({ room }) => room));
    const counts = Map.groupBy(all, ({ room }) => room);
    // A pipeline's own checks stand in its chart alone, those of chains in no chart that is committed.
    const own = ["pipeline/umbrella", "pipeline/orderings"];
    const few = [...rooms].filter((room) => !own.includes(room) && (counts.get(room)?.length ?? 0) < 40);
    assert.deepEqual(few, []);
  });

  it("listMutants() knows the room of each mutant of a file of checks", () => {
    const ofChecks = all.filter(({ path }) => path === PATH);
    assert.notEqual(ofChecks.length, 0);
    assert.deepEqual(
      ofChecks.filter(({ room }) => room === undefined).map(({ line, title }) => `${line}: ${title}`),
      [],
    );
  });
});
