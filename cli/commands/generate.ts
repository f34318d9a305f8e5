import type { PlannedTexts } from "../files/planned-output.ts";
import { type WrittenOutput, writeOutputs } from "../files/write-outputs.ts";
import { planPipelines } from "../pipeline-file/plan-pipelines.ts";
import { paint } from "../terminal/style-output.ts";
import { createOutputsCommand } from "./outputs-command.ts";

/** `chartwright generate FILE...`: writes the Helm charts of pipeline files. */
export function generateCommand() {
  return createOutputsCommand("chartwright generate", {
    description:
      "Writes the Helm chart of each pipeline, or the chart itself, to charts/<name>. The types of the files are checked first; nothing is written when anything is wrong.",
    example: "chartwright generate pipelines/etl.ts --schemas values-schemas",
  }).action(async (files, { output, schemas }) => {
    await generateOutputs(await planPipelines(files, { out: output, schemas }));
  });
}

/** Writes outputs, and prints a line for each and one for all. */
export async function generateOutputs(outputs: readonly PlannedTexts[]): Promise<void> {
  let written = 0;
  for (const each of await writeOutputs(outputs)) {
    if (each.changed.length > 0) written += 1;
    console.log(describeWritten(each));
  }
  const total = `${outputs.length} ${outputs.length === 1 ? "directory" : "directories"}`;
  console.log(written === 0 ? `${total}, all current: nothing written` : `${total}, ${written} written`);
}

/** Prints the result of an output in a line. */
export function describeWritten({ output, changed }: WrittenOutput): string {
  const name = output.directory.padEnd(36);
  if (changed.length === 0) return `  ${name} ${paint("dim", "current")}`;
  const shown = changed.slice(0, 3).join(", ");
  const files = changed.length > 3 ? `${shown} and ${changed.length - 3} more` : shown;
  return `  ${name} ${paint("green", "written")}  ${files}`;
}
