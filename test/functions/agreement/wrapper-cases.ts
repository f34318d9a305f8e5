/** What authors call, on inputs that are hard for one of the two interpreters. */
import { defaultsFunction } from "../../../generator/expression/defaults-function.ts";
import type { Expression, Operand } from "../../../generator/expression/expression.ts";
import { call } from "../../../generator/functions/call.ts";
import { enabled, ordered, where } from "../../../generator/functions/entries.ts";
import { concat, list, uniq } from "../../../generator/functions/lists.ts";
import * as logic from "../../../generator/functions/logic.ts";
import { fieldOfEach, hasEntry, lookUp, merge, withoutEmpty } from "../../../generator/functions/maps.ts";
import { extendScope } from "../../../generator/functions/named-templates/extend-scope.ts";
import { sum } from "../../../generator/functions/numbers.ts";
import * as strings from "../../../generator/functions/strings.ts";
import { nastyMap, nastyStrings } from "../../yaml/nasty-strings.ts";
import type { Case } from "../compare-with-helm.ts";
import { branchOf, onlyBranch, onlyBranchOfEach } from "../sample-unions.ts";

// The arguments of each case are of the types that its function asks for.
const ask = (
  title: string,
  build: (...args: readonly Expression<never>[]) => Expression<unknown>,
  ...args: unknown[]
): Case => ({
  title: `${title} of ${JSON.stringify(args)?.slice(0, 100)}`,
  args,
  build,
});

const empties = ["", 0, false, [], {}];
const fulls = ["a", "0", "false", " ", 1, -1, 0.5, true, [0], [""], { a: 0 }, { a: {} }];
const numbers = [
  0,
  1,
  -1,
  0.1,
  -0.5,
  1.5,
  1e6,
  999999,
  1e15,
  123456789012,
  2 ** 53,
  2 ** 53 - 1,
  1e20,
  123e18,
  1e21,
  1.5e300,
  1e-6,
  1e-7,
  5e-324,
  2147483648,
];

function logicCases(): readonly Case[] {
  return [
    ...[undefined, ...empties, ...fulls].flatMap((value) => [
      ask("present()", (a) => logic.present(a), value),
      ask("nonEmpty()", (a) => logic.nonEmpty(a), value),
      ask("not()", (a) => logic.not(a), value),
      ask("isTrue()", (a) => logic.isTrue(a), value),
      ask("orElse()", (a) => logic.orElse(a, "b" as never), value),
      ask("orIfEmpty()", (a) => logic.orIfEmpty(a, "b" as never), value),
    ]),
    ...[undefined, ...fulls, 0, false, [], {}].map((value) =>
      ask("required()", (a, b) => logic.orElse(logic.required(logic.orElse(a, b), "no value"), b), value, "b"),
    ),
    ...["", "a", "A", "é", true, false].flatMap((a) =>
      ["", "a", "é", true, false]
        .filter((b) => typeof a === typeof b)
        .flatMap((b) => [ask("eq()", (x, y) => logic.eq(x, y), a, b), ask("ne()", (x, y) => logic.ne(x, y), a, b)]),
    ),
    ask("eq()", (x) => logic.eq(x, "a" as never), undefined),
    ask("ne()", (x) => logic.ne(x, "a" as never), undefined),
    ask("eq()", (x) => logic.eq(x, false as never), undefined),
    ...[true, false].flatMap((a) => [
      ask("ternary()", (x) => logic.ternary<unknown>(x, "b", "c"), a),
      ask("ternary()", (x) => logic.ternary<unknown>(x, { b: ["c"] }, {}), a),
      ...[true, false].flatMap((b) => [
        ask("and()", (x, y) => logic.and(x, y), a, b),
        ask("or()", (x, y) => logic.or(x, y), a, b),
        ask("and() in or()", (x, y) => logic.or(logic.and(x, y), logic.not(logic.and(y, x))), a, b),
      ]),
    ]),
    ...[0, 1, 2, -1, 1e6, 2147483647].flatMap((value) => [
      ask("greaterThan() a constant", (x) => logic.greaterThan(x, 1), value),
      ask("greaterThan() a reference", (x, y) => logic.greaterThan(x, y), value, 1),
    ]),
  ];
}

function stringCases(): readonly Case[] {
  const join = (a: Operand<string>, b: Operand<string>): Expression<string> => strings.text`${a}{{%s}}%${b}-${"%"}`;
  return [
    ...nastyStrings.flatMap((value) => [
      ask("text()", (a) => join(a, a), value),
      ask("contains()", (a) => strings.contains(a, "a"), value),
      ask("replace()", (a) => strings.replace(a, "a", "$&$$x"), value),
      ask("replace() a backslash", (a) => strings.replace(a, "\\", "%s"), value),
      ask("sha256()", (a) => strings.sha256(a), value),
      ask("toJson()", (a) => strings.toJson(a), value),
    ]),
    ask("contains()", (a, b) => strings.contains(a, b), "a\u2028<b", "\u2028<"),
    ask("contains()", (a) => strings.contains("a", a), ""),
    ...["", "a", "abcdefgh", "abcdefghi"].flatMap((value) => [
      ask("trunc()", (a) => strings.trunc(a, 8), value),
      ask("trunc()", (a) => strings.trunc(a, 0), value),
    ]),
    ...[
      "a",
      "a".repeat(19),
      "a".repeat(20),
      "a".repeat(21),
      `aaaaaaaaaa-${"b".repeat(20)}`,
      `aaaaaaaa.-${"b".repeat(20)}`,
    ].map((value) => ask("fitName()", (a) => strings.fitName(a, 20), value)),
    ...[...numbers, true, false, [], {}, [[], {}], undefined].map((value) =>
      ask("toJson()", (a) => strings.toJson(a), value),
    ),
    ask("toJson()", (a) => strings.toJson(a), nastyMap),
    ask("toJson()", (a) => strings.toJson(a), {
      b: [{ z: 1, a: { c: ["<&>"] } }],
      "\u{10000}": 1,
      "\uffff": 2,
      Z: 3,
      a: 4,
    }),
    ask("sha256() of toJson()", (a) => strings.sha256(strings.toJson(a)), nastyMap),
  ];
}

function mapCases(): readonly Case[] {
  const a = { a: { x: 1, enabled: false }, b: { enabled: true, order: 2 }, c: { order: -1 }, d: {}, e: { order: 2 } };
  const b = { a: { y: "" }, f: { z: [1] } };
  return [
    ask("merge()", (x, y) => merge(x, y), a, b),
    ask("merge()", (x, y) => merge(x, y), b, a),
    ask("merge() with an absent map", (x, y) => merge(x, y), undefined, a),
    ask(
      "merge() of empty values",
      (x, y) => merge(x, y),
      { a: "", b: 0, c: false, d: [], e: {} },
      { a: "x", b: 1, c: true, d: [1], e: { f: 1 } },
    ),
    ask("merge() of nasty strings", (x, y) => merge(x, y), nastyMap, { y: "other", more: "a" }),
    ask("merge() with a constant", (x) => merge<unknown>(x, { "{{ a }}": "{{ b }}" }), { a: 1 }),
    ...[undefined, {}, a, { s: "a", t: "" }, nastyMap].flatMap((map) => [
      ask("enabled()", (x) => enabled(x), map),
      ask("ordered()", (x) => ordered(x), map),
    ]),
    ask("ordered() at the limits", (x) => ordered(x), {
      a: { order: 1000 },
      b: { order: -1000 },
      c: { order: 10 },
      d: { order: 9 },
      "c ": {},
      "c!": {},
      C: "x",
    }),
    ...[undefined, {}, { a: { x: "1" }, b: {}, c: { x: "", y: 1 }, d: { x: { y: [1] } } }].map((map) =>
      ask("fieldOfEach()", (x) => fieldOfEach(x, "x" as never), map),
    ),
    ...[{}, { a: {}, b: { c: 0 } }, { constructor: { x: "" } }].map((map) =>
      ask("withoutEmpty()", (x) => withoutEmpty(x), map),
    ),
    ...[
      [1, 2],
      [0, 2147483647],
      [600, 2147483647],
      [-1, 5],
    ].map(([a, b]) => ask("sum()", (x, y) => sum(x, y), a, b)),
    ...[
      { type: "b" },
      { type: "b", a: "x" },
      { a: "x" },
      { b: { c: 1 } },
      { b: "" },
      { b: false, a: 0, c: 1 },
      { c: 1 },
      {},
      { type: "", b: 1 },
      { c: { d: 1 }, b: {}, type: "b" },
    ].flatMap((entry) => [
      ask("branchOf()", (x) => branchOf(x), entry),
      ask("onlyBranch()", (x) => onlyBranch(x), entry),
      ask("onlyBranchOfEach()", (x) => onlyBranchOfEach(x), {
        e: entry,
        f: { type: "a", a: entry, b: 1 },
        g: {},
      }),
    ]),
    ...[undefined, {}, { a: { on: true, off: false }, b: { on: false, off: true }, c: {}, d: { x: 1 } }].flatMap(
      (map) =>
        (["on", "off"] as const).flatMap((field) => [
          ask("where()", (x) => where(x, field as never, true), map),
          ask("where() not", (x) => where(x, field as never, false), map),
        ]),
    ),
    ...["", "a", 0, false, {}, { a: [] }].map((value) =>
      ask("extendScope()", (x) => lookUp("any", extendScope({ part: x }), "part"), value),
    ),
    ...["a", "__proto__", "constructor", ""].map((key) => ask("hasEntry()", (x, y) => hasEntry(x, y), { a: "" }, key)),
    ask("hasEntry()", (x) => hasEntry(x, "__proto__"), nastyMap),
    ask("lookUp()", (x) => lookUp("string", x, "a", "b"), { a: { b: "c" } }),
    ask("lookUp()", (x) => lookUp("string", x, "a", "b"), { a: {} }),
    ask("lookUp()", (x) => lookUp("string", x, "a", "b"), {}),
    ask("lookUp()", (x) => lookUp("object", x, "a"), { a: { b: "c" } }),
    ...["y", "__proto__", "constructor", "toString", "\u0000", "{{", "a b"].map((key) =>
      ask("lookUp()", (x, y) => lookUp("string", x, y), nastyMap, key),
    ),
    ask("lookUp()", (x, y) => lookUp("string", x, y), {}, "constructor"),
    ask("concat()", (x, y) => concat(x, y), [1, [2]], [{ a: [] }, "x"]),
    ask("concat() and nonEmpty()", (x, y) => logic.nonEmpty(concat(x, y)), [], []),
    ask("concat() and uniq()", (x, y) => uniq(concat(x, y)), [], []),
    ask("concat() and uniq()", (x, y) => uniq(concat(x, y)), ["a"], ["b", "a"]),
    ask("uniq()", (x) => uniq(x), ["a", "b", "a", "", "", "A"]),
    ask("uniq()", (x) => uniq(x), [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }, [1], [1], 1, "1", true]),
    ask("uniq()", (x) => uniq(x), []),
    ask("list()", (x, y) => list(x, y), { a: "b" }, "c"),
  ];
}

function defaultsCases(): readonly Case[] {
  const fallback = { a: "x", n: 4, off: false, list: ["ALL"], deep: { b: true, c: { d: 1 } }, "{{": "}}" };
  const fill = (value: Expression<never>): Expression<unknown> =>
    call(defaultsFunction, [value, fallback], { type: "object" });
  const given = [
    undefined,
    {},
    { a: "", n: 0, off: true, list: [], deep: {} },
    { deep: { b: false } },
    { deep: { c: { d: 0, e: 2 }, f: "g" } },
    { deep: "no map", list: {} },
    { other: { x: [1] }, "{{": "" },
    nastyMap,
  ];
  return given.map((value) => ask("defaults", fill, value));
}

function nullCases(): readonly Case[] {
  const given = { a: null, b: { c: null }, d: "" };
  return [
    ask("defaults", (x) => call(defaultsFunction, [x, { a: 1, b: { c: true } }], { type: "object" }), given),
    ask("branchOf()", (x) => branchOf(x), given),
    ask("branchOf()", (x) => branchOf(x), { type: null, a: null, b: 1 }),
    ask("where()", (x) => where(x, "on" as never, true), { a: { on: null }, b: { on: false } }),
    ask("ordered()", (x) => ordered(x), { b: { order: null, enabled: null }, a: {} }),
    ask("enabled()", (x) => enabled(x), { a: { enabled: null }, b: { enabled: false } }),
    ask("merge()", (x) => merge<unknown>(x, { a: 1 }), given),
    ask("fieldOfEach()", (x) => fieldOfEach(x, "x" as never), { a: { x: null }, b: { y: 1 } }),
    ask("onlyBranch()", (x) => onlyBranch(x), { a: null, b: { c: null }, d: null }),
    ask("toJson()", (x) => strings.toJson(x), given),
  ];
}

/** Cases of what authors call: with the defaults and the forms that a wrapper chooses by its arguments. */
export const wrapperCases: readonly Case[] = [
  ...logicCases(),
  ...stringCases(),
  ...mapCases(),
  ...defaultsCases(),
  ...nullCases(),
];
