/** The prefix of every reference: all of them are local. */
export const DEFINITIONS = "#/definitions/";

/** Lists the names of the definitions that a schema refers to, at any depth, each once. */
export function listReferences(schema: unknown): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === "$ref" && typeof child === "string") names.add(child.slice(DEFINITIONS.length));
      else visit(child);
    }
  };
  visit(schema);
  return [...names];
}
