/** What the containers of a pod may use together, and what each of them asks for. */
import { bind, collectList, collectSum } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { keysOf, valueAt } from "../../../../functions/keys.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { greaterThan, nonEmpty } from "../../../../functions/logic.ts";
import { merge } from "../../../../functions/maps.ts";
import { thousandths } from "../../../../functions/numbers.ts";
import { text, toJson } from "../../../../functions/strings.ts";
import { bytesOfAmount } from "../../../common/size.ts";
import { checkResources } from "./check-resources.ts";

type Amounts = Readonly<Record<string, string | number>>;
interface Resources {
  readonly limits?: Amounts;
  readonly requests?: Amounts;
}
const amounts = { type: "object", additionalProperties: {} };
const resourcesSchema = { type: "object", properties: { limits: amounts, requests: amounts } };
const amountsParam = param<Amounts>(amounts);
const resourcesParam = param<Resources>(resourcesSchema);
const containersParam = param<Readonly<Record<string, { readonly resources: Resources }>>>({
  type: "object",
  additionalProperties: { type: "object", properties: { resources: resourcesSchema }, required: ["resources"] },
});
const LIMITS = "podResources.limits";
const REQUESTS = "podResources.requests";

/** Without a request, the limit is requested, by a container as by a pod. */
function requestsOf({ requests, limits }: Reference<Resources>): Expression<Amounts> {
  return merge<string | number>(given(requests), given(limits));
}

const checkWithinPod = defineCheck({
  name: "checkWithinPod",
  comment: "Refuses amounts of a container that are above those of all containers together.",
  params: { path: stringParam, own: amountsParam, most: amountsParam, of: stringParam },
  body: ({ path, own, most, of }) =>
    forEach(
      own,
      (name, amount) =>
        when(
          hasItem(keysOf(most), name),
          bind("limit", valueAt<string | number>("any", most, name), (limit) =>
            guard(
              greaterThan(bytesOfAmount(amount), bytesOfAmount(limit)),
              text`${path}.${name}: expected at most ${of}.${name}, ${toJson(limit)}, got ${toJson(amount)}`,
            ),
          ),
        ),
      { as: "amount" },
    ),
});

const checkSumOfRequests = defineCheck({
  name: "checkSumOfRequests",
  comment: "Refuses requests of containers that are above that of their pod when they are added up.",
  params: {
    most: amountsParam,
    requests: param<readonly Amounts[]>({ type: "array", items: amounts }),
  },
  body: ({ most, requests }) =>
    forEach(
      most,
      (name, limit) =>
        collectSum(
          "sum",
          forEachItem(
            requests,
            (amounts) =>
              when(
                hasItem(keysOf(amounts), name),
                thousandths(bytesOfAmount(valueAt<string | number>("any", amounts, name))),
              ),
            { as: "amounts" },
          ),
          (sum) =>
            guard(
              greaterThan(sum, thousandths(bytesOfAmount(limit))),
              text`${REQUESTS}.${name}: expected at least the requests of all containers together, got ${toJson(limit)}`,
            ),
        ),
      { as: "limit" },
    ),
});

/** Refuses resources of a container that starts before the others and asks for more than its pod may use. */
export const checkFirstWithinPod = defineCheck({
  name: "checkFirstWithinPod",
  comment: "Refuses resources of a container that runs alone, before the others, and are above those of its pod.",
  params: { podResources: resourcesParam, path: stringParam, own: resourcesParam },
  body: ({ podResources, path, own }) =>
    firstWithinPod(path, own, given(podResources.limits), requestsOf(podResources)),
});

// The limits of a container count for it alone; of containers that run alone, so do the requests.
function firstWithinPod(
  path: Expression<string>,
  own: Reference<Resources>,
  limits: Expression<Amounts>,
  most: Expression<Amounts>,
): readonly unknown[] {
  return [
    checkWithinPod(text`${path}.limits`, own.limits, limits, LIMITS),
    checkWithinPod(text`${path}.requests`, requestsOf(own), most, REQUESTS),
  ];
}

/** Refuses resources of a pod that are less than what its containers ask for. */
export const checkPodResources = defineCheck({
  name: "checkPodResources",
  comment:
    "Refuses resources of a pod that Kubernetes would refuse, or that are less than what its containers ask for.",
  params: {
    podResources: resourcesParam,
    main: resourcesParam,
    initContainers: containersParam,
    sidecars: containersParam,
  },
  body: ({ podResources, main, initContainers, sidecars }) =>
    when(
      nonEmpty(podResources),
      bind("limits", given(podResources.limits), (limits) =>
        bind("most", requestsOf(podResources), (most) => [
          checkResources("podResources", podResources),
          checkWithinPod("resources.limits", main.limits, limits, LIMITS),
          forEach(initContainers, (name, { resources }) =>
            bind("path", text`initContainers.${name}.resources`, (path) =>
              firstWithinPod(path, resources, limits, most),
            ),
          ),
          forEach(sidecars, (name, { resources }) =>
            checkWithinPod(text`sidecars.${name}.resources.limits`, resources.limits, limits, LIMITS),
          ),
          collectList<Amounts, unknown>(
            "requests",
            [requestsOf(main), forEach(sidecars, (_, { resources }) => requestsOf(resources))],
            (requests) => checkSumOfRequests(most, requests),
            amounts,
          ),
        ]),
      ),
    ),
});
