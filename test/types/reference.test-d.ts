// What must not compile in expressions. Checked by `npm run types`; there is nothing to run.
import type { Expression } from "../../generator/expression/expression.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { given, type Reference } from "../../generator/expression/reference.ts";
import { matchOrLast, matchType, when } from "../../generator/expression/when.ts";
import { enabled, ordered, where } from "../../generator/functions/entries.ts";
import {
  and,
  eq,
  greaterThan,
  ne,
  nonEmpty,
  orElse,
  orIfEmpty,
  required,
  ternary,
} from "../../generator/functions/logic.ts";
import { fieldOfEach, merge } from "../../generator/functions/maps.ts";
import { fitName, text } from "../../generator/functions/strings.ts";
import { v } from "../expression/sample-values.ts";

/** Fails to compile unless the types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const assertType = <_ extends true>(): void => {};

// References follow the model.
assertType<Same<typeof v.job.size, Reference<string>>>();
assertType<Same<typeof v.limit, Reference<number | undefined>>>();
v.claim.size satisfies Expression<string | undefined>;
given(v.claim).size satisfies Expression<string>;
v.kind satisfies Expression<"Job" | "CronJob">;
export const names: readonly Expression<string>[] = [
  v.name,
  // @ts-expect-error: may be absent
  v.tag,
  // @ts-expect-error: a field of an object that may be absent
  v.claim.size,
  // @ts-expect-error: an integer
  v.retries,
];

// @ts-expect-error: a misspelt value
v.replica;
// @ts-expect-error: a misspelt field
v.job.sizes;
// @ts-expect-error: an open map has no fields
v.labels.app;
// @ts-expect-error: a list has none either
v.args.length;
// @ts-expect-error: nor has a string
v.name.length;

// Comparisons know the words.
eq(v.kind, "CronJob");
eq(v.tag, "1.0");
// @ts-expect-error: none of the words
eq(v.kind, "DaemonSet");
// @ts-expect-error: none of the words
ne(v.kind, "job");
// @ts-expect-error: numbers are not compared
eq(v.retries, 1);
// @ts-expect-error: a boolean and a string
eq(v.on, "true");
// @ts-expect-error: not all words have a case
matchOrLast(v.kind, { Job: 1 });
// @ts-expect-error: a string is no integer
greaterThan(v.name, 1);
// @ts-expect-error: not a test
and(v.on, v.name);
when(v.name, 1);

// Fallbacks are of the type of the value.
orElse(v.limit, 1) satisfies Expression<number>;
orIfEmpty(v.name, v.host) satisfies Expression<string>;
required(v.tag, "no tag") satisfies Expression<string>;
ternary(v.on, "a", v.host) satisfies Expression<string>;
// @ts-expect-error: a string for a number
orElse(v.limit, "1");
// @ts-expect-error: a fallback that may be absent
orElse(v.note, v.tag);
// @ts-expect-error: branches of two types
ternary<string>(v.on, "a", 1);
// @ts-expect-error: a test that is no boolean
ternary(v.name, "a", "b");

// Text is made of strings that are there.
// @ts-expect-error: may be absent
text`${v.tag}`;
// @ts-expect-error: a number
text`${v.retries}`;
// @ts-expect-error: a number where the name belongs
fitName(v.retries, 63);

// Entries have the fields of the model.
forEach(v.ports, (name, port) => [name satisfies Expression<string>, port.number satisfies Expression<number>]);
forEach(ordered(v.ports), (_, port) => port.protocol satisfies Expression<"TCP" | "UDP">);
forEach(enabled(v.ports), (_, port) => port.number);
forEachItem(v.args, (arg) => arg satisfies Expression<string>);
forEachItem(v.rules, (rule) => rule.number);
// @ts-expect-error: no such field
forEach(v.ports, (_, port) => port.targetPort);
// @ts-expect-error: a list is walked by items
forEach(v.args, (_, arg) => arg);
// @ts-expect-error: a map is walked by names and entries
forEachItem(v.ports, (port) => port);
// @ts-expect-error: a string cannot be walked
forEach(v.name, (_, one) => one);
// @ts-expect-error: no such switch
where(v.ports, "native", true);
// @ts-expect-error: no such field
fieldOfEach(v.ports, "targetPort");
// @ts-expect-error: maps of two types
merge<string>(v.labels, v.ports);
nonEmpty(merge<string>(v.labels, { a: "b" }));

// Both forms of a value are narrowed.
forEach(v.env, (_, entry) =>
  matchType(entry, { string: (value) => value satisfies Expression<string>, object: (object) => object.value }),
);
// @ts-expect-error: the string form has no fields
forEach(v.env, (_, entry) => matchType(entry, { string: (value) => value.value, object: () => 1 }));
