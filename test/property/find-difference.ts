/** Where two sets of objects differ. */
import { plainData } from "./plain-data.ts";

/** One place where two values differ; what one of them lacks is undefined there. */
export interface Difference {
  readonly path: string;
  readonly computed: unknown;
  readonly rendered: unknown;
}

/** The first differences of two lists of objects, whose order has no meaning. */
export function findDifferences(computed: readonly object[], rendered: readonly object[]): readonly Difference[] {
  const plain = plainData(computed);
  return compare(byName(plain), byName(rendered), "");
}

// Two objects of a user's own may have one name.
function byName(objects: readonly object[]): object {
  const names = objects.map((object) => {
    const { kind, metadata } = object as { kind?: string; metadata?: { name?: string; namespace?: string } }; // an object of Kubernetes
    return { object, name: `${kind} ${metadata?.namespace ?? ""}/${metadata?.name}` };
  });
  const groups = [...Map.groupBy(names, ({ name }) => name)];
  return Object.fromEntries(
    groups.map(([name, group]) => [
      name,
      group.map(({ object }) => object).sort((a, b) => (print(a) < print(b) ? -1 : 1)),
    ]),
  );
}

function print(value: unknown): string {
  if (typeof value !== "object" || value === null)
    return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one)) ?? "";
  return `{${Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}:${print(child)}`)
    .sort()
    .join()}}`;
}

function compare(computed: unknown, rendered: unknown, path: string): readonly Difference[] {
  if (Object.is(computed, rendered)) return [];
  if (!isContainer(computed) || !isContainer(rendered) || Array.isArray(computed) !== Array.isArray(rendered)) {
    return [{ path, computed, rendered }];
  }
  const keys = new Set([...Object.keys(computed), ...Object.keys(rendered)]);
  return [...keys].flatMap((key) => compare(valueAt(computed, key), valueAt(rendered, key), `${path}/${key}`));
}

type Container = Readonly<Record<string, unknown>>;

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

function valueAt(container: Container, key: string): unknown {
  return Object.hasOwn(container, key) ? container[key] : undefined;
}
