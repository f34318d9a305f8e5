import assert from "node:assert/strict";
import { describe, it } from "mocha";
import referencePipeline from "../../examples/reference-pipeline/reference-pipeline.ts";
import { Expression, NODE, toNode } from "../../generator/expression/expression.ts";
import type { ExpressionNode, TemplateFunction, TreeFunction } from "../../generator/expression/node.ts";
import { library } from "../../generator/library/library.ts";
import { createUmbrella } from "../../generator/pipeline/umbrella/umbrella-templates.ts";
import { type Arguments, Constant, scalarInputs } from "./agreement/scalar-inputs.ts";
import { treeInputs } from "./agreement/tree-inputs.ts";
import { wrapperCases } from "./agreement/wrapper-cases.ts";
import { assertAgreement, type Case, printAnswers } from "./compare-with-helm.ts";
import { argument, compute } from "./compute.ts";
import { findFunctions } from "./find-functions.ts";
import { tryWithHelms } from "./render-with-helm.ts";

type AnyFunction = TemplateFunction | TreeFunction;

const inputs = { ...scalarInputs, ...treeInputs };

/** Kept in the root, or in a map of it, for the template files that come later: tests of pipelines render them. */
const KEPT: ReadonlySet<string> = new Set(["sharePipeline", "shareGates", "sharePodClaims", "shareJobHash"]);

function listFunctions(): readonly AnyFunction[] {
  const bodies = library.flatMap((chart) => [...chart.collected.defines.values()].map(({ body }) => body));
  const templates = createUmbrella(referencePipeline).templates.map(({ documents }) => documents);
  // What only joins text is printed from its name; checks yield nothing.
  return [...findFunctions([...bodies, ...templates])].filter((fn) =>
    "params" in fn ? fn.result !== "checks" : fn.pieces === undefined,
  );
}

// The expression that hands arguments to a function as they are.
function applyTo(fn: AnyFunction, args: Arguments, references: readonly Expression<unknown>[]): Expression<unknown> {
  const nodes = args.map((arg, i) => toNode(arg instanceof Constant ? arg.value : references[i]));
  const node: ExpressionNode =
    "params" in fn
      ? { op: "apply", type: fn.type, function: fn, args: nodes }
      : { op: "call", type: "any", function: fn, args: nodes, optional: false };
  return new Expression(node);
}

/** Calls that stop the render, and the message with which they do. */
const refusals: readonly (readonly [name: string, args: Arguments, message: string])[] = [
  ["required", ["no value", ""], "no value"],
  ["required", ["no value", undefined], "no value"],
  ["image", ["sidecars.a.", { tag: "1" }, "r"], "sidecars.a.image.repository is required"],
  ["image", ["", undefined, ""], "image.repository is required"],
  ["image", ["", { repository: "a", tag: "" }, ""], "image.tag or image.digest is required"],
  [
    "serviceAddress",
    ["env.A", { store: {} }, { stage: "store", format: "host" }, ""],
    'env.A.fromService: no stage "store" with a Service in this pipeline',
  ],
  [
    "serviceAddress",
    ["env.A", { store: { host: "a", ports: { a: 1 } } }, { stage: "store", port: "b", format: "url" }, ""],
    'env.A.fromService: stage "store" has no port "b"',
  ],
  [
    "stageRules",
    ["to", ["a", "gone"], { gone: {} }, ["a"]],
    'networkPolicy.toStages: no stage "gone" in this pipeline',
  ],
  [
    "backendPort",
    [{ http: { port: 80 }, off: { enabled: false, port: 1 } }, "off", "path"],
    'path: expected one of service.ports (http), got "off"',
  ],
  [
    "backendPort",
    [{ b: { port: 80 }, a: { port: 1 } }, "", "path"],
    "path: expected one of service.ports (a, b), got none",
  ],
  // Values of a type that Go does not take.
  ["eq", [{}, "a"], "incompatible types for comparison"],
  ["eq", [1.5, "a"], "incompatible types for comparison"],
  ["eq", [true, "true"], "incompatible types for comparison"],
  ["ne", ["", false], "incompatible types for comparison"],
  ["ne", [[], false], "incompatible types for comparison"],
  ["ne", [{}, []], "non-comparable type"],
  ["eq", [{ a: 1 }, { a: 1 }], "non-comparable type"],
  ["ternary", ["x", "b", "c"], "wrong type for value; expected bool; got string"],
  ["index", [[], "a"], "cannot index slice/array with type string"],
  ["index", ["x", "a"], "cannot index slice/array with type string"],
  ["index", [false, "a"], "can't index item of type bool"],
  ["index", [undefined, "a"], "index of untyped nil"],
  ["hasEntry", ["x", "a"], "wrong type for value; expected map[string]interface {}; got string"],
  ["omit", [[], "a"], "wrong type for value; expected map[string]interface {}; got []interface {}"],
  ["lookUp", [{ a: 1 }, "a", "b"], "interface conversion: interface {} is float64, not map[string]interface {}"],
  ["lookUp", [{ a: null }, "a", "b"], "interface conversion: interface {} is nil, not map[string]interface {}"],
  ["lookUp", [{ a: 1 }, true], "interface conversion: interface {} is bool, not string"],
  ["concat", [["a"], "x"], "Cannot concat type string as list"],
  ["concat", [["a"], { a: 1 }], "Cannot concat type map as list"],
  ["hasItem", [{ a: 1 }, "a"], "Cannot find has on type map"],
  ["contains", ["a", 1.5], "wrong type for value; expected string; got float64"],
  ["hasPrefix", ["a", {}], "wrong type for value; expected string; got map[string]interface {}"],
  ["trimPrefix", ["a", true], "wrong type for value; expected string; got bool"],
  ["lower", [0], "wrong type for value; expected string; got float64"],
  ["replace", ["a", "b", []], "wrong type for value; expected string; got []interface {}"],
  ["sha256sum", [undefined], "expected string"],
  ["split", ["a", undefined], "expected string"],
  ["fitName", [new Constant(63), true], "len of type bool"],
  ["backendPort", [{}, "", "path"], "path: expected one of service.ports (), got none"],
];

describe("functions in both interpreters, with real Helm", () => {
  const functions = listFunctions();

  it("each function of the library and of pipelines has inputs", () => {
    const names = new Set(functions.map(({ name }) => name));
    assert.ok(names.size > 80, `found ${names.size}`);
    const missing = [...names].filter((name) => !Object.hasOwn(inputs, name) && !KEPT.has(name));
    assert.deepEqual(missing, []);
  });

  it("each function computes what Helm prints", async () => {
    const cases = functions.flatMap((fn) =>
      (Object.hasOwn(inputs, fn.name) ? (inputs[fn.name] ?? []) : []).map(
        (args): Case => ({
          title: `${fn.name} of ${JSON.stringify(args).slice(0, 100)}`,
          args,
          build: (...references) => applyTo(fn, args, references),
        }),
      ),
    );
    await assertAgreement([...cases, ...wrapperCases]);
  });

  for (const [name, args, message] of refusals) {
    it(`${name} refuses to render in both: ${JSON.stringify(args)}: ${message}`, async () => {
      const fn = functions.find((one) => one.name === name);
      assert.ok(fn !== undefined);
      const values = Object.fromEntries(args.map((arg, i) => [`a${i}`, arg]));
      const references = args.map((arg, i) => argument(arg, [`a${i}`]));
      const node = applyTo(fn, args, references)[NODE];
      assert.throws(() => compute(node, values), { name: "RenderError", message });
      for (const printed of await tryWithHelms(printAnswers([node]), values)) {
        assert.ok(printed instanceof Error);
        assert.ok(printed.message.includes(message), printed.message);
      }
    });
  }
});
