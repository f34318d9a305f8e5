import { readYaml } from "./read-yaml.ts";
import { YamlError } from "./yaml-error.ts";

/** A rendered object as plain data; that it is a Kubernetes object is for rules to check. */
export type Manifest = Record<string, unknown>;

/**
 * Reads what `helm template` printed into plain objects, in their order, with the types that the API server would see.
 * Empty documents are dropped.
 * @throws YamlError that names the template, when the document says which, and the line in the whole text
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
  try {
    const value = readYaml(text);
    if (value === null || isObject(value)) return value;
    throw new YamlError(`expected an object, got ${JSON.stringify(value).slice(0, 80)}`, 1);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const line = firstLine + error.line - 1;
    throw new YamlError(`Cannot read ${where}, line ${line}: ${error.message}`, line);
  }
}

function isObject(value: unknown): value is Manifest {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
