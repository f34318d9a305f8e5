/** What can be wrong with values, and what must be in a values file for that. */
import type { Json, JsonSchema } from "../../../generator/json-schema.ts";
import type { Path } from "./site.ts";

/** The keywords of JSON Schema that refuse a value. */
export type Keyword =
  | "type"
  | "enum"
  | "const"
  | "pattern"
  | "not"
  | "minimum"
  | "maximum"
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems"
  | "uniqueItems"
  | "contains"
  | "minProperties"
  | "maxProperties"
  | "required"
  | "additionalProperties"
  | "oneOf"
  | "anyOf";

/** One thing that a values file must do: set a value, leave one out, or have at least an object or a list there. */
export type Edit =
  | { readonly do: "set"; readonly path: Path; readonly value: Json; readonly isWrong: boolean }
  | { readonly do: "omit"; readonly path: Path; readonly isWrong: boolean }
  | { readonly do: "hold"; readonly path: Path; readonly value: "object" | "array" };

/** One wrong value: the keyword that must refuse it, the path that must be named, and what makes it. */
export interface Mistake {
  readonly keyword: Keyword;
  readonly path: Path;
  /** The part of the schema that refuses it, and the value there that is refused. */
  readonly schema: JsonSchema;
  readonly value: Json;
  readonly edits: readonly Edit[];
}
