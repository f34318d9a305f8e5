import { appendFileSync, readFileSync } from "node:fs";

/** A file of lines that several processes write to at once, each line a value as JSON. */
export interface SharedLines<T> {
  add(value: T): void;
  /** All values, the oldest first; none when nobody has added any. */
  read(): readonly T[];
}

/** Opens such a file; it need not be there yet. */
export function sharedLines<T>(path: string): SharedLines<T> {
  return {
    add(value) {
      appendFileSync(path, `${JSON.stringify(value)}\n`);
    },
    read() {
      const text = readText(path);
      // What follows the last end of a line is still being written.
      const lines = text.split("\n").slice(0, -1);
      // Every line is one that `add` wrote.
      return lines.map((line) => JSON.parse(line) as T);
    },
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
