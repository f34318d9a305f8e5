import { createRequire } from "node:module";
import { extname } from "node:path";
import { expectOneOf } from "./allowed-values.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import type { ModelClass } from "./models.ts";
import { enter, type Fields, isFields, type Place, showValue, startAt } from "./place.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "kubernetes-models";

// Loaded when objects are checked: the models are 250 modules, and printing charts needs none of them. The compiler
// leaves this path alone, so it has the extension of this file: .ts in the repository, .js in the package.
const loadModels = (): typeof import("./models.ts") =>
  createRequire(import.meta.url)(`./models${extname(import.meta.url)}`);

/**
 * Every object passes `validate()` of its model in kubernetes-models, and every kind has one or is allowed without.
 * The models check types, formats and required fields; they let unknown fields pass.
 */
export const kubernetesModels: Rule = (objects, context) => {
  const { models } = loadModels();
  return objects.flatMap((object) => {
    const fullKind = `${object.apiVersion}/${object.kind}`;
    const model = models.get(fullKind);
    if (model) return validateObject(object, model);
    if (context.allowUnknownKinds?.includes(fullKind)) return [];
    const message = `expected a kind that kubernetes-models knows or the context allows, got ${JSON.stringify(fullKind)}`;
    return [reportAt(rule, enter(startAt(object), "kind"), message)];
  });
};

function validateObject(object: KubernetesObject, Model: ModelClass): readonly Finding[] {
  try {
    // validate() checks whether the object really is data of the model.
    new Model(object as never).validate();
    return [];
  } catch (error) {
    return reportViolations(object, error);
  }
}

/** One finding a field: a choice of types fails with a violation for each type and one for the choice. */
function reportViolations(object: KubernetesObject, error: unknown): readonly Finding[] {
  const violations = isFields(error) && Array.isArray(error["errors"]) ? error["errors"].filter(isFields) : undefined;
  if (violations === undefined) throw error; // not a ValidationError: an error of the model, not of the object
  const byField = Map.groupBy(violations, (violation) => String(violation["instancePath"]));
  return [...byField].flatMap(([pointer, ofField]) => {
    const place = followPointer(startAt(object), pointer);
    const [first, ...others] = ofField;
    const words = others.length === 0 && first !== undefined ? allowedWords(first) : undefined;
    if (words !== undefined) return expectOneOf(rule, place, words);
    const wanted = ofField.map(describeViolation).join(", ");
    return reportAt(rule, place, `expected a valid value, got ${showValue(place.value)}: ${wanted}`);
  });
}

/** The words of an enum that refuses a value. */
function allowedWords({ params }: Fields): readonly unknown[] | undefined {
  const words = isFields(params) ? params["allowedValues"] : undefined;
  return Array.isArray(words) ? words : undefined;
}

// Of an enum, the model's own message does not say which words it has.
function describeViolation(violation: Fields): string {
  const words = allowedWords(violation);
  return words === undefined ? String(violation["message"]) : `must be ${words.map(showValue).join(" or ")}`;
}

/** The place that a JSON pointer leads to, whose segments name list items and map keys alike. */
function followPointer(start: Place, pointer: string): Place {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((place, key) => enter(place, Array.isArray(place.value) ? Number(key) : key), start);
}
