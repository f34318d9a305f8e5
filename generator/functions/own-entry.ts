/** Maps whose entries users name. */

/**
 * An entry of a map that users name: `constructor` is a legal name, and every JavaScript object inherits it. Maps in Go
 * have no inherited entries.
 */
export function ownEntry<E>(map: Readonly<Record<string, E>> | undefined, name: string): E | undefined {
  return map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;
}

/** Sets an entry of a map that users name: `__proto__` is a legal name, too. */
export function setOwn(map: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") map[name] = value;
  else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
}
