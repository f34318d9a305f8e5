/** The enabled entries of a map, and their order. */
import { bind, collectMap } from "../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../expression/define-function.ts";
import type { Expression, Operand } from "../expression/expression.ts";
import { forEach, type Ordered } from "../expression/for-each.ts";
import { command, constant, stringConstant } from "../expression/go/go-syntax.ts";
import { integerInGo } from "../expression/go/go-values.ts";
import { entrySchemaOf, fieldOf, pathOf, type Reference } from "../expression/reference.ts";
import { templateFunction } from "../expression/template-function.ts";
import { choose, when } from "../expression/when.ts";
import type { JsonSchema } from "../json-schema.ts";
import { call } from "./call.ts";
import { and, eq, isFalse, isMap, not, orElse } from "./logic.ts";
import { type ByName, entryOf } from "./maps.ts";

interface Entry {
  readonly enabled?: boolean;
  readonly order?: number;
}

// An entry may also be no map, such as the plain value of a variable.
const entrySchema: JsonSchema = { properties: { enabled: { type: "boolean" }, order: { type: "integer" } } };
const entries = param<ByName<Entry>>({ type: "object", additionalProperties: entrySchema });

const enabledEntries = defineFunction({
  name: "enabled",
  comment: "The entries of a map that are not disabled with enabled: false.",
  params: { map: entries },
  result: "map",
  picks: "map",
  body: ({ map }) =>
    forEach(map, (name, one) => when(not(and(isMap(one), isFalse(one.enabled))), entry(name, one)), { as: "entry" }),
});

/** The entries of a map that are not disabled with `enabled: false`. */
export function enabled<E>(map: Expression<ByName<E> | undefined>): Expression<ByName<E>> {
  return enabledEntries(map);
}

/** Added to each order, so that their digits alone decide which is smaller. */
const MIDDLE = 100_000;

const positionFunction = templateFunction({
  name: "position",
  go: ([order, name]) => command("printf", stringConstant("%06d %s"), command("add", order, constant(MIDDLE)), name),
  js: (order: unknown, name: string) => `${String(integerInGo(order) + MIDDLE).padStart(6, "0")} ${name}`,
  absentSafe: [0],
});

/** A text that is sorted as entries are: by their order, then by name. */
function positionOf(order: Operand<number | undefined>, name: Expression<string>): Expression<string> {
  return call(positionFunction, [order, name], { type: "string" });
}

// By texts that are sorted as the entries are; an entry without an order has the given one.
function positionsOf(map: Expression<ByName<Entry>>, fallback: number): unknown {
  return forEach(
    enabledEntries<ByName<Entry>>(map),
    (name, value) =>
      choose(
        isMap(value),
        entry(positionOf(fallback === 0 ? value.order : orElse(value.order, fallback), name), { name, value }),
        entry(positionOf(fallback, name), { name, value }),
      ),
    { as: "entry" },
  );
}

function sortByPosition(...positions: readonly unknown[]): unknown {
  return collectMap("positions", positions, (sorted) => forEach(sorted, (_, position) => position, { as: "position" }));
}

const orderedEntries = defineFunction({
  name: "ordered",
  comment: "The enabled entries of a map, as a list of names and values, by their order, then by name.",
  params: { map: entries },
  result: "list",
  picks: "map",
  body: ({ map }) => sortByPosition(positionsOf(map, 0)),
});

/** The enabled entries, by their `order` (0 unless given), then by name. */
export function ordered<E>(map: Expression<ByName<E> | undefined>): Expression<Ordered<E>> {
  return orderedEntries(map);
}

/** After every order that a schema accepts. */
const LAST = 1001;

const orderedTogether = defineFunction({
  name: "orderedTogether",
  comment:
    "The enabled entries of two maps, as a list of names and values, by their order, then by name. In the second map, those\nwithout an order come last.",
  params: { map: entries, others: entries },
  result: "list",
  picks: "map",
  body: ({ map, others }) => sortByPosition(positionsOf(map, 0), positionsOf(others, LAST)),
});

/** The enabled entries of two maps in one order; in the second map, those without an `order` come last. */
export function orderTogether<E>(
  map: Expression<ByName<E> | undefined>,
  others: Expression<ByName<object>>,
): Expression<Ordered<E>> {
  return orderedTogether(map, others);
}

const entriesWhere = defineFunction({
  name: "where",
  comment: "The entries of a map that have a value in a field; the last argument is the default of the field.",
  params: { map: param<ByName<object>>(), field: stringParam, wanted: param<boolean>(), fallback: param<boolean>() },
  result: "map",
  picks: "map",
  body: ({ map, field, wanted, fallback }) =>
    forEach(
      map,
      (name, one) =>
        bind("value", entryOf<boolean>("any", one, field), (value) =>
          when(eq(orElse(value, fallback), wanted), entry(name, one)),
        ),
      { as: "entry" },
    ),
});

/** The entries of a map whose switch is on (or off); an absent switch has its default. */
export function where<E, K extends keyof E & string>(
  map: Reference<ByName<E>>,
  field: K,
  wanted: boolean,
): Expression<ByName<E>> {
  const source = pathOf(map);
  if (source === undefined) throw new TypeError("Cannot pick entries of an expression: expected a reference to a map");
  const models = source.models.map((model) => [...model, "*"]);
  const switched = fieldOf({ ...source, schema: entrySchemaOf(source.schema), models }, field);
  return entriesWhere(map, field, wanted, switched.schema.default === true);
}
