/** Names of Services, which must begin with a letter; other names may begin with a digit, as those of releases do. */
import { defineFunction, stringParam } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { choose } from "../../expression/when.ts";
import { fitName, startsWithDigit, text } from "../../functions/strings.ts";

const nameOfService = defineFunction({
  name: "serviceName",
  comment: "The name of a Service: one that would begin with a digit, which Kubernetes refuses, has svc- before it.",
  params: { name: stringParam },
  result: "first",
  body: ({ name }) => choose(startsWithDigit(name), fitName(text`svc-${name}`, 63), name),
});

/** The name of a Service. */
export function serviceName(name: Expression<string>): Expression<string> {
  return nameOfService(name);
}
