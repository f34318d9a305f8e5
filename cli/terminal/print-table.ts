import { stripVTControlCharacters } from "node:util";

/** How a table is laid out. */
export interface PrintTableOptions {
  /** How each column is aligned (default: left). */
  readonly align?: readonly ("left" | "right")[];
  /** Spaces before each line (default: 2). */
  readonly indent?: number;
}

/**
 * Lays rows of cells out in columns, two spaces apart and without spaces at the ends of lines. Colours in cells do not
 * count as width; a row may be shorter than others.
 */
export function printTable(rows: readonly (readonly string[])[], options: PrintTableOptions = {}): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => measure(row[column] ?? ""))),
  );
  const pad = " ".repeat(options.indent ?? 2);
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = " ".repeat((widths[column] ?? 0) - measure(cell));
      return options.align?.[column] === "right" ? space + cell : cell + space;
    });
    return (pad + cells.join("  ")).trimEnd();
  });
  return lines.join("\n");
}

function measure(cell: string): number {
  return [...stripVTControlCharacters(cell)].length;
}
