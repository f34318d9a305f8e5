/** A small chart, for the tests of charts. */
import { type ChartTemplate, defineTemplate } from "../../generator/chart/chart-template.ts";
import type { ChartDefinition } from "../../generator/chart/define-chart.ts";
import { release } from "../../generator/expression/built-in.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { valuesOf } from "../../generator/expression/reference.ts";
import { when } from "../../generator/expression/when.ts";
import { nonEmpty } from "../../generator/functions/logic.ts";
import { fitName, text } from "../../generator/functions/strings.ts";
import * as format from "../../generator/values/formats.ts";
import { closed, mapOf, optional } from "../../generator/values/model.ts";

const description = "For tests";

/** The values of the chart. */
export const values = closed(
  {
    name: format.nameOrEmpty({ description: "A name", default: "" }),
    data: mapOf(format.keys.configMapKey, format.string({ description }), { description: "Texts" }),
    size: optional(format.size({ description: "Size" })),
  },
  { description },
);

/** References to them. */
export const v = valuesOf<{ name: string; data: Record<string, string>; size?: string }>(values);

const name = include(
  new Define<string>("sample.fullname", "string", fitName(text`${release.name}-${v.name}`, 63), "The name."),
);

/** The one template of the chart. */
export const configMap: ChartTemplate = defineTemplate({
  chartName: "sample",
  kind: "configMap",
  source: "test/config-map.ts",
  documents: when(nonEmpty(v.data), { apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data: v.data }),
});

/** The chart. */
export const definition: ChartDefinition = {
  name: "sample",
  version: "1.2.3-rc.1+build.5",
  description: "A chart for tests",
  keywords: ["test"],
  source: "test/chart.ts",
  values,
  valuesSource: "test/values.ts",
  templates: [configMap],
  notes: [text`Name: ${name}`, when(nonEmpty(v.size), text`Size: ${v.size as never}`)],
  ci: { full: { name: "ci", data: { on: "yes" } } },
};
