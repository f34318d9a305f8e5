/** Checks of references in whole objects: of their form, which the schema checks too, and that what they name exists. */
import { bind } from "../../../expression/bind.ts";
import { defineCheck, type Param, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { choose, match, when } from "../../../expression/when.ts";
import { hasItem, list } from "../../../functions/lists.ts";
import {
  and,
  eq,
  isMap,
  isText,
  ne,
  nonEmpty,
  not,
  or,
  orIfEmpty,
  present,
  ternary,
} from "../../../functions/logic.ts";
import { type ByName, lookUp } from "../../../functions/maps.ts";
import { findAll } from "../../../functions/split.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { KEYS_OF, objectParts, REFERABLE, type Referable } from "../../../values/kubernetes/object-parts.ts";
import { type Referables, referables } from "./referables.ts";

/** A reference, in a map under the key `$from`. */
export interface ObjectPartReference {
  readonly stage?: string;
  readonly what: Referable;
  readonly volume?: string;
  readonly port?: string;
  readonly replica?: number;
  readonly prefix?: string;
  readonly suffix?: string;
}

const schema = objectParts.ObjectPartReference;
const KEYS = Object.keys(schema.properties ?? {});

/** The parameter for a reference. */
export const referenceParam: Param<ObjectPartReference> = param<ObjectPartReference>(schema);
/** The parameter for what references name of one chart. */
export const referablesParam: Param<Referables> = param<Referables>(referables);

/** Refuses a reference that is none: other keys, other types, or keys that do not belong to what it names. */
export const checkReference = defineCheck({
  name: "checkReference",
  comment: "Refuses a reference in a whole object that has another form than $from: {what: ...}.",
  params: { reference: referenceParam, path: stringParam },
  body: ({ reference, path }) => [
    guard(not(isMap(reference)), text`${path}: expected a map with the key what, got ${toJson(reference)}`),
    forEach(
      reference as Expression<unknown> as Expression<ByName<unknown>>, // its fields, one by one
      (key, field) => [
        guard(
          not(hasItem(list<string>(...KEYS), key)),
          text`${path}.${key}: expected no such key, but ${KEYS.join(", ")}`,
        ),
        when(ne(key, "replica"), guard(not(isText(field)), text`${path}.${key}: expected text, got ${toJson(field)}`)),
      ],
      { as: "field" },
    ),
    guard(
      not(hasItem(list<string>(...REFERABLE), reference.what)),
      text`${path}.what: expected one of ${REFERABLE.join(", ")}, got ${toJson(reference.what)}`,
    ),
    checkKeys(reference, path),
  ],
});

/** Whether a reference names one of some things. */
export function isOneOf(what: Expression<string>, some: readonly Referable[]): Expression<boolean> {
  return hasItem(list<string>(...some), what);
}

function checkKeys(reference: Reference<ObjectPartReference>, path: Expression<string>): readonly unknown[] {
  const { what, replica, prefix, suffix } = reference;
  const misplaced = (["volume", "port", "replica"] as const).map((key) =>
    guard(
      and(present(reference[key]), not(isOneOf(what, KEYS_OF[key]))),
      text`${path}.${key}: expected no ${key}, unless what is ${KEYS_OF[key].join(" or ")}`,
    ),
  );
  return [
    ...misplaced,
    when(
      present(replica),
      guard(
        not(nonEmpty(findAll(toJson(replica), "^[0-9]{1,7}$"))),
        text`${path}.replica: expected a whole number from 0, got ${toJson(replica)}`,
      ),
    ),
    guard(
      and(eq(what, "selectorLabels"), or(present(prefix), present(suffix))),
      text`${path}: expected no prefix and no suffix of selectorLabels, which are a map`,
    ),
  ];
}

/** Refuses a reference to what the chart does not have. */
export const checkReferent = defineCheck({
  name: "checkReferent",
  comment: "Refuses a reference in a whole object to what there is not.",
  params: { reference: referenceParam, named: referablesParam, path: stringParam },
  body: ({ reference, named, path }) =>
    bind("owner", ownerOf(reference), (owner) =>
      bind("volume", orIfEmpty(reference.volume, ""), (volume) =>
        bind("port", orIfEmpty(reference.port, ""), (port) => {
          const { what } = reference;
          const wanted = (found: Expression<unknown>, key: string, name: string | Expression<string>): unknown =>
            guard(not(nonEmpty(found)), text`${path}.${key}: ${owner} has no ${name}`);
          return [
            when(isOneOf(what, ["host", ...KEYS_OF.port]), wanted(named.address, "what", "Service")),
            when(
              isOneOf(what, KEYS_OF.port),
              wanted(lookUp("any", given(named.address).ports, port), "port", text`port "${port}"`),
            ),
            match<string, unknown>(what, {
              serviceAccount: wanted(named.serviceAccount, "what", "ServiceAccount"),
              selectorLabels: wanted(named.selectorLabels, "what", "pods"),
              headless: choose(
                present(reference.replica),
                wanted(named.pods, "replica", "numbered replicas"),
                wanted(named.headless, "what", "headless Service"),
              ),
              claim: choose(
                present(reference.replica),
                wanted(lookUp("any", named.replicaClaims, volume), "volume", text`claim "${volume}" for each replica`),
                wanted(
                  lookUp("any", named.claims, volume),
                  "volume",
                  text`claim of its own for the volume "${volume}"`,
                ),
              ),
            }),
          ];
        }),
      ),
    ),
});

function ownerOf({ stage }: Reference<ObjectPartReference>): Expression<string> {
  return ternary(nonEmpty(stage), text`stage "${orIfEmpty(stage, "")}"`, "this chart");
}
