import assert from "node:assert/strict";
import { bind, collectList } from "../../generator/expression/bind.ts";
import {
  defineCheck,
  defineFunction,
  entry,
  param,
  stringParam,
  treeOf,
} from "../../generator/expression/define-function.ts";
import type { Expression, Operand } from "../../generator/expression/expression.ts";
import { forEach, forEachItem, forEachRepeated } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { pathOf, type Reference } from "../../generator/expression/reference.ts";
import { choose, when } from "../../generator/expression/when.ts";
import { eq, nonEmpty, orIfEmpty, present } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import { defineUnion } from "../../generator/functions/unions.ts";
import { readsOf } from "../../generator/manifest/reads.ts";
import { v } from "../expression/sample-values.ts";

interface Port {
  readonly number: number;
  readonly protocol: string;
}
type Ports = Readonly<Record<string, Port>>;
interface Job {
  readonly retries: number;
  readonly size: string;
  readonly deep: { readonly on: boolean; readonly path?: string };
}
const ports = param<Ports>(pathOf(v.ports)?.schema);
const job = param<Job>(pathOf(v.job)?.schema);
const deepType = defineUnion({ name: "deepType", comment: "", of: "deep", branches: ["path"] });
type Call = (...args: readonly Operand<unknown>[]) => Expression<unknown>;

function readsIn(call: Expression<unknown>): readonly (readonly string[])[] {
  const fn = treeOf(call);
  assert.ok(fn !== undefined, "expected an applied function");
  return readsOf(fn).map((reads) => reads.toSorted());
}

/** What a function of a map of ports and of a job reads of them. */
function readsBy(body: (ports: Reference<Ports>, job: Reference<Job>) => unknown): readonly (readonly string[])[] {
  const call: Call = defineFunction({
    name: "f",
    comment: "",
    params: { ports, job },
    result: "list",
    body: (p) => body(p.ports, p.job),
  });
  return readsIn(call(v.ports, v.job));
}

const readNumber: Call = defineFunction({
  name: "readNumber",
  comment: "",
  params: { port: param<Port>({ type: "object", properties: { number: { type: "integer" } } }) },
  result: "list",
  body: ({ port }) => port.number,
});

describe("readsOf()", () => {
  it("readsOf() are the fields that the body reads, by parameter", () => {
    assert.deepEqual(
      readsBy((_, one) => [one.size, when(one.deep.on, 1)]),
      [[], ["deep.on", "size"]],
    );
    assert.deepEqual(
      readsBy(() => 1),
      [[], []],
    );
  });

  it("readsOf() is all of a parameter that is yielded, put into a text or compared whole", () => {
    assert.deepEqual(
      readsBy((map, one) => [map, { one }]),
      [[""], [""]],
    );
    assert.deepEqual(
      readsBy((map, one) => choose(nonEmpty(map), one.deep, 1)),
      [[""], ["deep"]],
    );
  });

  it("readsOf() a map that is walked are the reads of its entries, in tests, keys and ids too", () => {
    assert.deepEqual(
      readsBy((map) => forEach(map, (name) => name)),
      [[], []],
    );
    assert.deepEqual(
      readsBy((map) => forEach(map, (_, port) => when(eq(port.protocol, "TCP"), port.number))),
      [["*.number", "*.protocol"], []],
    );
    assert.deepEqual(
      readsBy((map) =>
        forEachRepeated(
          map,
          { where: (_, port) => present(port.number), key: (_, port) => port.protocol },
          ({ name }) => name,
        ),
      ),
      [["*.number", "*.protocol"], []],
    );
    assert.deepEqual(
      readsBy((map) => forEach(map, (_, port) => port)),
      [[""], []],
    );
  });

  it("readsOf() follows variables, collected lists, guards and entries", () => {
    assert.deepEqual(
      readsBy((map, one) => [
        collectList(
          "numbers",
          forEach(map, (_, port) => port.number),
          () => 1,
        ),
        bind("path", orIfEmpty(one.deep.path, ""), (path) => text`${path}`),
        guard(eq(one.size, "x"), text`${one.deep.path as Expression<string>}`),
      ]),
      [["*.number"], ["deep.path", "size"]],
    );
  });

  it("readsOf() counts of what is passed on only what the other function reads", () => {
    assert.deepEqual(
      readsBy((map, one) => [forEach(map, (_, port) => readNumber(port)), deepType(one.deep)]),
      [["*.number"], ["deep.type"]],
    );
  });

  it("readsOf() counts an entry that is picked only for what decides about it", () => {
    const make = (picks: "ports" | undefined, result: "map" | "list"): readonly (readonly string[])[] => {
      const call: Call = defineFunction({
        name: "f",
        comment: "",
        params: { ports },
        result,
        ...(picks === undefined ? {} : { picks }),
        body: (p) =>
          forEach(p.ports, (name, port) => when(eq(port.protocol, "TCP"), result === "map" ? entry(name, port) : port)),
      });
      return readsIn(call(v.ports));
    };
    assert.deepEqual(make("ports", "map"), [["*.protocol"]]);
    assert.deepEqual(make("ports", "list"), [["*.protocol"]]);
    assert.deepEqual(make(undefined, "map"), [["", "*.protocol"]]);
    assert.deepEqual(make(undefined, "list"), [["", "*.protocol"]]);
  });

  it("readsOf() a last parameter for all further arguments are those of their list", () => {
    const check = defineCheck({
      name: "check",
      comment: "",
      params: {
        first: stringParam,
        rest: param<readonly Port[]>({ type: "array", items: { type: "object", properties: { number: {} } } }),
      },
      isVariadic: true,
      body: ({ rest }) => forEachItem(rest, (port) => guard(nonEmpty(port.number), "no"), { as: "port" }),
    });
    assert.deepEqual(readsIn(check("a", v.job)), [[], ["*.number"]]);
  });
});
