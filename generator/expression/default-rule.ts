/** The meaning of a default: decided only here, for the printer and the evaluator. */
import type { JsonSchema } from "../json-schema.ts";
import type { ExpressionNode, PathNode } from "./node.ts";

/**
 * How the default of a reference replaces a value. `none`: there is no default. `switch`: true unless the value is
 * false. `fill`: a map gets each key that it lacks, at any depth. `ifEmpty`: Helm's `default`, for a value that cannot
 * be empty, or whose default is. `ifAbsent`: only where no value is given; 0, false, "" and [] are values.
 */
export type DefaultRule = "none" | "switch" | "fill" | "ifEmpty" | "ifAbsent";

/** The rule for a reference. */
export function defaultRule(path: PathNode): DefaultRule {
  const fallback = path.schema.default;
  if (fallback === undefined) return "none";
  if (fallback === true) return "switch";
  if (isEmptyInGo(fallback)) return "ifEmpty";
  if (typeof fallback === "object") return Array.isArray(fallback) ? "ifAbsent" : "fill";
  return admitsEmpty(path) ? "ifAbsent" : "ifEmpty";
}

/** Whether a reference fills in missing keys of a given value. */
export function fillsIn(node: ExpressionNode): boolean {
  return node.op === "path" && defaultRule(node) === "fill";
}

/** Whether a schema-valid value can be empty in Go's sense: "", 0, false, an empty map or list. */
export function admitsEmpty(node: ExpressionNode): boolean {
  return node.op !== "path" || schemaAdmitsEmpty(node.schema);
}

function schemaAdmitsEmpty(schema: JsonSchema): boolean {
  if (schema.enum !== undefined) return schema.enum.some((value) => !value);
  if (schema.type === "string") {
    if ((schema.minLength ?? 0) > 0) return false;
    return schema.pattern === undefined || new RegExp(schema.pattern, "u").test("");
  }
  if (schema.type === "integer" || schema.type === "number") return (schema.minimum ?? 0) <= 0;
  if (schema.type === "array") return (schema.minItems ?? 0) === 0;
  if (schema.type === "object") return (schema.minProperties ?? 0) === 0 && !demandsKey(schema);
  return true;
}

// A required key that has a default may still be left out of a values file.
function demandsKey({ required = [], properties = {} }: JsonSchema): boolean {
  return required.some((key) => {
    const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (field?.type === "object" && field.default === undefined && field.properties !== undefined)
      return demandsKey(field);
    return field?.default === undefined;
  });
}

/** Whether a constant is empty as Go's `default` and `with` see it. */
export function isEmptyInGo(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !value;
  if (Array.isArray(value)) return value.length === 0;
  // A list of the keys would be long: a map has an entry for each stage of a pipeline.
  for (const key in value) if (Object.hasOwn(value, key)) return false;
  return true;
}
