import process from "node:process";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { nearest } from "../../generator/nearest.ts";

/** What a script takes on its command line. */
export interface ArgumentsConfig<T extends ParseArgsOptionsConfig> {
  /** The options, as `parseArgs` of node:util takes them. */
  readonly options: T;
  /** One line that shows how the script is called; it ends every message about wrong arguments. */
  readonly usage: string;
  /** Names of the positional arguments, in order; a last one of the form `name...` takes all that are left. */
  readonly positionals?: readonly string[];
  /** How many of them must be given (default: all but one of the form `name...`). */
  readonly required?: number;
  /** What is read (default: the arguments of this process). */
  readonly args?: readonly string[];
}

/** What was given on the command line. */
export type ReadArguments<T extends ParseArgsOptionsConfig> = Pick<
  ReturnType<typeof parseArgs<{ options: T; strict: true; allowPositionals: true }>>,
  "values" | "positionals"
>;

/** Says what is wrong with the command line, and how it is meant. */
export class ArgumentsError extends Error {
  readonly code = "arguments";
  /** The argument at fault, as it was typed; the name of a missing one. */
  readonly path: string;

  constructor(path: string, message: string, usage: string) {
    super(`${message}\nUsage: ${usage}`);
    this.name = "ArgumentsError";
    this.path = path;
  }
}

/**
 * Reads the command line of a script.
 * @throws ArgumentsError for an unknown option (it names the nearest one), a missing or superfluous value or argument
 */
export function readArguments<T extends ParseArgsOptionsConfig>(config: ArgumentsConfig<T>): ReadArguments<T> {
  const args = [...(config.args ?? process.argv.slice(2))];
  checkOptions(args, config);
  const { values, positionals } = parseArgs({ args, options: config.options, strict: true, allowPositionals: true });
  checkPositionals(positionals, config);
  return { values, positionals };
}

function checkOptions<T extends ParseArgsOptionsConfig>(args: string[], { options, usage }: ArgumentsConfig<T>): void {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName, value } = token;
    const option = options[token.name];
    const fail = (found: string): never => {
      throw new ArgumentsError(rawName, `Cannot read the option ${rawName}: ${found}`, usage);
    };
    if (option === undefined) {
      const near = nearest(token.name, Object.keys(options));
      fail(`there is no such option${near === undefined ? "" : `; did you mean --${near}?`}`);
    } else if (option.type === "boolean" && value !== undefined) {
      fail(`expected no value, got ${JSON.stringify(value)}`);
    } else if (option.type === "string" && (value === undefined || (!token.inlineValue && /^-./.test(value)))) {
      const found = value === undefined ? "none" : `the option ${value}; write ${rawName}=${value} if it is the value`;
      fail(`expected a value, got ${found}`);
    }
  }
}

function checkPositionals<T extends ParseArgsOptionsConfig>(given: string[], config: ArgumentsConfig<T>): void {
  const names = config.positionals ?? [];
  const takesRest = names.at(-1)?.endsWith("...") === true;
  const required = config.required ?? names.length - (takesRest ? 1 : 0);
  const missing = names[given.length];
  if (missing !== undefined && given.length < required) {
    throw new ArgumentsError(missing, `Cannot start: expected the argument <${missing}>, got none`, config.usage);
  }
  const extra = given[names.length];
  if (extra !== undefined && !takesRest) {
    const wanted = names.length === 0 ? "no arguments" : `no more than ${names.length}`;
    throw new ArgumentsError(extra, `Cannot start: expected ${wanted}, got ${JSON.stringify(extra)}`, config.usage);
  }
}
