/** Tables of values that a chart refuses, or takes: real Helm and the evaluator must agree. */
import assert from "node:assert/strict";
import { it } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import type { Chart } from "../../generator/chart.ts";
import { evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import { helmVersions, useChart } from "./service-stage/render-chart.ts";

/** Values of a chart. */
export interface RefusalCase {
  readonly values: object;
  /** The message with which they are refused; "" where they are taken. */
  readonly refusal: string;
  /** Whether the chart's schema is left out. */
  readonly isUnchecked?: boolean;
  /** Whether it is only asked in process, where Helm is asked of others of its kind. */
  readonly isComputedOnly?: boolean;
  /** Whether the values name the chart, which then keeps its own name. */
  readonly isNamed?: boolean;
}

/** Tests that both Helms and the evaluator refuse values, each with its message, and take those without one. */
export function testRefusals(title: string, chart: Chart, cases: readonly RefusalCase[]): void {
  const rendered = cases.filter(({ isComputedOnly = false }) => !isComputedOnly);
  // Helm stops at the first refusal: those without one are rendered in one run, under other names.
  const isTogether = ({ refusal, isNamed = false }: RefusalCase): boolean => refusal === "" && !isNamed;
  const alone = rendered.filter((one) => !isTogether(one));
  const together = [false, true].flatMap((skipSchemaValidation) => {
    const all = rendered.filter((one) => isTogether(one) && (one.isUnchecked ?? false) === skipSchemaValidation);
    return all.length === 0 ? [] : [{ skipSchemaValidation, all: all.map(({ values }) => values) }];
  });
  for (const version of helmVersions) {
    const onDisk = useChart(chart, version);
    it(`${title}, under Helm ${version}`, async () => {
      for (const { all, ...options } of together) {
        const objects = await onDisk.renderEach(all, options);
        for (const [i, values] of all.entries()) assert.notDeepEqual(objects[i], [], JSON.stringify(values));
      }
      await mapLimited(alone, 2, async ({ values, refusal, isUnchecked = false }) => {
        const what = JSON.stringify(values);
        const rendering = onDisk.render(values, { skipSchemaValidation: isUnchecked });
        if (refusal === "") {
          assert.notDeepEqual(await rendering, [], what);
          return;
        }
        const error = await rendering.then(
          () => undefined,
          (refused: Error) => refused,
        );
        assert.ok(error?.message.includes(`: ${refusal}`), `${what}: ${error?.message ?? "taken"}`);
      });
    });
  }

  it(`${title}, in process`, () => {
    for (const { values, refusal } of cases) {
      const what = JSON.stringify(values);
      if (refusal === "") assert.notDeepEqual(evaluateChart(chart, { values: { ...values } }), [], what);
      else assert.throws(() => evaluateChart(chart, { values: { ...values } }), { message: refusal }, what);
    }
  });
}
