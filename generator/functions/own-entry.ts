/**
 * An entry of a map that users name: `constructor` is a legal name, and every JavaScript object answers to it. The
 * functions of the templates that look up a name in Go have no such entries.
 */
export function ownEntry<E>(map: Readonly<Record<string, E>> | undefined, name: string): E | undefined {
  return map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;
}
