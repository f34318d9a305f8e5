import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bindOperands, fits } from "../../generator/expression/go/bind-operands.ts";
import {
  atom,
  command,
  constant,
  depthOf,
  type GoNode,
  pipe,
  writeFlat,
} from "../../generator/expression/go/go-syntax.ts";

const job = atom("(.Values.job).completions");
const include = (name: string, arg: GoNode): GoNode => command("include", constant(name), arg);

function lines(node: GoNode, room: { width?: number; depth?: number }, taken: readonly string[] = [], hint?: string) {
  const { bindings, node: rest } = bindOperands(node, { width: 120, depth: 3, ...room }, new Set(taken), hint);
  return [...bindings.map(({ variable, value }) => `${variable} := ${writeFlat(value)}`), writeFlat(rest)];
}

describe("bindOperands()", () => {
  it("bindOperands() leaves what fits", () => {
    assert.deepEqual(lines(command("add", job, constant(1)), {}), ["add (.Values.job).completions 1"]);
  });

  it("bindOperands() binds what makes two lines of about the same length, under the name of its template", () => {
    const node = command("printf", constant("%s-%s"), include("t.fullname", atom(".")), include("t.name", job));
    assert.deepEqual(lines(node, { width: 72 }), [
      '$name := include "t.name" (.Values.job).completions',
      'printf "%s-%s" (include "t.fullname" .) $name',
    ]);
  });

  it("bindOperands() never binds what and and or may skip", () => {
    const guarded = command("index", atom("$list"), command("sub", job, constant(1)));
    const node = command("and", include("t.first", job), guarded);
    assert.deepEqual(lines(node, { width: 70 }), [
      '$first := include "t.first" (.Values.job).completions',
      "and $first (index $list (sub (.Values.job).completions 1))",
    ]);
    assert.deepEqual(lines(command("or", atom("$a"), guarded), { width: 20 }), [
      "or $a (index $list (sub (.Values.job).completions 1))",
    ]);
  });

  it("bindOperands() takes another name where the template has one of that name", () => {
    const node = command("toJson", include("t.first", job));
    assert.deepEqual(lines(node, { depth: 1 }, ["$first", "$first2"])[1], "toJson $first3");
  });

  it("bindOperands() names what has no name of its own by what it is for", () => {
    const pair = command("dict", constant("containerName"), constant("main"));
    const node = include("t.yaml", command("merge", pair, atom("$")));
    assert.equal(lines(node, { depth: 1 }, [], "labels").at(-1), 'include "t.yaml" $scope');
    const list = command("list", job, constant("main"));
    assert.equal(lines(include("t.join", list), { depth: 1 }).at(-1), 'include "t.join" $arguments');
    const where = command("first", include("t.where", list));
    assert.deepEqual(lines(where, { depth: 1 }, [], "labels"), [
      '$arguments := list (.Values.job).completions "main"',
      'first (include "t.where" $arguments)',
    ]);
    const long = command("printf", constant("%s".repeat(30)), include("t.where", list));
    assert.match(lines(long, { width: 100 }, [], "labels").join("\n"), /^\$labels := include "t.where" /);
    const keyed = include("t.yaml", command("dict", constant("capabilities"), command("dict", constant("drop"), job)));
    assert.match(lines(keyed, { depth: 2 }).join("\n"), /^\$capabilities := dict "drop" /);
  });

  it("bindOperands() names a test of presence by what is present, and keeps it whole", () => {
    const isPresent = command("not", command("empty", atom("(.Values.podSecurityContext).runAsUser")));
    const isGiven = command("not", command("kindIs", constant("invalid"), job));
    const isAbsent = command("kindIs", constant("invalid"), job);
    const isMap = command("kindIs", constant("map"), job);
    const bound = (test: GoNode) =>
      lines(command("ternary", constant("a".repeat(50)), constant("b"), test), { width: 90 })[0];
    assert.equal(bound(isPresent), "$hasRunAsUser := not (empty (.Values.podSecurityContext).runAsUser)");
    assert.equal(bound(isGiven), '$hasCompletions := not (kindIs "invalid" (.Values.job).completions)');
    assert.equal(bound(isAbsent), '$noCompletions := kindIs "invalid" (.Values.job).completions');
    assert.equal(bound(isMap), '$isMap := kindIs "map" (.Values.job).completions');
  });

  it("bindOperands() names functions that are keys of any object too", () => {
    const node = command("has", command("toString", job), command("list", constant("a"), constant("b")));
    assert.deepEqual(lines(node, { depth: 1 }), [
      "$completions := toString (.Values.job).completions",
      'has $completions (list "a" "b")',
    ]);
  });

  it("bindOperands() takes a path apart that has too many parentheses", () => {
    const path = atom("((((.Values.global).pipeline).gate).image).pullPolicy");
    assert.deepEqual(lines(pipe(path, command("default", constant("Always"))), {}), [
      "$image := (((.Values.global).pipeline).gate).image",
      '($image).pullPolicy | default "Always"',
    ]);
  });

  it("depthOf() counts no parentheses of strings", () => {
    assert.equal(depthOf(command("fail", constant('a ((("( b'))), 0);
    assert.equal(depthOf(command("not", command("eq", job, constant(1)))), 2);
    assert.ok(!fits(job, { width: 120, depth: 0 }));
  });
});
