/** Says that a text is no YAML, or none that Helm and the API server would take. */
export class YamlError extends Error {
  readonly code = "yaml";
  /** Line of the fault, counted from 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = "YamlError";
    this.line = line;
  }
}
