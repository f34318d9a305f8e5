import { extname } from "node:path";
import process from "node:process";
import { choose } from "../arguments/choose.ts";
import { createCommand } from "../arguments/create-command.ts";
import { environmentOption, formatOption, outputOption } from "../arguments/options.ts";
import { writeFile } from "../files/write-file.ts";
import { findPipeline } from "../pipeline-file/find-pipeline.ts";
import { type GraphFormat, graphFormats, printGraph } from "../pipeline-file/print-graph.ts";
import { paint } from "../terminal/style-output.ts";

const extensions: ReadonlyMap<string, GraphFormat> = new Map([
  [".svg", "svg"],
  [".mmd", "mermaid"],
]);

/**
 * `chartwright graph [FILE]`: draws a pipeline.
 * @param find reads the pipeline of the file, or chooses one when no file is named
 */
export function graphCommand(name = "chartwright graph", find: typeof findPipeline = findPipeline) {
  const command = createCommand(name, {
    description:
      "Draws a pipeline: its stages by kind, its volumes, the stage dependencies and the schedules. An output whose name ends in .svg or .mmd (Mermaid) decides the format.",
    example: `${name} pipelines/etl.ts --env prod --output docs/etl.svg`,
  });
  return command
    .argument("[file]", "a pipeline file, as for chartwright generate (default: the only file in pipelines/)")
    .addOption(environmentOption())
    .addOption(formatOption(graphFormats))
    .addOption(outputOption("a file to write"))
    .action(async (file, { env, output, format }) => {
      const pipeline = await find(file);
      if (env !== undefined) {
        choose(`Cannot draw pipeline "${pipeline.name}": --env`, env, [...pipeline.environments.keys()]);
      }
      const wanted = format ?? extensions.get(extname(output ?? "")) ?? "text";
      const text = await printGraph(pipeline, wanted, { environment: env });
      if (output === undefined) return void process.stdout.write(text);
      const changed = await writeFile(output, text);
      console.log(`  ${output.padEnd(36)} ${changed ? paint("green", "written") : paint("dim", "current")}`);
    });
}
