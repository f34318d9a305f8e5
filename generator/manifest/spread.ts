/** Fields from elsewhere, written into a map among its own. */
import type { Bind } from "../expression/bind.ts";
import { Define } from "../expression/define.ts";
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
export function spread<T extends object>(label: string, fields: Define<T> | When<T> | Choice<T> | Bind<T>): T {
  if (fields instanceof Define && fields.type !== "object") {
    throw new TypeError(`Cannot spread ${fields.name}: expected a named template of an object, got one of type ${fields.type}`);
  }
  return { [`...${label}`]: new Spread(fields) } as never; // stands for the fields of T
}
