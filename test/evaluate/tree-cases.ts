/** Functions that are written as trees, with arguments and what they yield: a part of every kind, a result of every kind. */
import { bind, collectList, collectMap } from "../../generator/expression/bind.ts";
import { defineCheck, defineFunction, entry, param, stringParam } from "../../generator/expression/define-function.ts";
import type { Expression, Operand } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachPosition, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import type { Reference } from "../../generator/expression/reference.ts";
import { choose, match, matchOrLast, when } from "../../generator/expression/when.ts";
import { and, eq, nonEmpty, not, or, orIfEmpty, present } from "../../generator/functions/logic.ts";
import { lookUp } from "../../generator/functions/maps.ts";
import { text, toJson } from "../../generator/functions/strings.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";

/** Makes the expression of a call. */
export type Call = (...args: readonly Operand<unknown>[]) => Expression<unknown>;

/** A function, and what it yields for arguments. */
export interface TreeCase {
  readonly call: Call;
  /** The arguments of each call, and what it yields. */
  readonly yields: readonly (readonly [args: readonly unknown[], wanted: unknown])[];
}

const stringSchema: JsonSchema = { type: "string" };
/** A port: its protocol has a default, its name none. */
const portSchema: JsonSchema = {
  type: "object",
  required: ["number"],
  properties: {
    number: { type: "integer" },
    protocol: { type: "string", enum: ["TCP", "UDP"], default: "TCP" },
    name: { type: "string" },
  },
};
interface Port {
  readonly number: number;
  readonly protocol: string;
  readonly name?: string;
}
type Ports = Readonly<Record<string, Port>>;
const texts = param<readonly string[]>({ type: "array", items: stringSchema });
const textMap = param<Readonly<Record<string, string>>>({ type: "object", additionalProperties: stringSchema });
const ports = param<Ports>({ type: "object", additionalProperties: portSchema });

let count = 0;
/** A function of one parameter, by a name that no other has. */
function of<T>(
  result: "first" | "list" | "map" | "text",
  one: { readonly schema: JsonSchema; readonly type?: T },
  body: (one: Reference<T>) => unknown,
  refuses = false,
): Call {
  count += 1;
  return defineFunction({
    name: `case${count}`,
    comment: "",
    params: { inputs: one },
    result,
    refuses,
    body: ({ inputs }) => body(inputs as never),
  }); // its one parameter
}

type TextCall = (...args: readonly Operand<unknown>[]) => Expression<string>;
const shout: TextCall = defineFunction({
  name: "shout",
  comment: "",
  params: { word: stringParam, mark: stringParam },
  result: "text",
  body: ({ word, mark }) => [orIfEmpty(word, "nothing"), orIfEmpty(mark, "!")],
});
const keepNamed: (map: Expression<Ports | undefined>) => Expression<Ports> = defineFunction({
  name: "keepNamed",
  comment: "",
  params: { ports },
  result: "map",
  picks: "ports",
  body: (p) => forEach(p.ports, (name, port) => when(present(port.name), entry(name, port))),
});

/** The functions by what is expected of them. */
export const treeCases: Readonly<Record<string, () => TreeCase>> = {
  "the first text is the first that is not empty": () => ({
    call: of("first", texts, (list) => forEachItem(list, (item) => item)),
    yields: [
      [[["a", "b"]], "a"],
      [[["", "b", "c"]], "b"],
      [[["", ""]], ""],
      [[[]], ""],
      [[undefined], ""],
      [[["constructor"]], "constructor"],
    ],
  }),
  "the first text is empty where nothing is yielded, or what may be absent is": () => ({
    call: of("first", ports, (map) => forEach(map, (_, port) => port.name)),
    yields: [
      [[{}], ""],
      [[{ a: { number: 1 } }], ""],
      [[{ a: { number: 1, name: null } }], ""],
      [[{ a: { number: 1, name: "x" }, b: { number: 2 } }], "x"],
      [[{ a: { number: 1 }, b: { number: 2, name: "y" } }], "y"],
    ],
  }),
  "the first number is the first that is not 0": () => {
    count += 1;
    const call: Call = defineFunction({
      name: `case${count}`,
      comment: "",
      params: { ports },
      result: "first",
      type: "integer",
      body: (p) => forEach(p.ports, (_, port) => port.number),
    });
    return {
      call,
      yields: [
        [[{ a: { number: 80 }, b: { number: 443 } }], 80],
        [[{ a: { number: 0 }, b: { number: 443 } }], 443],
        [[{ a: { number: 1_000_000 } }], 1_000_000],
        [[{ a: { number: 2_147_483_647 } }], 2_147_483_647],
        [[{ a: { number: -5 } }], -5],
        [[{ a: { number: 9_007_199_254_740_992 } }], 9_007_199_254_740_992],
        [[{}], 0],
        [[undefined], 0],
      ],
    };
  },
  "texts are joined, with nothing between": () => ({
    call: of("text", textMap, (map) => ["<", forEach(map, (name, value) => [name, "=", value, ";"]), ">"]),
    yields: [
      [[{ b: "2", a: "1" }], "<a=1;b=2;>"],
      [[{ "": "", __proto__x: " y\n" }], "<=;__proto__x= y\n;>"],
      [[undefined], "<>"],
      [[JSON.parse('{"__proto__":"p","constructor":"c","toString":"t"}')], "<__proto__=p;constructor=c;toString=t;>"],
    ],
  }),
  "what may be absent adds no text": () => ({
    call: of("text", ports, (map) => forEach(map, (_, port) => [port.name, "."])),
    yields: [[[{ a: { number: 1 }, b: { number: 2, name: "b" }, c: { number: 3, name: null } }], ".b.."]],
  }),
  "a list holds all that is yielded, of any type": () => ({
    call: of("list", ports, (map) => forEach(map, (name, port) => [name, port.number, { of: port.protocol }, true, 7])),
    yields: [
      [
        [{ b: { number: 1.5 }, a: { number: 2, protocol: "UDP" } }],
        ["a", 2, { of: "UDP" }, true, 7, "b", 1.5, { of: "TCP" }, true, 7],
      ],
      [[{}], []],
      [[undefined], []],
    ],
  }),
  "a list holds null for what is absent": () => ({
    call: of("list", ports, (map) => forEach(map, (_, port) => port.name)),
    yields: [[[{ a: { number: 1 }, b: { number: 2, name: "" } }], [null, ""]]],
  }),
  "a map that is written down holds null for what is absent": () => ({
    call: of("list", ports, (map) => forEach(map, (_, port) => ({ a: port.name, b: [port.name, "x"] }))),
    yields: [[[{ a: { number: 1 } }], [{ a: null, b: [null, "x"] }]]],
  }),
  "a map holds its entries, the last of a key": () => ({
    call: of("map", textMap, (map) => [
      entry("fixed", 1),
      forEach(map, (name, value) => [entry(name, value), entry(value, { of: name })]),
    ]),
    yields: [
      [[{ a: "x", b: "x" }], { fixed: 1, a: "x", b: "x", x: { of: "b" } }],
      [[{ fixed: "y" }], { fixed: "y", y: { of: "fixed" } }],
      [[{ "": "e" }], { fixed: 1, "": "e", e: { of: "" } }],
      [
        [JSON.parse('{"__proto__":"constructor"}')],
        JSON.parse('{"fixed":1,"__proto__":"constructor","constructor":{"of":"__proto__"}}'),
      ],
    ],
  }),
  "an entry of what is absent is null": () => ({
    call: of("map", ports, (map) => forEach(map, (name, port) => entry(name, port.name))),
    yields: [[[{ a: { number: 1 }, b: { number: 1, name: "b" } }], { a: null, b: "b" }]],
  }),
  "conditions choose, with Go's truth": () => ({
    call: of("list", ports, (map) =>
      forEach(map, (_, port) => [
        when(port.name, "named"),
        when(port.number, "numbered"),
        choose(and(present(port.name), not(nonEmpty(port.name))), "empty", when(nonEmpty(port.number), "not 0")),
        match(port.protocol as Expression<"UDP">, { UDP: "udp" }),
        matchOrLast(port.protocol as Expression<"TCP" | "UDP">, { TCP: "tcp", UDP: "any" }),
        choose(or(eq(port.protocol, "UDP"), eq(port.name, "x")), "or", "nor"),
      ]),
    ),
    yields: [
      [[{ a: { number: 0 } }], ["tcp", "nor"]],
      [[{ a: { number: 0, name: "" } }], ["empty", "tcp", "nor"]],
      [[{ a: { number: 1, name: "x" } }], ["named", "numbered", "not 0", "tcp", "or"]],
      [[{ a: { number: 1, protocol: "UDP" } }], ["numbered", "not 0", "udp", "any", "or"]],
    ],
  }),
  "positions count from 0": () => ({
    call: of("list", texts, (list) => forEachPosition(list, (i, item) => [i, text`${toJson(i)}-${item}`])),
    yields: [
      [[["a", "b"]], [0, "0-a", 1, "1-b"]],
      [[[]], []],
    ],
  }),
  "a variable is computed once and seen inside": () => ({
    call: of("list", texts, (list) =>
      bind("all", text`${toJson(list)}`, (all) => [all, forEachItem(list, (item) => text`${item} of ${all}`)]),
    ),
    yields: [
      [[["a"]], ['["a"]', 'a of ["a"]']],
      [[undefined], ["null"]],
    ],
  }),
  "a list that is collected can be walked, with what was yielded on conditions": () => ({
    call: of("text", texts, (list) =>
      collectList<string, unknown>(
        "found",
        forEachItem(list, (item) => when(nonEmpty(item), [item, text`${item}${item}`])),
        (found) => [toJson(found), forEachItem(found, (one) => text` ${one}`, { as: "one" })],
        stringSchema,
      ),
    ),
    yields: [
      [[["a", "", "b"]], '["a","aa","b","bb"] a aa b bb'],
      [[undefined], "[]"],
    ],
  }),
  "a map that is collected can be looked up in and walked": () => ({
    call: of("list", textMap, (map) =>
      collectMap<string, unknown>(
        "byValue",
        forEach(map, (name, value) => entry(value, name)),
        (byValue) => [
          byValue,
          lookUp("string", byValue, "constructor"),
          forEach(byValue, (value, name) => text`${value}:${name}`, { as: "one" }),
        ],
        stringSchema,
      ),
    ),
    yields: [
      [[{ a: "1", b: "2", c: "1" }], [{ "1": "c", "2": "b" }, "", "1:c", "2:b"]],
      [[{ a: "constructor" }], [{ constructor: "a" }, "a", "constructor:a"]],
      [[undefined], [{}, ""]],
    ],
  }),
  "a repeated entry of a map knows its key and the entry before it": () => ({
    call: of("list", textMap, (map) =>
      forEachRepeated(map, { key: (_, value) => value }, ({ name, entry: value, key, other }) => [
        text`${name} ${value} ${key} ${other}`,
      ]),
    ),
    yields: [
      [[{ a: "x", b: "y", c: "x", d: "x" }], ["c x x a", "d x x c"]],
      [[{ a: "", b: "" }], ["b   a"]],
      [[{ "": "v", b: "v" }], ["b v v "]],
      [[{ a: "constructor", b: "toString" }], []],
      [[JSON.parse('{"a":"__proto__","b":"__proto__"}')], ["b __proto__ __proto__ a"]],
      [[undefined], []],
    ],
  }),
  "only entries that count are repeated, and an id may be empty": () => ({
    call: of("text", ports, (map) =>
      forEachRepeated(
        map,
        {
          where: (_, port) => present(port.name),
          key: (_, port) => port.protocol,
          id: (_, port) => orIfEmpty(port.name, ""),
        },
        ({ name, other }) => text`[${name} after "${other}"]`,
      ),
    ),
    yields: [
      [[{ a: { number: 1, name: "" }, b: { number: 2 }, c: { number: 3, name: "c" } }], '[c after ""]'],
      [[{ a: { number: 1 }, b: { number: 2 } }], ""],
    ],
  }),
  "a repeated item of a list": () => ({
    call: of("list", texts, (list) =>
      forEachRepeated(list, { key: (_, item) => item, id: (_, item) => text`the ${item}` }, ({ key, other }) => [
        key,
        other,
      ]),
    ),
    yields: [[[["a", "b", "a", "", ""]], ["a", "the a", "", "the "]]],
  }),
  "functions apply functions, and see absent arguments as absent": () => ({
    call: of("list", ports, (map) =>
      forEach(map, (_, port) => [shout(port.name, port.protocol), shout(shout("a", ""), "?")]),
    ),
    yields: [
      [[{ a: { number: 1 } }], ["nothing!", "a!?"]],
      [[{ a: { number: 1, name: "n", protocol: "UDP" } }], ["nUDP", "a!?"]],
    ],
  }),
  "what a function picks can be walked": () => ({
    call: of("list", ports, (map) => forEach(keepNamed(map), (name, port) => [name, port.protocol], { as: "port" })),
    yields: [
      [[{ a: { number: 1 }, b: { number: 2, name: "b" } }], ["b", "TCP"]],
      [[undefined], []],
    ],
  }),
  "a last parameter takes all further arguments": () => {
    count += 1;
    const call = defineFunction({
      name: `case${count}`,
      comment: "",
      params: { first: stringParam, rest: texts },
      isVariadic: true,
      result: "list",
      body: ({ first, rest }) => [first, { rest }],
    });
    return {
      call,
      yields: [
        [["a"], ["a", { rest: [] }]],
        [
          ["a", "b", "c"],
          ["a", { rest: ["b", "c"] }],
        ],
        [
          ["a", undefined],
          ["a", { rest: [null] }],
        ],
      ],
    };
  },
  "one parameter may take all arguments": () => {
    count += 1;
    const call = defineFunction({
      name: `case${count}`,
      comment: "",
      params: { all: texts },
      isVariadic: true,
      result: "list",
      body: ({ all }) => forEachItem(all, (item) => item, { as: "item" }),
    });
    return {
      call,
      yields: [
        [
          ["a", "b"],
          ["a", "b"],
        ],
        [["a"], ["a"]],
      ],
    };
  },
  "a check that passes yields nothing, in whatever function it stands": () => ({
    call: of(
      "list",
      texts,
      (list) => [
        checkTexts(list),
        forEachItem(list, (item) => [item, checkTexts(list)]),
        guard(and(nonEmpty(list), eq(toJson(list), '["bad"]')), "never"),
      ],
      true,
    ),
    yields: [[[["a"]], ["a"]]],
  }),
};

const checkTexts = defineCheck({
  name: "checkTexts",
  comment: "",
  params: { texts },
  body: (p) =>
    forEachItem(p.texts, (item) => guard(eq(item, "bad"), text`texts: expected anything else, got ${item}`), {
      as: "one",
    }),
});
