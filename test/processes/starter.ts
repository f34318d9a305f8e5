/** A small process that starts programs for a large one: see run-elsewhere.ts. */
import process from "node:process";
import { type ProcessResult, type RunProcessOptions, runProcess } from "../../cli/helm/run-process.ts";

/** A program to run. */
export interface Request {
  readonly id: number;
  readonly command: string;
  readonly args: readonly string[];
  readonly options: RunProcessOptions;
}

/** What became of it: a result, or why it could not be started, with the code that a copy of an error loses. */
export interface Answer {
  readonly id: number;
  readonly result?: ProcessResult;
  readonly failure?: { readonly message: string; readonly code?: string | undefined };
}

process.on("message", ({ id, command, args, options }: Request) => {
  const tell = (answer: Omit<Answer, "id">) => process.send?.({ id, ...answer });
  runProcess(command, args, options).then(
    (result) => tell({ result }),
    ({ message, code }: NodeJS.ErrnoException) => tell({ failure: { message, code } }),
  );
});
process.on("disconnect", () => process.exit());
