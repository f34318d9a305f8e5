import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Expression, NODE } from "../../../generator/expression/expression.ts";
import { RenderError } from "../../../generator/expression/go/render-error.ts";
import { raw } from "../../../generator/expression/raw.ts";
import { backendPort } from "../../../generator/library/service-stage/backend-port.ts";
import { targetPorts } from "../../../generator/library/service-stage/target-ports.ts";
import { computeFunction } from "../../functions/compute.ts";

// The arguments are not looked at: the tests hand the values to the function itself.
const nothing = raw<never>({ type: "any", go: "nil", js: () => undefined as never, reason: "stands for a value" });

/** Calls the function behind an expression as the second interpreter does. */
function compute(expression: Expression, ...args: readonly unknown[]): unknown {
  const node = expression[NODE];
  assert.ok(node.op === "call" || node.op === "apply");
  return computeFunction(node.function, ...args);
}

describe("the functions of service-stage, computed in process", () => {
  it("targetPorts() looks names up in the main container and then in the sidecars", () => {
    const servicePorts = {
      http: { port: 80 },
      admin: { port: 81, targetPort: "proxy" },
      raw: { port: 82, targetPort: 9000 },
      udp: { port: 80, targetPort: "http", protocol: "UDP" },
      off: { enabled: false, port: 83 },
    };
    const ports = { http: { containerPort: 8080 }, off: { containerPort: 1 } };
    const sidecars = { a: { ports: { http: { containerPort: 2 }, proxy: { containerPort: 9901 } } } };
    const found = compute(targetPorts(nothing, nothing, nothing), servicePorts, ports, sidecars);
    assert.deepEqual(found, { http: 8080, admin: 9901, raw: 9000 });
    assert.deepEqual(compute(targetPorts(nothing, nothing, nothing), undefined, undefined, undefined), {});
  });

  it("targetPorts() looks sidecars through in the order in which they start", () => {
    const portOf = (containerPort: number): object => ({ ports: { metrics: { containerPort } } });
    const find = (sidecars: object): unknown =>
      compute(targetPorts(nothing, nothing, nothing), { metrics: { port: 80 } }, {}, sidecars);
    assert.deepEqual(find({ b: portOf(2), a: portOf(1) }), { metrics: 1 });
    assert.deepEqual(find({ a: { order: 1, ...portOf(1) }, b: portOf(2) }), { metrics: 2 });
    assert.deepEqual(find({ a: { enabled: false, ...portOf(1) }, b: portOf(2) }), { metrics: 2 });
  });

  it("backendPort() gives the number of the port that is named, or of the only one", () => {
    const choose = (ports: object | undefined, wanted: string | undefined): unknown =>
      compute(backendPort(nothing, undefined, nothing), ports, wanted, "here");
    const ports = { http: { port: 80 }, admin: { port: 81 }, off: { enabled: false, port: 82 } };
    assert.equal(choose(ports, "admin"), 81);
    assert.equal(choose({ http: { port: 80 }, off: { enabled: false, port: 82 } }, undefined), 80);
    const expected = "here: expected one of service.ports (admin, http)";
    assert.throws(() => choose(ports, "off"), new RenderError(`${expected}, got "off"`));
    assert.throws(() => choose(ports, ""), new RenderError(`${expected}, got none`));
    assert.throws(
      () => choose(undefined, undefined),
      new RenderError("here: expected one of service.ports (), got none"),
    );
  });
});
