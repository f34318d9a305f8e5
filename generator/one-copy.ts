/** A second copy of this package was loaded: its classes and charts would not be those of the first. */
export class CopyError extends Error {
  readonly code = "COPY";

  constructor(first: string, second: string) {
    const repair = "install it once; a package of charts has it as a peer dependency";
    super(`Cannot load chartwright twice in one process: got "${first}" and "${second}"; ${repair}`);
    this.name = "CopyError";
  }
}

// The only state of the generator, shared by all copies in the process, so that they detect each other.
const key = Symbol.for("chartwright.copy");

/**
 * Registers a copy of this package.
 * @param url where its code is; a query is ignored
 * @param registry what all copies share
 * @throws CopyError when a copy from another place is registered
 */
export function registerCopy(url: string, registry: object = globalThis): void {
  const path = decodeURI(new URL(url).pathname);
  const first: unknown = Reflect.get(registry, key);
  if (first === undefined) Object.defineProperty(registry, key, { value: path });
  else if (first !== path) throw new CopyError(String(first), path);
}

registerCopy(import.meta.url);
