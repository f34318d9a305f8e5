/** Builds variables and loops: parts that have more in scope. */
import { bind } from "../../../generator/expression/bind.ts";
import type { Expression } from "../../../generator/expression/expression.ts";
import { forEach, forEachItem } from "../../../generator/expression/for-each.ts";
import type { Bind, Choice, ForEach } from "../../../generator/expression/part.ts";
import { pathOf } from "../../../generator/expression/reference.ts";
import { matchType } from "../../../generator/expression/when.ts";
import { enabled, ordered, where } from "../../../generator/functions/entries.ts";
import { concat, uniq } from "../../../generator/functions/lists.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { buildList, buildMap, buildPorts } from "./build-collection.ts";
import { buildBoolean, buildInteger } from "./build-test.ts";
import { buildText } from "./build-text.ts";
import { type Build, build, type Plan, pick, pickLate } from "./plan.ts";
import { add, portFields, type References, type Scope, stepFields, volumeFields } from "./scope.ts";

/** Computes something into a variable around a part. */
export function bindAround<T>(plan: Plan, scope: Scope, body: (scope: Scope) => T): Bind<T> {
  // A loop over `x0s` has the variable `x0`.
  const name = `x${[...scope.variables].filter((variable) => /^x\d+s$/.test(variable)).length}s`;
  const more = (references: Partial<References>): T => body(add(scope, references, name));
  const leaves: Build<Bind<T>>[] = [
    (a) => bind(name, buildText(a, scope), (string) => more({ strings: [string, string] })),
  ];
  return build(plan, leaves, [
    ...leaves,
    (a) => bind(name, buildInteger(a, scope), (integer) => more({ integers: [integer, integer] })),
    (a) => bind(name, buildBoolean(a, scope), (boolean) => more({ booleans: [boolean, boolean] })),
    (a) => bind(name, buildMap(a, scope), (labels) => more({ labels: [labels, labels] }), mapSchema),
    (a) => bind(name, buildList(a, scope), (list) => more({ lists: [list, list] }), listSchema),
    (a) => bind(name, buildPorts(a, scope), (ports) => more({ ports: [ports, ports] })),
    (a) => bind(name, pickLate(a, scope.steps), (steps) => more({ steps: [steps, steps] })),
  ]);
}

const mapSchema: JsonSchema = { type: "object", patternProperties: { "": { type: "string" } } };
const listSchema: JsonSchema = { type: "array", items: { type: "string" } };

/** Builds the body of a loop; where `isChosen`, it is in a choice and so may not be conditional itself. */
export type BuildBody<T> = (scope: Scope, isChosen: boolean) => T;

/** Repeats a part over a map or a list; nothing where all that there is is walked already. */
export function loopAround<T>(plan: Plan, scope: Scope, body: BuildBody<T>): ForEach<T | Choice<T>> | undefined {
  const isFree = (reference: Expression<unknown>): boolean => !scope.variables.has(nameOf(reference));
  const more = (source: Expression<unknown>, references: Partial<References>): T =>
    body(add(scope, references, nameOf(source)), false);
  const loops: Build<ForEach<T | Choice<T>>>[] = [];
  const push = <S extends Expression<unknown>>(
    sources: readonly S[],
    loop: (a: Plan, b: Plan, source: S) => ForEach<T | Choice<T>>,
  ) => {
    const free = sources.filter(isFree);
    if (free.length > 0) loops.push((a, b) => loop(a, b, pickLate(b, free)));
  };
  push(scope.lists, (a, b, list) => {
    const others = buildList(b, { ...scope, lists: [list] });
    const walked = pick(a, [
      () => list,
      () => uniq(list),
      () => concat(list, others),
      () => uniq(concat(list, ["a"], list)),
    ])();
    return forEachItem(walked, (item) => more(list, { strings: [item, item] }));
  });
  push(scope.rules, (_, __, rules) => forEachItem(rules, (port) => more(rules, portFields(port))));
  push(scope.labels, (a, _, labels) =>
    forEach(pick(a, [() => labels, () => enabled(labels), () => ordered(labels)])(), (name, label) =>
      more(labels, { strings: [name, label, label] }),
    ),
  );
  push(scope.ports, (a, _, ports) =>
    forEach(pick(a, [() => ports, () => enabled(ports), () => ordered(enabled(ports))])(), (name, port) => {
      const { strings = [], ...fields } = portFields(port);
      return more(ports, { strings: [...strings, name], ...fields });
    }),
  );
  push(scope.steps, (a, b, steps) => {
    const walks = [
      () => steps,
      () => ordered(steps),
      () => enabled(steps),
      () => where(steps, pick(b, ["on", "off"]), b.choice % 3 === 0),
      () => ordered(where(steps, "on", b.choice % 3 === 0)),
    ];
    return forEach(pick(a, walks)(), (name, step) => {
      const { strings = [], ...fields } = stepFields(step);
      return more(steps, { strings: [...strings, name], ...fields });
    });
  });
  push(scope.volumes, (a, _, volumes) =>
    forEach(pick(a, [() => volumes, () => enabled(volumes)])(), (name, volume) => {
      const { strings = [], ...fields } = volumeFields(volume);
      return more(volumes, { strings: [...strings, name], ...fields });
    }),
  );
  push(scope.env, (a, _, env) =>
    forEach(pick(a, [() => env, () => enabled(env), () => ordered(env)])(), (name, entry) => {
      const inner = add(scope, { strings: [name] }, nameOf(env));
      return matchType(entry, {
        string: (value) => body(add(inner, { strings: [value, value] }), true),
        object: (o) => body(add(inner, { maybeStrings: [o.value, o.value], objects: [o] }), true),
      });
    }),
  );
  return loops.length === 0 ? undefined : build(plan, loops, loops);
}

/** The name that a loop's variable comes from. */
function nameOf(reference: Expression<unknown>): string {
  const path = pathOf(reference);
  return path?.keys.at(-1) ?? path?.root.slice(1) ?? "";
}
