/** XML as data, and its printer, which alone writes tags and escapes text. */

/** An element; its content is elements or one text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly XmlElement[] | string;
}

/** Makes an element. */
export function element(
  name: string,
  attributes: XmlElement["attributes"],
  children: XmlElement["children"] = [],
): XmlElement {
  return { name, attributes, children };
}

/** Prints an element and its content, each on a line of its own; numbers have at most one digit after the point. */
export function printXml({ name, attributes, children }: XmlElement, indent = ""): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${printValue(value)}"`);
  const start = `${indent}<${name}${words.join("")}`;
  if (children.length === 0) return `${start}/>\n`;
  if (typeof children === "string") return `${start}>${escapeXml(children)}</${name}>\n`;
  return `${start}>\n${children.map((child) => printXml(child, `${indent}  `)).join("")}${indent}</${name}>\n`;
}

/** Writes a number for a diagram. */
export function printNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function printValue(value: string | number): string {
  return typeof value === "number" ? printNumber(value) : escapeXml(value);
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// XML allows no control characters and no lone surrogates, not even escaped.
function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
