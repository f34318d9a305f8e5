/** A values file that every YAML reader reads alike: JSON in which all but plain ASCII is escaped. */

/** Writes JSON data as YAML; the writer under test has no part in it. */
export function writeAscii(value: unknown, indent = ""): string {
  return `${writeFlow(value, indent)}\n`;
}

function writeFlow(value: unknown, indent: string): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inside = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((item) => writeFlow(item, inside))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${quote(key)}: ${writeFlow(item, inside)}`);
  return items.length === 0 ? `${open}${close}` : `${open}\n${inside}${items.join(`,\n${inside}`)}\n${indent}${close}`;
}

function quote(text: string): string {
  const characters = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === "\\") return `\\${character}`;
    return code >= 0x20 && code < 0x7f ? character : `\\U${code.toString(16).padStart(8, "0")}`;
  });
  return `"${characters.join("")}"`;
}
