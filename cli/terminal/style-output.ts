import process from "node:process";
import { styleText } from "node:util";

/** The properties of an output stream that decide about colour. */
export interface OutputStream {
  readonly isTTY?: boolean;
}

/**
 * Colours a text when the stream is a terminal and the variable NO_COLOR is not set; else returns it unchanged.
 * FORCE_COLOR overrides both, as in Node itself: 0 is without colour, anything else with it.
 */
export function paint(
  format: Parameters<typeof styleText>[0],
  text: string,
  stream: OutputStream = process.stdout,
): string {
  return hasColour(stream) ? styleText(format, text, { validateStream: false }) : text;
}

function hasColour(stream: OutputStream): boolean {
  const forced = process.env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0";
  return stream.isTTY === true && (process.env["NO_COLOR"] ?? "") === "";
}
