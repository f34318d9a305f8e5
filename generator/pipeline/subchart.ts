/** How the templates of a pipeline chart reach its subcharts. */
import type { Chart } from "../chart/define-chart.ts";
import type { Define } from "../expression/define.ts";
import { Expression, type Operand } from "../expression/expression.ts";
import { command, type GoNode } from "../expression/go-syntax.ts";
import type { PathNode, TemplateFunction } from "../expression/node.ts";
import { call } from "../functions/call.ts";
import { ownEntry } from "../functions/own-entry.ts";

const subcharts: PathNode = {
  op: "path",
  type: "object",
  root: ".",
  keys: ["Subcharts"],
  optional: false,
  schema: {},
  models: [],
};

const subchartFunction: TemplateFunction = {
  name: "subchart",
  go: (args) => command("index", ...args),
  js: (charts: Readonly<Record<string, object>>, alias: string) => ownEntry(charts, alias),
};

/** What a subchart sees as its root (`.Values`, `.Chart`, `.Release` ...); absent when its stage is disabled. */
export function subchart(alias: string): Expression<object | undefined> {
  return call(subchartFunction, [new Expression(subcharts), alias], { type: "object", optional: true });
}

const stageScopeFunction: TemplateFunction = {
  name: "stageScope",
  go: ([context, scope]) =>
    command("merge", command("dict", { kind: "atom", text: '"Pipeline"' }, context as GoNode), scope as GoNode), // two arguments
  js: (context: object, scope: object) => ({ ...scope, Pipeline: context }),
};

/** A subchart's root with what the pipeline tells the stage. */
export function stageScope(scope: Expression<unknown>, context: Operand<object>): Expression<object> {
  return call(stageScopeFunction, [context, scope], { type: "object" });
}

/** A named template of a library chart. */
export function templateOf(chart: Chart, name: string): Define {
  const define = chart.collected.defines.get(`${chart.name}.${name}`);
  if (define === undefined)
    throw new TypeError(`Cannot include ${chart.name}.${name}: the chart has no such named template`);
  return define;
}
