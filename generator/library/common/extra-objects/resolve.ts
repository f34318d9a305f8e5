/** Whole objects with what their references name in the place of the references. */
import { bind, collectList, collectMap } from "../../../expression/bind.ts";
import { defineFunction, entry, type Param, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach, forEachPosition } from "../../../expression/for-each.ts";
import { guard, refuse } from "../../../expression/guard.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { choose, matchOrLast, when } from "../../../expression/when.ts";
import { eq, isList, isMap, ne, not, orIfEmpty, present } from "../../../functions/logic.ts";
import { type ByName, entryOf, hasEntry, lookUp } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { FROM, KEYS_OF } from "../../../values/kubernetes/object-parts.ts";
import {
  checkReference,
  checkReferent,
  isOneOf,
  type ObjectPartReference,
  referablesParam,
  referenceParam,
} from "./check-reference.ts";
import { isInexact } from "./inexact-number.ts";
import { type Referables, referables } from "./referables.ts";

/** What references can name, by stage; "" is the chart itself. */
export type Known = Readonly<Record<string, Referables>>;

/** The parameter for what references can name. */
export const knownParam: Param<Known> = param<Known>({ type: "object", additionalProperties: referables });

const referenceText = defineFunction({
  name: "referenceText",
  comment: "The text that a reference in a whole object stands for.",
  params: { reference: referenceParam, named: referablesParam },
  result: "text",
  body: ({ reference, named }) => [reference.prefix, textOf(reference, named), reference.suffix],
});

// What is named is there: checks precede.
function textOf(reference: Reference<ObjectPartReference>, named: Reference<Referables>): unknown {
  const { what } = reference;
  const [volume, port] = [given(reference.volume), given(reference.port)];
  const [hasReplica, replica] = [present(reference.replica), toJson(reference.replica)];
  const { host, ports } = given(named.address);
  const headless = given(named.headless);
  return choose(
    isOneOf(what, KEYS_OF.port),
    [when(eq(what, "url"), "http://"), text`${host}:${toJson(lookUp("any", ports, port))}`],
    matchOrLast<string, Readonly<Record<string, unknown>>>(what, {
      claim: choose(
        hasReplica,
        text`${lookUp<string>("string", named.replicaClaims, volume)}-${replica}`,
        lookUp<string>("string", named.claims, volume),
      ),
      host,
      headless: choose(hasReplica, text`${given(named.pods)}-${replica}.${headless}`, headless),
      others: entryOf<string>("string", named, what),
    }),
  );
}

/** The only key of the result: a function yields a map, and a part of an object may be anything. */
const PART = "part";

const resolvePart = defineFunction({
  name: "resolve",
  comment: "A part of a whole object, under the key part, with what its references name in their place.",
  params: { part: param<unknown>(), path: stringParam, known: knownParam },
  result: "map",
  refuses: true,
  body: ({ part, path, known }, self) => {
    const below = (inner: Expression<unknown>, place: Expression<string>): Expression<unknown> =>
      entryOf<unknown>("any", self(inner, place, known), PART);
    const map = part as Expression<unknown> as Expression<ByName<unknown>>; // by the test
    const items = part as Expression<unknown> as Expression<readonly unknown[]>; // likewise
    return [
      guard(
        isInexact(part),
        text`${path}: expected a number below 2^53 or a string, got a number that has lost its last digits`,
      ),
      choose(
        isMap(part),
        choose(
          hasEntry(map, FROM),
          [
            forEach(
              map,
              (key) => when(ne(key, FROM), refuse(text`${path}: expected ${FROM} alone, got also "${key}"`)),
              { as: "field" },
            ),
            bind("place", text`${path}.${FROM}`, (place) => replaceReference(entryOf("any", map, FROM), place, known)),
          ],
          collectMap(
            "fields",
            forEach(map, (key, field) => entry(key, below(field, text`${path}.${key}`)), { as: "field" }),
            (all) => entry<unknown>(PART, all),
          ),
        ),
        choose(
          isList(part),
          collectList(
            "items",
            forEachPosition(items, (i, item) => below(item, text`${path}.${i}`), { as: "item" }),
            (all) => entry<unknown>(PART, all),
          ),
          entry<unknown>(PART, part),
        ),
      ),
    ];
  },
});

function replaceReference(from: Expression<ObjectPartReference>, path: Expression<string>, all: Expression<Known>) {
  return bind(
    "reference",
    from,
    (reference) => {
      const stage = orIfEmpty(reference.stage, "");
      return [
        checkReference(reference, path),
        guard(not(hasEntry(all, stage)), text`${path}.stage: no stage "${stage}" in this pipeline that is enabled`),
        bind(
          "named",
          lookUp<Referables>("object", all, stage) as Expression<Referables>, // by the guard
          (named) => [
            checkReferent(reference, named, path),
            choose(
              eq(reference.what, "selectorLabels"),
              entry<unknown>(PART, named.selectorLabels),
              entry<unknown>(PART, referenceText(reference, named)),
            ),
          ],
          referables,
        ),
      ];
    },
    referenceParam.schema,
  );
}

/** An object, as it is under the path, with what its references name in their place. */
export function resolve(
  object: Expression<object>,
  path: Expression<string>,
  all: Expression<Known>,
): Expression<object> {
  return entryOf<object>("object", resolvePart(object, path, all), PART);
}
