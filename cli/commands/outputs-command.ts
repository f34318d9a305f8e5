import { type CommandTexts, createCommand } from "../arguments/create-command.ts";
import { outputOption, readWord } from "../arguments/options.ts";

/** Declares the arguments of the commands for generated charts: pipeline files, `--output` and `--schemas`. */
export function createOutputsCommand(name: string, texts: CommandTexts) {
  return createCommand(name, texts)
    .argument(
      "<file...>",
      "TypeScript or JavaScript files whose default export is a pipeline (definePipeline) or a chart (defineChart)",
    )
    .addOption(outputOption("the directory of the charts").default("charts"))
    .option("--schemas <path>", "the directory of the values' JSON Schemas, one for each version", readWord);
}
