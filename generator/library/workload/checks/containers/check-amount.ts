/** Amounts that are none, or that do not fit into 64 bits: the schema refuses them too, but users can skip it. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { Expression, toNode } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { greaterThan, nonEmpty, not } from "../../../../functions/logic.ts";
import { findAll } from "../../../../functions/split.ts";
import { text, toJson, toText } from "../../../../functions/strings.ts";
import { bytesOf, bytesOfAmount } from "../../../common/size.ts";

/** The form of an amount; more digits than these are too many for any unit. */
const AMOUNT = "^[+]?0*([0-9]{1,40}([.][0-9]*)?|[.][0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,2})?$";
/** The least amount that 64 bits do not hold. */
const TOO_LARGE = new Expression<string>(toNode("8Ei"));
const WANTED = "expected an amount such as 500m or 2Gi that fits into 64 bits";

/** Refuses what is no amount, and an amount that Kubernetes would replace by the largest that it can hold. */
export const checkAmount = defineCheck({
  name: "checkAmount",
  comment: "Refuses what is no amount, and an amount that does not fit into 64 bits.",
  params: { path: stringParam, amount: param<string | number>() },
  body: ({ path, amount }) =>
    bind("refusal", text`${path}: ${WANTED}, got ${toJson(amount)}`, (refusal) => [
      bind("written", toText(amount), (written) =>
        bind("found", findAll(written, AMOUNT), (found) => guard(not(nonEmpty(found)), refusal)),
      ),
      bind("bytes", bytesOfAmount(amount), (bytes) => guard(not(greaterThan(bytesOf(TOO_LARGE), bytes)), refusal)),
    ]),
});

/** Refuses what is no amount among some by name, and amounts that do not fit into 64 bits. */
export const checkAmounts = defineCheck({
  name: "checkAmounts",
  comment: "Refuses what is no amount among some by name, and amounts that do not fit into 64 bits.",
  params: {
    path: stringParam,
    amounts: param<Readonly<Record<string, string | number>>>({ type: "object", additionalProperties: {} }),
  },
  body: ({ path, amounts }) => forEach(amounts, (name, amount) => checkAmount(text`${path}.${name}`, amount)),
});
