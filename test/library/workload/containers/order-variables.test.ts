import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Expression, NODE } from "../../../../generator/expression/expression.ts";
import { type Reference, valuesOf } from "../../../../generator/expression/reference.ts";
import { orderVariables } from "../../../../generator/library/workload/containers/order-variables.ts";
import { assertAgreement } from "../../../functions/compare-with-helm.ts";
import { compute } from "../../../functions/compute.ts";

const secret = { secretKeyRef: { name: "credentials", key: "password" } };
const service = { stage: "store", port: "http", format: "url" };

// An argument of a case is a reference into values.
const build = (env: Expression<never>) => orderVariables(env as unknown as Reference<Readonly<Record<string, object>>>);

const model = { type: "object", properties: { env: { type: "object", additionalProperties: { type: "object" } } } };

const cases: readonly object[] = [
  {},
  { B: "b", A: "a" },
  { A: "$(Z)", Z: { valueFrom: secret }, Y: { fromService: service } },
  { A: { value: "" }, Z: { valueFrom: secret, order: 5 }, Y: { fromService: service, order: 7 } },
  { A: { type: "value", value: "a", valueFrom: secret }, B: { type: "valueFrom", value: "b", valueFrom: secret } },
  { A: { enabled: false, valueFrom: secret }, B: { enabled: false }, C: { value: "c", order: -1 }, D: "d" },
];

describe("orderVariables()", () => {
  it("orderVariables() computes what Helm prints", async () => {
    await assertAgreement(
      [undefined, ...cases].map((env, i) => ({ title: `orderVariables() of case ${i}`, args: [env], build })),
    );
  });

  it("orderVariables() puts variables with a source first, whatever the order of the plain ones", () => {
    const env = {
      PLAIN: "$(PASSWORD)",
      FIRST_PLAIN: { value: "$(STORE)", order: -10 },
      STORE: { fromService: service },
      PASSWORD: { valueFrom: secret, order: 10 },
      LEFT_OVER: { type: "value", value: "x", valueFrom: secret },
      OFF: { enabled: false, valueFrom: secret },
    };
    const reference = valuesOf<{ env: Readonly<Record<string, object>> }>(model).env;
    const found = compute(orderVariables(reference)[NODE], { env }) as readonly { readonly name: string }[]; // what it yields
    assert.deepEqual(
      found.map(({ name }) => name),
      ["STORE", "PASSWORD", "FIRST_PLAIN", "LEFT_OVER", "PLAIN"],
    );
  });
});
