/** Numbers that have lost digits: Helm reads them as floats, which are exact for integers up to 2^53 only. */
import type { Expression } from "../../../expression/expression.ts";
import { atom, command, stringConstant } from "../../../expression/go/go-syntax.ts";
import { templateFunction } from "../../../expression/template-function.ts";
import { call } from "../../../functions/call.ts";

const KINDS = ["float64", "int64", "int"].map(stringConstant);
const FIRST_INEXACT = "9007199254740992.0";

const isInexactFunction = templateFunction({
  name: "isInexact",
  go: ([value]) => {
    const number = command("float64", value);
    const isLarge = command("ge", number, atom(FIRST_INEXACT));
    const isSmall = command("le", number, atom(`-${FIRST_INEXACT}`));
    return command(
      "and",
      command("has", command("kindOf", value), command("list", ...KINDS)),
      command("or", isLarge, isSmall),
    );
  },
  js: (value: unknown) => typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER,
  absentSafe: "all",
});

/** Whether a value is a number beyond 2^53, which may have been rounded. */
export function isInexact(value: Expression<unknown>): Expression<boolean> {
  return call(isInexactFunction, [value], { type: "boolean" });
}
