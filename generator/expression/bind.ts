/** Variables: an expression that is computed once and used by name, which keeps lines short. */
import type { JsonSchema } from "../json-schema.ts";
import { type Expression, NODE } from "./expression.ts";
import { variableRoot } from "./go/go-names.ts";
import { type CollectPart, type PathNode, pathNode, sourceOf } from "./node.ts";
import { type Bind, type Collect, Handle, toPart } from "./part.ts";
import { createReference, type Reference, typeOfSchema } from "./reference.ts";

/**
 * Computes an expression into a variable (`{{- $hash := ... }}`) for the part that the function makes. A schema says
 * which fields the variable has, where the expression is no reference.
 */
export function bind<V extends NonNullable<unknown>, const T>(
  name: string,
  value: Expression<V>,
  body: (variable: Reference<V>) => T,
  schema?: object,
): Bind<T> {
  const node = value[NODE];
  const source = sourceOf(node);
  // The variable holds the value with its default, and so needs none.
  const { default: _, ...fields }: JsonSchema = schema ?? source?.schema ?? {};
  const variable = variablePath(name, { type: node.type, schema: fields, models: source?.models ?? [] });
  return new Handle<"bind", T>({
    kind: "bind",
    variable: variable.root,
    value: node,
    body: toPart(body(createReference(variable))),
  });
}

/** Collects all that a part yields into a variable, a list, for the part that the function makes. */
export function collectList<E, const T>(
  name: string,
  items: unknown,
  body: (list: Reference<readonly E[]>) => T,
  itemSchema: JsonSchema = {},
): Collect<T> {
  const variable = variablePath(name, { type: "array", schema: { type: "array", items: itemSchema }, models: [] });
  return collectInto("list", variable, items, body(createReference<readonly E[]>(variable)));
}

/** Collects all entries that a part yields into a variable, a map, for the part that the function makes. */
export function collectMap<E, const T>(
  name: string,
  entries: unknown,
  body: (map: Reference<Readonly<Record<string, E>>>) => T,
  entrySchema: JsonSchema = {},
): Collect<T> {
  const schema: JsonSchema = { type: "object", additionalProperties: entrySchema };
  const variable = variablePath(name, { type: "object", schema, models: [] });
  return collectInto("map", variable, entries, body(createReference<Readonly<Record<string, E>>>(variable)));
}

/** Adds up all whole numbers that a part yields into a variable, for the part that the function makes. */
export function collectSum<const T>(name: string, numbers: unknown, body: (sum: Reference<number>) => T): Collect<T> {
  const variable = variablePath(name, { type: "integer", schema: { type: "integer" }, models: [] });
  return collectInto("sum", variable, numbers, body(createReference<number>(variable)));
}

function collectInto<T>(into: CollectPart["into"], { root }: PathNode, items: unknown, body: T): Collect<T> {
  return new Handle<"collect", T>({
    kind: "collect",
    variable: root,
    into,
    items: toPart(items),
    body: toPart(body),
  });
}

/** The path of a variable, which is always there. */
export function variablePath(name: string, path: Pick<PathNode, "schema" | "models"> & Partial<PathNode>): PathNode {
  return pathNode({ type: typeOfSchema(path.schema), root: variableRoot(name), keys: [], ...path });
}

/** One of several variables. */
export interface Bound {
  /** A name that may have dashes; the variable has underscores in their place. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/**
 * Binds several variables, one after the other: the value of each may use those before it. The last part sees them all.
 */
export function bindAll<T>(
  variables: readonly Bound[],
  compute: (name: string, known: ReadonlyMap<string, Reference<T>>) => Expression<NonNullable<T>>,
  body: (known: ReadonlyMap<string, Reference<T>>) => unknown,
): unknown {
  const bindRest = (i: number, known: ReadonlyMap<string, Reference<T>>): unknown => {
    const next = variables[i];
    if (next === undefined) return body(known);
    const { name, schema } = next;
    return bind(
      name.replaceAll("-", "_"),
      compute(name, known),
      (variable) => bindRest(i + 1, new Map([...known, [name, variable as Reference<T>]])), // it holds the value
      schema,
    );
  };
  return bindRest(0, new Map());
}
