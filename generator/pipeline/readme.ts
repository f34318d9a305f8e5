/** The README of a pipeline chart. */

import Handlebars from "handlebars";
import { describeOrdering } from "../graph/describe-graph.ts";
import { fitsMermaid, printMermaidGraph } from "../graph/print-mermaid.ts";
import { generatedFrom } from "../values/generated-from.ts";
import { graphPipeline } from "./diagram/graph-pipeline.ts";
import type { Pipeline } from "./pipeline.ts";

const template = Handlebars.compile(
  `<!-- {{header}}. -->

# {{name}}

{{description}}.

## Stages

| Stage | Chart | Depends on |
| --- | --- | --- |
{{#each stages}}
| \`{{name}}\` | [{{chart}}](docs/{{chart}}.md) | {{upstream}} |
{{/each}}

{{#if diagram}}
\`\`\`mermaid
{{diagram}}\`\`\`

{{ordering}}.

A solid arrow leads from a stage to its dependents. A dotted line connects a volume and the stages that mount it; with
one arrow, it is mounted read-only. A thin line connects a Service and the stages that read its address. A box contains
the stages that share a pod.
{{#if environments}}
An environment may change the diagram; \`chartwright graph{{file}} --env {{environments.[0]}}\` draws that of {{environments.[0]}}.
{{/if}}
{{else}}
{{ordering}}.
{{/if}}

## Install

\`\`\`console
{{#if environments}}
{{#each environments}}
helm install {{../name}} charts/{{../name}} --namespace {{../name}}-{{this}} --create-namespace \\
  --values charts/{{../name}}/environments/{{this}}.yaml
{{/each}}
{{else}}
helm install {{name}} charts/{{name}} --namespace {{name}} --create-namespace
{{/if}}
\`\`\`

To disable a stage, set \`<stage>.enabled: false\`; to run all Jobs again, change \`global.pipeline.runId\`. A stage's own
values are under its name: the pages of the charts above list them. Editors complete and check a values file that starts with
\`# yaml-language-server: $schema=charts/{{name}}/values.partial.schema.json\`.
`,
  { noEscape: true },
);

/** The text of README.md. */
export function printPipelineReadme(pipeline: Pipeline): string {
  const stages = [...pipeline.parts].map(([name, { stage }]) => ({
    name,
    chart: stage.chart.name,
    upstream: stage.dependsOn.map((upstream) => `\`${upstream}\``).join(", "),
  }));
  const graph = graphPipeline(pipeline);
  const diagram = printMermaidGraph(graph);
  return template({
    ...pipeline,
    header: generatedFrom(pipeline.source),
    stages,
    diagram: fitsMermaid(graph, diagram) ? diagram : "",
    ordering: describeOrdering(graph),
    environments: [...pipeline.environments.keys()],
    file: pipeline.source.endsWith(".ts") ? ` ${pipeline.source}` : "",
  });
}
