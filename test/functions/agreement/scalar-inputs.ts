/** Arguments for the functions of Go, Sprig and Helm, by the name of the function: hard ones for one of both interpreters. */
import { nastyMap, nastyStrings } from "../../yaml/nasty-strings.ts";

/** The arguments of one call: values of a values file, where Go has its numbers as floats, or constants of a template. */
export type Arguments = readonly unknown[];

/** An argument that a template writes out. */
export class Constant {
  readonly value: string | number;

  constructor(value: string | number) {
    this.value = value;
  }
}

const values: readonly unknown[] = ["", "a", "0", "false", 0, 1, -1, 0.5, false, true, [], [0], {}, { a: 0 }];
const maybe: readonly unknown[] = [undefined, ...values];
const compared: readonly Arguments[] = [
  ...["", "a", "A", "é"].flatMap((a) => ["", "a", "é"].map((b) => [a, b])),
  ...[undefined, null].flatMap((a) => ["", "a", false, {}, [], 0, undefined].map((b) => [a, b])),
];
const keys = ["a", "b", "__proto__", "constructor", "", "\u0000", "{{"];
const texts = ["b", "a", "B", "\uffff", "\u{10000}", "", "a b", "10", "9"];

/** By function. */
export const scalarInputs: Readonly<Record<string, readonly Arguments[]>> = {
  byteLength: [...nastyStrings, ...values].map((value) => [value]),
  concat: [
    [
      [1, [2]],
      [{ a: [] }, "x"],
    ],
    [["a"], [], ["b"]],
  ],
  contains: nastyStrings.flatMap((text) => [
    ["a", text],
    [text, text],
    [text, `x${text}x`],
  ]),
  decodedLength: ["", "YQ==", "YWI=", "YWJj", "YWJjZA==", "=", "é=", "YW\r\nJj\n", "YQ==\n", ...values].map((value) => [
    value,
  ]),
  default: maybe.flatMap((value) => [
    [value, "b"],
    [value, ["b"]],
  ]),
  difference: [
    [3, 1],
    [1, 3],
    [2147483647, -2147483648],
  ],
  dict: [
    ["a", 1, "b", "x"],
    ["a", 1, "a", 2],
    ["__proto__", 1, "constructor", {}],
    ["\u{10000}", [], "\uffff", null],
  ],
  eq: compared,
  extendScope: [
    [{ a: 1 }, { b: { c: "" } }],
    [{ a: { b: 1 } }, {}],
  ],
  filled: values.map((value) => [value]),
  first: [[["a"]], [[0, 1]], [[{ a: [] }, 2]]],
  gt: [...[0, 1, 2, -1, 1e6, 2147483647], ...[1.9, true, "2", "1.5", "2.0", "010", "+3", "x", "", [5], {}]].flatMap(
    (value) => [
      [value, new Constant(1)],
      [value, new Constant(0)],
      [value, new Constant(9)],
    ],
  ),
  gtFloat: [
    [0.5, 1.5],
    [1.5, 0.5],
    [1.5, 1.5],
    [2147483647.5, 0],
  ],
  hasPrefix: nastyStrings.flatMap((text) => [
    ["a", text],
    [text, `${text}x`],
    [text, text],
  ]),
  hasEntry: keys.flatMap((key) => [
    [{ a: "", b: 0 }, key],
    [nastyMap, key],
    [{}, key],
  ]),
  hasItem: ["a", "", "A"].flatMap((item) => [
    [["a", "b"], item],
    [[""], item],
    [[], item],
    [undefined, item],
  ]),
  hasValue: keys.flatMap((key) => [
    [{ a: "", b: null }, key],
    [{}, key],
  ]),
  index: keys.flatMap((key) => [
    [{ a: { b: [1] }, b: null, "": 0 }, key],
    [{}, key],
  ]),
  isCount: [0, 1, 2, -1, 0.5, 1.5, 1e9].map((number) => [number]),
  isFalse: [...maybe.map((value) => [value]), ["FALSE"], [null]],
  isInexact: [
    ...maybe,
    9007199254740991,
    9007199254740992,
    -9007199254740991,
    -9007199254740992,
    1e300,
    1.5,
    "1e300",
  ].map((value) => [value]),
  isList: [...maybe.map((value) => [value]), [nastyMap], [null], [[]], [[1]]],
  isMap: [...maybe.map((value) => [value]), [nastyMap], [null]],
  isOneOf: [undefined, null, "", "a", "A", "<nil>", false, true, 0, 1.5, "false", ["a"], [false], [], {}].flatMap(
    (value) => [
      [value, "a"],
      [value, "false", "", "<nil>"],
    ],
  ),
  isString: [...maybe.map((value) => [value]), [null], ...nastyStrings.map((text) => [text])],
  isTrue: [...maybe.map((value) => [value]), ["true"], [null]],
  join: [
    ["/", []],
    [", ", ["a"]],
    ["", texts],
    ["{{", texts],
  ],
  keys: [[{}], [{ a: 1 }]],
  last: [[["a"]], [[0, 1]], [[{ a: [] }, { b: 2 }]]],
  len: [[[]], [["a"]], [[[], [], 0]]],
  lookUp: [
    ...keys.map((key) => [{ a: { b: "c" }, b: 0, "": [] }, key]),
    ...keys.map((key) => [{ a: { b: "c" } }, "a", key]),
    [{}, "a", "b"],
    [nastyMap, "y"],
  ],
  lookUpObject: [["v1", "ConfigMap", "a", "b"]],
  lt: [
    [0.5, 1.5],
    [1.5, 0.5],
    [1.5, 1.5],
  ],
  ne: compared,
  numberOf: ["0", "12", "007", "-3", "+5", "", "a", "1.5", "99999999999"].map((digits) => [digits]),
  omit: [
    [{ a: 1, b: { c: 2 } }, "b"],
    [{ a: 1 }, "b", "a"],
    [nastyMap, "y", "__proto__", "constructor"],
    [{}, "a"],
  ],
  orElse: maybe.map((value) => [value, "b"]),
  position: [0, 1, -1, 9, 10, 1000, -1000, undefined, "5", "a", true, 1.5].flatMap((order) =>
    ["a", "", "\u{10000}"].map((name) => [order, name]),
  ),
  quotient: [
    [1, 2],
    [6, 3],
    [5, 4],
    [0, 5],
    [3e9, 1e9],
  ],
  replace: [
    ...nastyStrings.flatMap((text) => [
      ["a", "$&$$x", text],
      ["\\", "%s", text],
    ]),
    ["", "-", "a\u{10000}b"],
    [".", "-", "a.b..c"],
  ],
  required: [0, "a", false, [], {}].map((value) => ["no value", value]),
  reverse: [[[]], [["a", 1, { b: [] }]], [texts]],
  sha256sum: nastyStrings.map((text) => [text]),
  sorted: [[[]], [texts], [nastyStrings]],
  split: ["", "a", "a b", " a  b ", "a\nb\n"].flatMap((text) => [
    [" ", text],
    ["\n", text],
    ["ab", text],
  ]),
  ownerOfStage: [
    [{}, "a", "own"],
    [{ a: "other", b: "own" }, "a", "own"],
  ],
  stageOwners: [[{ Name: "r" }], [{ StageOwners: { a: "b" } }]],
  startsWithDigit: [["1st"], ["first1"], [""], ["-1"]],
  stageScope: [[{ a: 1 }, { b: { c: "" } }]],
  substring: ["", "a", "abc"].flatMap((text) => [
    [new Constant(0), new Constant(text.length), text],
    [new Constant(0), new Constant(-1), text],
    [new Constant(text.length), new Constant(-1), text],
  ]),
  sum: [
    [1, 2],
    [0, 2147483647],
    [600, 2147483647],
    [-1, 5],
    [1, 2, 3],
  ],
  ternary: [true, false].flatMap((test) => [
    [test, "b", "c"],
    [test, { b: ["c"] }, {}],
  ]),
  toJson: [
    ...[...maybe, 1e15, 2 ** 53, 123e18, 1e21, 1.5e300, 1e-7, 5e-324].map((value) => [value]),
    [nastyMap],
    [{ b: [{ z: 1, a: { c: ["<&>"] } }], "\u{10000}": 1, "\uffff": null, Z: 3 }],
  ],
  toString: [
    ...[...maybe, 1e6, 999999.5, 2 ** 53, 1e21, 1.5e300, 1e-7, 5e-324].map((value) => [value]),
    ...nastyStrings.map((text) => [text]),
    ...["25%", "00", "%", "0%%", 0, 5].map((value) => [value]),
    ...[["0"], [0], ["0%"], ["a", 1, [true]], [null, { a: null }], { a: "0" }].map((value) => [value]),
    [{ b: { c: [0.5] }, a: "" }],
  ],
  semverCompare: [">=1.9.0-0", ">=1.32.0-0", ">=1.33.0-0"].flatMap((wanted) =>
    ["v1.32.0", "v1.32.14-gke.100+a", "v1.33.0-alpha.1", "v1.33.0-0", "v1.33.4+k3s1", "v1.9.0", "v1.100.0"].map(
      (version) => [wanted, version],
    ),
  ),
  thousandths: [0, 0.1, 1.001, 0.0005, 1e-7, 1.5e-9, 2 ** 40, 4.5e15, 9e15, 1e21].map((number) => [number]),
  trimSuffix: nastyStrings.flatMap((text) => [
    ["a", text],
    ["%", `${text}%%`],
    ["", text],
    [text, `${text}${text}`],
  ]),
  trimPrefix: nastyStrings.flatMap((text) => [
    ["a", text],
    [text, `${text}${text}`],
  ]),
  trunc: ["", "a", "abcdefgh", "abcdefghi"].map((text) => [new Constant(8), text]),
  uniq: [[["a", "b", "a", "", "", "A"]], [[{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }, [1], [1], 1, "1", true]], [[]]],
  valueAt: keys.flatMap((key) => [
    [{ a: { b: [1] }, "": 0 }, key],
    [{}, key],
  ]),
  findAll: ["", "MON-FRI", "0-5,10-12/2", "a-b-c-d", "-", "1 - 2", "é-a"].map((text) => [
    new Constant("\\w+-\\w+"),
    text,
  ]),
  itemBefore: [
    [["a", "b"], new Constant(1)],
    [[1, 2, 3], new Constant(2)],
  ],
  lower: ["", "MON", "mon", "MoN-9", "É"].map((text) => [text]),
  without: [
    [[], "a"],
    [["a", "b", "a"], "a"],
    [["ReadWriteOnce", "ReadWriteMany"], "ReadWriteOnce", "ReadWriteOncePod"],
    [["x"], "X"],
  ],
};
