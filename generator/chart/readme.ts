/** The README of a chart: prose through Handlebars. */

import Handlebars from "handlebars";
import { describeValues } from "../values/describe-values.ts";
import { generatedFrom } from "../values/generated-from.ts";
import type { Chart } from "./define-chart.ts";

const template = Handlebars.compile(
  `<!-- {{header}}. -->

# {{name}}

{{description}}.

## Install

{{#if pipeline}}
Stages of the chart \`{{pipeline}}\` are of this chart and are installed with it: see [its README](../README.md). A values
file of \`{{pipeline}}\` sets the values below under the name of a stage. Its \`values.schema.json\` covers them: a wrong
value is refused with its path before anything is created.
{{else}}
\`\`\`console
helm install my-release charts/{{name}} --values my-values.yaml
\`\`\`

A wrong value is refused with its path before anything is created. Editors complete and check a values file that starts
with \`# yaml-language-server: $schema=charts/{{name}}/values.partial.schema.json\`.
{{/if}}

## Values

A field that is left out has its default, also after an upgrade with \`--reuse-values\`.
{{#if canDisable}}
\`enabled: false\` disables an entry of each map that has \`<id>.enabled\` below.
{{/if}}

| Value | Type | Default | Description |
| --- | --- | --- | --- |
{{#each rows}}
| \`{{path}}\` | {{type}} | {{#if default}}\`{{default}}\`{{/if}} | {{description}} |
{{/each}}
`,
  { noEscape: true },
);

/** The text of README.md; `pipeline` is the name of the pipeline chart that contains this chart, if one does. */
export function printReadme(chart: Chart, pipeline?: string): string {
  const rows = describeValues(chart.values).map((row) => ({
    ...row,
    type: escapeTags(cell(row.type)),
    default: cell(row.default),
    description: escapeTags(cell(row.description)),
  }));
  const canDisable = rows.some(({ path }) => path.endsWith(".<id>.enabled"));
  return template({ ...chart, header: generatedFrom(chart.source), rows, pipeline, canDisable });
}

// A bar would end the cell.
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

// Outside of code, `<name>` would be a tag and so be invisible.
function escapeTags(text: string): string {
  return text.replaceAll("<", "&lt;");
}
