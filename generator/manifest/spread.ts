/** Fields from elsewhere, written into a map among its own. */
import { Expression, NODE } from "../expression/expression.ts";
import { type Bind, type Choice, Handle, toPart, type When } from "../expression/part.ts";

/**
 * Fields of a named template or of a conditional map, for use as `{...spread("source", fields)}`.
 * The label distinguishes the spreads of one map; it is not printed. The keys must differ from the map's own.
 */
export function spread<T extends object>(label: string, fields: Expression<T> | Choice<T> | Bind<Choice<T>>): T;
export function spread<T extends object>(label: string, fields: When<T>): Partial<T>;
export function spread(label: string, fields: unknown): object {
  if (fields instanceof Expression) {
    const node = fields[NODE];
    if (node.op !== "include" || node.type !== "object") {
      throw new TypeError(
        `Cannot spread an expression of type ${node.type}: expected an included named template of an object`,
      );
    }
  }
  return { [`...${label}`]: new Handle<"spread", never>({ kind: "spread", fields: toPart(fields) }) };
}
