/**
 * Reads a whole number that an option of a script was given.
 * @throws TypeError for anything but up to nine digits
 */
export function readCount(text: string, option: string): number {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new TypeError(`Cannot read ${option}: expected a whole number, got ${JSON.stringify(text)}`);
}
