/** Data as JSON has it. */

/**
 * A copy without what JSON has not: absent fields and the sign of zero. Node 24 reads some keys wrongly from JSON text,
 * so there is no text on the way.
 */
export function plainData<T>(data: T): T {
  return copy(data) as T; // what is JSON stays what it is
}

function copy(data: unknown): unknown {
  if (Array.isArray(data)) return data.map((item) => copy(item ?? null));
  if (typeof data !== "object" || data === null) return data === 0 ? 0 : data;
  const fields = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([key, value]) => [key, copy(value)]));
}
