import process from "node:process";

/** The default date in generated archives: the first that every archive format supports. */
export const defaultSourceDate = new Date("1980-01-01T00:00:00Z");

/**
 * Reads the variable SOURCE_DATE_EPOCH, seconds since 1970, or returns the fixed default date.
 * @throws RangeError when it is set to something else
 */
export function readSourceDate(value: string | undefined = process.env["SOURCE_DATE_EPOCH"]): Date {
  if (value === undefined || value === "") return defaultSourceDate;
  const date = new Date(Number(value) * 1000);
  if (/^\d+$/.test(value) && !Number.isNaN(date.getTime())) return date;
  throw new RangeError(`Cannot read SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(value)}`);
}
