/** Tables of values that a chart refuses, or takes: real Helm and the evaluator must agree. */
import assert from "node:assert/strict";
import { it } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import type { Chart } from "../../generator/chart.ts";
import { evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { useChart } from "./service-stage/render-chart.ts";

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

/** Cases that one run can ask: the schema is left out for all of them, or for none. */
interface Group {
  readonly skipSchemaValidation: boolean;
  readonly all: readonly RefusalCase[];
}

const valuesOf = (cases: readonly RefusalCase[]): readonly object[] => cases.map(({ values }) => values);

/** Tests that Helm and the evaluator refuse values, each with its message, and take those without one. */
export function testRefusals(title: string, chart: Chart, cases: readonly RefusalCase[]): void {
  const rendered = cases.filter(({ isComputedOnly = false }) => !isComputedOnly);
  // Many values are asked in one run, under other names of the chart, and only those that name it each in its own.
  const group = (isTaken: boolean): readonly Group[] =>
    [false, true].flatMap((skipSchemaValidation) => {
      const all = rendered.filter(
        ({ refusal, isUnchecked = false, isNamed = false }) =>
          (refusal === "") === isTaken && isUnchecked === skipSchemaValidation && !isNamed,
      );
      return all.length === 0 ? [] : [{ skipSchemaValidation, all }];
    });
  const [taken, refused] = [group(true), group(false)];
  const named = rendered.filter(({ isNamed = false }) => isNamed);
  for (const version of helmVersions) {
    const onDisk = useChart(chart, version);
    const renderAlone = async ({ values, refusal, isUnchecked = false }: RefusalCase): Promise<void> => {
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
    };

    it(`${title}, under Helm ${version}`, async () => {
      for (const { all, ...options } of taken) {
        const objects = await onDisk.renderEach(valuesOf(all), options);
        for (const [i, { values }] of all.entries()) assert.notDeepEqual(objects[i], [], JSON.stringify(values));
      }
      const alone = [...named];
      for (const { all, ...options } of refused) {
        // A render stops at the first refusal. Lint tells all, unless the schema refuses values, or a template fails
        // after a refusal: what it does not tell is rendered.
        const [first, ...others] = all;
        const told = others.length < 2 ? [] : await onDisk.refusals(valuesOf(others), options);
        alone.push(...others.filter(({ refusal }, i) => told[i] !== refusal));
        if (first !== undefined) alone.push(first);
      }
      await mapLimited(alone, 2, renderAlone);
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
