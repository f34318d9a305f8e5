/** Amounts of resources that no container can have: requests above limits, and parts of huge pages. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { Expression, toNode } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given } from "../../../../expression/reference.ts";
import { choose, when } from "../../../../expression/when.ts";
import { keysOf, valueAt } from "../../../../functions/keys.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { and, greaterThan, not, or, ternary } from "../../../../functions/logic.ts";
import { isCount, quotient } from "../../../../functions/numbers.ts";
import { hasPrefix, text, toJson, trimPrefix } from "../../../../functions/strings.ts";
import { bytesOfAmount } from "../../../common/size.ts";
import { checkAmounts } from "./check-amount.ts";

type Amounts = Readonly<Record<string, string | number>>;
interface Resources {
  readonly limits?: Amounts;
  readonly requests?: Amounts;
}

/** These a node can overcommit; of all others the request must equal the limit. */
const overcommitted = new Expression<readonly string[]>(toNode(["cpu", "memory", "ephemeral-storage"]));
const HUGE_PAGES = "hugepages-";

const amountsSchema = { type: "object", additionalProperties: {} };

const checkHugePages = defineCheck({
  name: "checkHugePages",
  comment: "Refuses huge pages that are not a whole number of pages, or that are requested without cpu and memory.",
  params: {
    path: stringParam,
    amounts: param<Amounts>(amountsSchema),
    resources: param<readonly string[]>({ type: "array" }),
  },
  body: ({ path, amounts, resources }) =>
    forEach(amounts, (name, amount) =>
      when(
        hasPrefix(name, HUGE_PAGES),
        bind("page", trimPrefix(name, HUGE_PAGES), (page) =>
          bind("pages", quotient(bytesOfAmount(amount), bytesOfAmount(page)), (pages) => [
            guard(not(isCount(pages)), text`${path}.${name}: expected a multiple of ${page}, got ${toJson(amount)}`),
            guard(
              not(or(hasItem(resources, "cpu"), hasItem(resources, "memory"))),
              text`${path}.${name}: expected cpu or memory in addition, got neither`,
            ),
          ]),
        ),
      ),
    ),
});

const amountParam = param<string | number>();

const checkRequest = defineCheck({
  name: "checkRequest",
  comment: "Refuses a request above its limit, and one below it for resources that cannot be overcommitted.",
  params: {
    path: stringParam,
    name: stringParam,
    request: amountParam,
    limit: amountParam,
    canOvercommit: param<boolean>({ type: "boolean" }),
  },
  body: ({ path, name, request, limit, canOvercommit }) =>
    bind("requested", bytesOfAmount(request), (requested) =>
      bind("most", bytesOfAmount(limit), (most) =>
        bind("relation", ternary(canOvercommit, "at most", "the same as"), (relation) =>
          guard(
            or(greaterThan(requested, most), and(not(canOvercommit), greaterThan(most, requested))),
            text`${path}.requests.${name}: expected ${relation} limits.${name}, ${toJson(limit)}, got ${toJson(request)}`,
          ),
        ),
      ),
    ),
});

/** Refuses contradictory amounts; the path is theirs. */
export const checkResources = defineCheck({
  name: "checkResources",
  comment: "Refuses resources that Kubernetes would refuse: requests above limits, and parts of huge pages.",
  params: {
    path: stringParam,
    resources: param<Resources>({
      type: "object",
      properties: { limits: amountsSchema, requests: amountsSchema },
    }),
  },
  body: ({ path, resources }) =>
    bind("limits", given(resources.limits), (limits) =>
      bind("requests", given(resources.requests), (requests) => [
        checkAmounts(text`${path}.limits`, limits),
        checkAmounts(text`${path}.requests`, requests),
        checkHugePages(text`${path}.limits`, limits, keysOf(limits, requests)),
        checkHugePages(text`${path}.requests`, requests, keysOf(limits, requests)),
        forEach(requests, (name, request) =>
          bind("canOvercommit", hasItem(overcommitted, name), (canOvercommit) =>
            choose(
              hasItem(keysOf(limits), name),
              checkRequest(path, name, request, valueAt("any", limits, name), canOvercommit),
              guard(not(canOvercommit), text`${path}.requests.${name}: expected limits.${name} in addition, got none`),
            ),
          ),
        ),
      ]),
    ),
});
