/** Handlers that sleep longer than the grace period of their pod. */
import { defineCheck, kubernetesParam, param, stringParam } from "../../../../expression/define-function.ts";
import { guard } from "../../../../expression/guard.ts";
import { given } from "../../../../expression/reference.ts";
import { and, eq, greaterThan, orIfEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Lifecycle, LifecycleHandler } from "../../../../values/kubernetes/types.ts";

const checkSleep = defineCheck({
  name: "checkSleep",
  comment: "Refuses a handler that sleeps longer than the grace period of its pod.",
  params: {
    path: stringParam,
    handler: kubernetesParam<LifecycleHandler>("LifecycleHandler"),
    gracePeriod: param<number>({ type: "integer" }),
  },
  body: ({ path, handler, gracePeriod }) =>
    guard(
      and(eq(orIfEmpty(handler.type, "sleep"), "sleep"), greaterThan(given(handler.sleep.seconds), gracePeriod)),
      text`${path}.sleep.seconds: expected at most terminationGracePeriodSeconds, by default 30`,
    ),
});

/** Refuses handlers that outlast the pod; the path is that of the owner of `lifecycle`, with a dot at its end. */
export const checkLifecycle = defineCheck({
  name: "checkLifecycle",
  comment: "Refuses handlers of a container that sleep longer than the grace period of the pod.",
  params: {
    path: stringParam,
    lifecycle: kubernetesParam<Lifecycle>("Lifecycle"),
    gracePeriod: param<number>({ type: "integer" }),
  },
  body: ({ path, lifecycle: { postStart, preStop }, gracePeriod }) => [
    checkSleep(text`${path}lifecycle.postStart`, postStart, gracePeriod),
    checkSleep(text`${path}lifecycle.preStop`, preStop, gracePeriod),
  ],
});
