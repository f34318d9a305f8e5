import assert from "node:assert/strict";
import { forEach } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { given } from "../../generator/expression/reference.ts";
import { greaterThan, nonEmpty } from "../../generator/functions/logic.ts";
import { text } from "../../generator/functions/strings.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { v } from "../expression/sample-values.ts";
import { tryWithHelms } from "../functions/render-with-helm.ts";
import { assertRenderings } from "./assert-renderings.ts";
import { print } from "./print-part.ts";
import { renderings } from "./renderings.ts";

describe("printed manifests in real Helm", () => {
  for (const [expectation, list] of Object.entries(renderings)) {
    it(`printed manifests render as expected: ${expectation}`, async () => {
      await assertRenderings(list());
    });
  }

  it("guards stop Helm with their message", async () => {
    const documents: Documents = [
      guard(nonEmpty(v.note), text`note: expected nothing, got "${given(v.note)}" {{ x }} 100%`),
      forEach(v.ports, (name, port) => guard(greaterThan(port.number, 1023), text`ports.${name}.number is too high`)),
      { kind: "A" },
    ];
    const cases: readonly (readonly [values: object, message: string])[] = [
      [{ note: "a\n" }, 'note: expected nothing, got "a\n" {{ x }} 100%'],
      [{ ports: { a: { number: 80 }, b: { number: 1024 } } }, "ports.b.number is too high"],
    ];
    for (const [values, message] of cases) {
      for (const result of await tryWithHelms({ "templates/a.yaml": print(documents) }, values)) {
        assert.ok(result instanceof Error && result.message.includes(message), String(result));
      }
    }
  });
});
