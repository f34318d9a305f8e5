/** An invalid command line, with the usage of the command. */
export class ArgumentsError extends Error {
  readonly code = "ARGUMENTS";

  constructor(message: string, usage: string) {
    super(`${message}\nUsage: ${usage}`);
    this.name = "ArgumentsError";
  }
}
