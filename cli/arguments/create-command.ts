import process from "node:process";
import { Command, CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { isMain, type ModuleMeta } from "../terminal/is-main.ts";
import { reportFailure } from "../terminal/report-failure.ts";
import { ArgumentsError } from "./arguments-error.ts";

/** The help of a command in addition to its arguments and options. */
export interface CommandTexts {
  /** What the command does, in whole sentences. */
  readonly description: string;
  /** A command line, as typed into a shell. */
  readonly example?: string;
}

/**
 * Starts the declaration of a command. Its arguments, options and action are added with commander's methods; an invalid
 * command line throws an ArgumentsError and never ends the process.
 */
export function createCommand(name: string, { description, example }: CommandTexts): Command {
  const command = new Command(name).description(description).helpOption("-h, --help", "print this help");
  if (example !== undefined) command.addHelpText("after", `\nExample: ${example}`);
  return command.configureOutput({ outputError: () => {} }).exitOverride((error) => {
    if (error.exitCode === 0) throw error;
    // Without one of its commands, a program prints its help.
    const message = error.code === "commander.help" ? "missing command" : error.message.replace(/^error: /, "");
    throw new ArgumentsError(message, describeUsage(command));
  });
}

/** The line that shows how a command is called: `chartwright lint [options] [chart...]`. */
function describeUsage(command: CommandUnknownOpts): string {
  return command.createHelp().commandUsage(command);
}

/**
 * Reads and runs a command line; help and the version are printed.
 * @throws ArgumentsError for an invalid command line, and any error of the command
 */
export async function runCommand(command: CommandUnknownOpts, args: readonly string[]): Promise<void> {
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    const isAnswered = error instanceof CommanderError && error.exitCode === 0;
    if (!isAnswered) throw error;
  }
}

/** Runs a command with the arguments of this process when the module that declares it is the program. */
export function runIfMain(meta: ModuleMeta, command: CommandUnknownOpts): void {
  if (isMain(meta)) runCommand(command, process.argv.slice(2)).catch(reportFailure);
}
