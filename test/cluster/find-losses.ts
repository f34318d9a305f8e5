import { isMap } from "../../generator/is-map.ts";
import { countBytes } from "../../generator/library/common/size.ts";

const BASE64 = /^[A-Za-z0-9+/]+={1,2}$/;
const QUANTITY = /^[+-]?[0-9.]+([eE][+-]?[0-9]+|[numkMGTPE]|[KMGTPE]i)?$/;

/**
 * Lists what an answer of the API server lacks of an object that was sent, or has otherwise: what it adds is its own
 * affair, and a zero value is as if it were not there.
 *
 * @returns paths, with what was sent and what came back: `.spec.replicas: 3 became 1`
 */
export function findLosses(sent: unknown, answered: unknown, path = ""): readonly string[] {
  if (isMap(sent)) {
    const fields = isMap(answered) ? answered : {};
    return Object.entries(sent).flatMap(([key, value]) => findLosses(value, fields[key], `${path}.${key}`));
  }
  if (Array.isArray(sent)) {
    const items: readonly unknown[] = Array.isArray(answered) ? answered : [];
    return sent.flatMap((item, i) => findLosses(item, items[i], `${path}.${i}`));
  }
  if (isZero(sent) && answered === undefined) return [];
  if (isSame(sent, answered)) return [];
  return [answered === undefined ? path : `${path}: ${JSON.stringify(sent)} became ${JSON.stringify(answered)}`];
}

function isZero(value: unknown): boolean {
  return value === null || value === "" || value === 0 || value === false;
}

/** Quantities are printed anew: 1000m as 1, and those of resources rounded up to a thousandth. */
function isSame(sent: unknown, answered: unknown): boolean {
  if (sent === answered || (sent === null && isZero(answered))) return true;
  const [one, other] = [String(sent), String(answered)];
  // Bytes are encoded anew: the last character of a text in base64 may have bits that mean nothing.
  if (BASE64.test(one) && Buffer.from(one, "base64").toString("base64") === other) return true;
  if (!QUANTITY.test(one) || !QUANTITY.test(other)) return false;
  const [size, kept] = [sizeOf(one), sizeOf(other)];
  return size === kept || Math.ceil(size * 1000) / 1000 === kept;
}

function sizeOf(quantity: string): number {
  const size = countBytes(quantity.replace(/^[+-]/, ""));
  return Number((quantity.startsWith("-") ? -size : size).toPrecision(12));
}
