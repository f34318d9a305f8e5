/** Unions: which branch is used, and objects with that branch alone. */
import { bind } from "../expression/bind.ts";
import { defineFunction, entry, type Param, param } from "../expression/define-function.ts";
import type { Expression } from "../expression/expression.ts";
import { forEach, forEachItem } from "../expression/for-each.ts";
import type { Reference } from "../expression/reference.ts";
import { when } from "../expression/when.ts";
import { hasItem, list } from "./lists.ts";
import { and, eq, ne, not, or } from "./logic.ts";
import { hasValue } from "./maps.ts";

interface Union {
  readonly type?: string;
}

/** A union, for the function that finds its branch. */
export interface UnionSource<B extends string> {
  /** The name of the function. */
  readonly name: string;
  /** One sentence, printed above its template. */
  readonly comment: string;
  /** The name of the union. */
  readonly of: string;
  readonly branches: readonly B[];
}

const unionParam: Param<Union> = param({ type: "object", properties: { type: { type: "string" } } });
const branchesParam = param<readonly string[]>({ type: "array", items: { type: "string" } });

const branch = defineFunction({
  name: "branch",
  comment: "The branch of a union: the one that type names, else the first of some that is given.",
  params: { union: unionParam, branches: branchesParam },
  result: "first",
  body: ({ union, branches }) => [
    union.type,
    forEachItem(branches, (name) => when(hasValue(union, name), name), { as: "branch" }),
  ],
});

/** Makes the function that finds the branch of a union: the one that its `type` names, else the only one given. */
export function defineUnion<B extends string>({
  name,
  comment,
  of,
  branches,
}: UnionSource<B>): (union: Expression<unknown>) => Expression<B> {
  return defineFunction({
    name,
    comment,
    params: { [of]: unionParam },
    result: "text",
    body: (params) => branch(onlyOf(params), branches),
  });
}

/**
 * Makes the function that reduces a Kubernetes object with a union next to other fields (a probe) to the branch that is
 * used and the other fields.
 */
export function defineOnlyBranch<B extends string>({
  name,
  comment,
  of,
  branches,
}: UnionSource<B>): <T>(union: Expression<T>) => Expression<T> {
  return defineFunction({
    name,
    comment,
    params: { [of]: unionParam },
    result: "map",
    body: (params) => {
      const union = onlyOf(params);
      return bind("branches", list<string>(...branches), (known) =>
        bind("branch", branch<string>(union, known), (chosen) =>
          forEach(
            union as Expression<unknown> as Expression<Fields>,
            (key, value) =>
              when(and(ne(key, "type"), or(eq(key, chosen), not(hasItem(known, key)))), entry(key, value)),
            { as: "field" },
          ),
        ),
      );
    },
  });
}

type Fields = Readonly<Record<string, unknown>>;

// The only parameter is named after the union.
function onlyOf(params: Readonly<Record<string, Reference<Union>>>): Reference<Union> {
  const [union] = Object.values(params);
  if (union === undefined) throw new TypeError("Cannot find the branch of a union: expected one parameter");
  return union;
}
