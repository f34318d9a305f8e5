import process from "node:process";
import { inspect } from "node:util";
import { paint } from "./style-output.ts";

/**
 * Prints an error to the error output, once and without a stack, and makes this process end with code 1.
 * Causes follow on lines of their own; the variable DEBUG adds the stacks.
 */
export function reportFailure(error: unknown): void {
  process.exitCode = 1;
  const text = (process.env["DEBUG"] ?? "") === "" ? describeFailure(error) : inspect(error);
  console.error(`${paint("red", "error:", process.stderr)} ${text}`);
}

/** The messages of an error and its causes as plain text; a path that the message leaves out is added. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "string" ? error : inspect(error);
  const lines = [error.message === "" ? error.name : error.message];
  if ("path" in error && typeof error.path === "string" && !error.message.includes(error.path)) {
    lines.push(`  at: ${error.path}`);
  }
  const errors = error instanceof AggregateError ? error.errors : [];
  for (const inner of errors) lines.push(indent(`- ${describeFailure(inner)}`));
  const cause = error.cause === undefined ? "" : describeFailure(error.cause);
  // The messages of many errors contain those of their causes, which are printed once.
  if (cause !== "" && !error.message.includes(cause)) lines.push(indent(`because: ${cause}`));
  return lines.join("\n");
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
