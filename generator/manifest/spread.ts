/** Fields from elsewhere, written into a map among its own. */

import type { Bind } from "../expression/bind.ts";
import { Expression, NODE } from "../expression/expression.ts";
import type { Choice, When } from "../expression/when.ts";

/** What a map holds in place of a field: all fields of a named template, or those of a conditional map. */
export class Spread {
  readonly fields: unknown;

  constructor(fields: unknown) {
    this.fields = fields;
  }
}

/**
 * Fields of a named template or of a conditional map, for use as `{...spread("source", fields)}`.
 * The label tells spreads of one map apart; it is not printed. The keys must differ from the map's own.
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
  return { [`...${label}`]: new Spread(fields) };
}
