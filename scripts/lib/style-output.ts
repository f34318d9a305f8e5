import process from "node:process";
import { styleText } from "node:util";

/** A stream that text is printed to, as far as colour depends on it. */
export interface OutputStream {
  readonly isTTY?: boolean;
}

/** Colours a text when the stream is a terminal and the variable NO_COLOR is not set; else gives it back as it is. */
export function paint(
  format: Parameters<typeof styleText>[0],
  text: string,
  stream: OutputStream = process.stdout,
): string {
  const isPlain = stream.isTTY !== true || (process.env["NO_COLOR"] ?? "") !== "";
  return isPlain ? text : styleText(format, text, { validateStream: false });
}
