/** CIDRs with host bits set: 10.1.2.3/8 instead of 10.0.0.0/8. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, stringParam } from "../../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../../expression/expression.ts";
import { guard } from "../../../../expression/guard.ts";
import { numberOf } from "../../../../functions/numbers.ts";
import { last, split, substring } from "../../../../functions/split.ts";
import { contains, text } from "../../../../functions/strings.ts";
import { addressBits } from "./address-bits.ts";

/** The length of the prefix of a CIDR. */
export function prefixLength(range: Operand<string>): Expression<number> {
  return numberOf(last(split(range, "/")));
}

/** Refuses a CIDR with host bits set. */
export const checkHostBits = defineCheck({
  name: "checkHostBits",
  comment: "Refuses a CIDR with host bits set, such as 10.1.2.3/8.",
  params: { path: stringParam, range: stringParam },
  body: ({ path, range }) =>
    bind("length", prefixLength(range), (length) =>
      guard(
        contains(substring(addressBits(range), length), "1"),
        text`${path}: expected no host bits in the CIDR, got ${range}`,
      ),
    ),
});
