/** Says what is wrong with a command line, and how it is meant. */
export class ArgumentsError extends Error {
  readonly code = "ARGUMENTS";

  constructor(message: string, usage: string) {
    super(`${message}\nUsage: ${usage}`);
    this.name = "ArgumentsError";
  }
}
