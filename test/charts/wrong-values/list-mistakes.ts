/** Everything that can be wrong with values: every keyword of a schema, at every place where it holds. */
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { falsify, satisfy } from "./conditions.ts";
import { areCompatible } from "./edit-tree.ts";
import type { Edit, Keyword, Mistake } from "./mistake.ts";
import { findChild, isAllowed, listSites, printPath, refuseAll, type Site } from "./site.ts";
import { listWrongValues, type Own } from "./wrong-value.ts";

/** Lists the mistakes that one can make at the places of a schema. */
export function listMistakes(root: Site): readonly Mistake[] {
  const mistakes = listSites(root).flatMap((site) =>
    site.schemas.flatMap((schema) => [...mistakesOf(schema, site, []), ...ruleMistakes(schema, site, [])]),
  );
  const possible = mistakes.filter(({ edits }) => areCompatible(edits));
  const names = new Set(possible.map(nameMistake));
  const skipped = mistakes.map(nameMistake).find((name) => !names.has(name));
  if (skipped !== undefined) throw new TypeError(`Cannot make the mistake "${skipped}": what it takes rules it out`);
  // Helm itself refuses a values file that is no map.
  return possible.filter(({ keyword, path }) => keyword !== "type" || path.length > 0);
}

function nameMistake({ keyword, path }: Mistake): string {
  return `${keyword} ${printPath(path)}`;
}

// The rules of a schema: what holds only where its `if` is true, or only where it is false.
function ruleMistakes(schema: JsonSchema, site: Site, setup: readonly Edit[]): readonly Mistake[] {
  const { if: condition, then, else: otherwise } = schema;
  if (condition === undefined) return [];
  return [
    ...(then === undefined ? [] : satisfy(condition, site).map((way) => [then, way] as const)),
    ...(otherwise === undefined ? [] : falsify(condition, site).map((way) => [otherwise, way] as const)),
  ].flatMap(([part, way]) => conditionalMistakes(part, site, [...setup, ...way]));
}

// A part of a rule at a place, and what it says of the places below.
function conditionalMistakes(schema: JsonSchema, site: Site, setup: readonly Edit[]): readonly Mistake[] {
  const unknown = Object.keys(schema.properties ?? {}).find((key) => findChild(site, key) === undefined);
  if (unknown !== undefined)
    throw new TypeError(`Cannot read a rule at "${printPath(site.path)}": no key "${unknown}"`);
  // A rule about every key says nothing of keys that must not be.
  const below = site.children.filter(isAllowed).flatMap((child) => {
    const step = child.path.at(-1);
    const open = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
    const part = typeof step === "string" ? (schema.properties?.[step] ?? open) : (schema.items ?? open);
    return part === undefined ? [] : conditionalMistakes(refuseAll(part), child, setup);
  });
  const parts = (schema.allOf ?? []).flatMap((part) => conditionalMistakes(part, site, setup));
  return [...mistakesOf(schema, site, setup), ...ruleMistakes(schema, site, setup), ...parts, ...below];
}

function mistakesOf(schema: JsonSchema, site: Site, setup: readonly Edit[]): readonly Mistake[] {
  const { own, others } = absorb(setup, site);
  return Object.keys(schema).flatMap((keyword) => {
    const sets = listWrongValues(keyword, schema, site, own).map((value): Mistake => {
      const edit: Edit = { do: "set", path: site.path, value, isWrong: true };
      return { keyword: keyword as Keyword, path: site.path, schema, value, edits: [...others, edit] }; // it has wrong values
    });
    return [...sets, ...keyMistakes(keyword, schema, site, setup)];
  });
}

// A rule may refuse the very list or object that its `if` looks at: what that needs is part of the wrong value then.
function absorb(setup: readonly Edit[], site: Site): { readonly own: Own; readonly others: readonly Edit[] } {
  const depth = site.path.length;
  const isBelow = ({ path }: Edit): boolean => path.length > depth && site.path.every((step, i) => step === path[i]);
  const below = setup.filter(isBelow);
  const items = setup.flatMap((edit) => (edit.do === "set" && edit.path === site.path ? [edit.value].flat() : []));
  const keys = below.flatMap((edit) => {
    const value = edit.do === "set" ? edit.value : edit.do === "hold" && edit.value === "array" ? [] : {};
    return edit.do === "omit" ? [] : [[String(edit.path[depth]), value] as const];
  });
  const absent = below.flatMap((edit) => (edit.do === "omit" ? [String(edit.path[depth])] : []));
  const others = setup.filter((edit) => edit.path !== site.path && !isBelow(edit));
  return { own: { items, keys: Object.fromEntries(keys), absent }, others };
}

// Mistakes that are a missing key or one too many.
function keyMistakes(keyword: string, schema: JsonSchema, site: Site, setup: readonly Edit[]): readonly Mistake[] {
  const hold: Edit = { do: "hold", path: site.path, value: "object" };
  if (keyword === "required") {
    return (schema.required ?? []).map((key) => {
      const path = [...site.path, key];
      const others = setup.filter((edit) => edit.do !== "omit" || printPath(edit.path) !== printPath(path));
      return { keyword, path, schema, value: {}, edits: [...others, hold, { do: "omit", path, isWrong: true }] };
    });
  }
  if (keyword !== "additionalProperties" || schema.additionalProperties !== false) return [];
  const key = misspellKey(schema);
  const path = [...site.path, key];
  const edit: Edit = { do: "set", path, value: "x", isWrong: true };
  return [{ keyword, path, schema, value: { [key]: "x" }, edits: [...setup, hold, edit] }];
}

function misspellKey(schema: JsonSchema): string {
  const known = Object.keys(schema.properties ?? {});
  const patterns = Object.keys(schema.patternProperties ?? {}).map((pattern) => new RegExp(pattern, "u"));
  const keys = known.slice(0, 1).map((key) => key.slice(0, -1));
  return keys.find((key) => !known.includes(key) && !patterns.some((pattern) => pattern.test(key))) ?? "not legal!";
}
