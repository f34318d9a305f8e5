/** Constants in block YAML: values files, Chart.yaml, index.yaml. */
import type { Json } from "../json-schema.ts";
import { printScalar } from "./print-scalar.ts";
import { printText } from "./print-text.ts";

/** A value as block YAML at an indent, ending in a newline; keys keep their order. */
export function printYaml(value: unknown, indent = 0): string {
  return printBlock(value as Json, indent).slice(1); // only JSON values are printed; the separator from a key is dropped
}

/** What follows `key:` or `-`: a scalar on the same line, or a block on the next ones. */
export function printYamlValue(value: unknown, indent: number): string {
  return printBlock(value as Json, indent); // only JSON values are printed
}

function printBlock(value: Json, indent: number): string {
  if (typeof value === "string") return ` ${printText(value, indent) ?? printScalar(value)}\n`;
  if (typeof value !== "object" || value === null) return ` ${printScalar(value)}\n`;
  const pad = " ".repeat(indent);
  if (isList(value)) {
    if (value.length === 0) return " []\n";
    return `\n${value.map((item) => printItem(item, indent, pad)).join("")}`;
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  if (entries.length === 0) return " {}\n";
  return `\n${entries.map(([key, entry]) => `${pad}${printScalar(key)}:${printBlock(entry, indent + 2)}`).join("")}`;
}

function printItem(item: Json, indent: number, pad: string): string {
  const block = printBlock(item, indent + 2);
  return block.startsWith("\n") ? `${pad}- ${block.slice(1 + indent + 2)}` : `${pad}-${block}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
