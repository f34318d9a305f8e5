import { YAMLParseError } from "yaml";
import { readYaml } from "../../cli/yaml/read-yaml.ts";

/** A rendered document is no YAML, or no object. */
export class ManifestError extends Error {
  readonly code = "MANIFEST";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ManifestError";
  }
}

/** A rendered object as plain data; rules check that it is a Kubernetes object. */
export type Manifest = Record<string, unknown>;

/**
 * Reads what `helm template` printed into plain objects, in their order, with the types that the API server would read.
 * Empty documents are dropped.
 * @throws ManifestError that names the template, if the document has its comment, and the line in the whole text
 */
export function readManifests(text: string): Manifest[] {
  const objects: Manifest[] = [];
  let line = 1;
  for (const part of text.split(/^---[ \t]*(?:#.*)?\r?$/m)) {
    const value = readPart(part, line);
    line += part.split("\n").length - 1;
    if (value !== null) objects.push(value);
  }
  return objects;
}

function readPart(text: string, firstLine: number): Manifest | null {
  const name = /^# Source: (.+)$/m.exec(text)?.[1]?.trimEnd();
  const where = name === undefined ? "a manifest" : `the manifest of "${name}"`;
  const fail = (found: string, line: number, cause?: unknown): never => {
    throw new ManifestError(`Cannot read ${where}, line ${firstLine + line - 1}: ${found}`, { cause });
  };
  try {
    const value = readYaml(text);
    if (value === null || isObject(value)) return value;
    return fail(`expected an object, got ${JSON.stringify(value).slice(0, 80)}`, 1);
  } catch (error) {
    if (error instanceof YAMLParseError)
      return fail(error.message.split(" at line ")[0] ?? "", error.linePos?.[0].line ?? 1, error);
    if (error instanceof ManifestError || !(error instanceof Error)) throw error;
    return fail(error.message, 1, error);
  }
}

function isObject(value: unknown): value is Manifest {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
