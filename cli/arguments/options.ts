import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { ChoiceError, choose } from "./choose.ts";

// Options of several commands are declared once, so that they have the same name and meaning in all of them.

/** `--env NAME`: one of the environments of the pipeline or the chart. */
export function environmentOption() {
  return new Option("--env <name>", "the environment").argParser(readWord);
}

/** `--output PATH`: where a command writes. */
export function outputOption(what: string) {
  return new Option("--output <path>", `${what}, below the working directory`).argParser(readWord);
}

/** `--format FORMAT`: how a command prints. */
export function formatOption<T extends string>(known: readonly T[]) {
  return new Option("--format <format>", known.join(", ")).argParser((value) => readChoice(value, known));
}

/** `--release NAME`: the name of the Helm release. */
export function releaseOption(fallback: string) {
  return new Option("--release <name>", `the name of the release (default: ${fallback})`).argParser(readWord);
}

/** `--namespace NAME`: the namespace of the release. */
export function namespaceOption() {
  return new Option("--namespace <name>", "the namespace of the release").default("default").argParser(readWord);
}

/** Reads a name or a path. A dash at its start means that the value is missing, and the next option follows. */
export function readWord(value: string): string {
  if (!/^-./.test(value)) return value;
  throw new InvalidArgumentError(`Expected a value, got the option ${value}`);
}

/** Reads one of several words. */
export function readChoice<T extends string>(value: string, known: readonly T[]): T {
  try {
    return choose("Cannot read a word", value, known);
  } catch (error) {
    throw error instanceof ChoiceError ? new InvalidArgumentError(error.reason.replace(/^e/, "E")) : error;
  }
}

/** Reads a whole number of up to nine digits. */
export function readCount(value: string): number {
  if (/^[0-9]{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a whole number");
}
