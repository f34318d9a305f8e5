/** Where other stages of a pipeline reach a stateful stage. */
import type { Define } from "../../expression/define.ts";
import { defineFunction, entry, param, stringParam } from "../../expression/define-function.ts";
import { forEach } from "../../expression/for-each.ts";
import { choose } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { orIfEmpty, ternary } from "../../functions/logic.ts";
import { fieldOfEach } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { ServiceAddress } from "../common/pipeline-context.ts";
import {
  defineAddress,
  defineAwaited,
  hasService,
  serviceHost,
  servicePortNumbers,
} from "../workload/service/service.ts";
import type { Addresses, Workload } from "../workload/workload.ts";
import { persistence } from "./persistence-values.ts";
import { createStageNames, type StageNames } from "./stage-names.ts";
import type { StatefulStageValues } from "./values.ts";

/** The address of the Service for clients; where there is none, that of the headless one. */
export function createAddress(
  { v }: Pick<Workload<StatefulStageValues>, "v">,
  { service, headless }: StageNames,
): Define<ServiceAddress> {
  return defineAddress(
    "stateful-stage",
    choose(
      hasService(v.service),
      { host: serviceHost(service, v), ports: servicePortNumbers(v.service) },
      { host: serviceHost(headless, v), ports: fieldOfEach(enabled(v.ports), "containerPort") },
    ),
  );
}

/** The addresses of a stateful stage, and the names from which they are made. */
export interface StatefulAddresses extends Addresses {
  readonly names: StageNames;
  readonly address: Define<ServiceAddress>;
}

/** Makes the names and the addresses of the Services and of the replicas. */
export function createAddresses(own: Pick<Workload<StatefulStageValues>, "v" | "names">): StatefulAddresses {
  const names = createStageNames(own);
  return {
    names,
    address: createAddress(own, names),
    replicas: {
      headless: serviceHost(names.headless, own.v),
      pods: names.statefulSet,
      replicaClaims: replicaClaims(own.v.persistence, names.statefulSet),
    },
  };
}

const replicaClaims = defineFunction({
  name: "replicaClaims",
  comment: "What the names of the claims of replicas start with, by the ids of their volumes.",
  params: { persistence: param<StatefulStageValues["persistence"]>(persistence()), pods: stringParam },
  result: "map",
  body: ({ persistence, pods }) =>
    forEach(enabled(persistence), (id) => entry(id, text`${id}-${pods}`), { as: "claim" }),
});

/** The address at which dependents see that the stage is ready. */
export function createAwaited(
  { v }: Workload<StatefulStageValues>,
  address: Define<ServiceAddress>,
): ReturnType<typeof defineAwaited> {
  const { service, ports } = v;
  const servicePorts = enabled(
    ternary<Readonly<Record<string, unknown>> | undefined>(service.enabled, service.ports, {}),
  );
  return defineAwaited("stateful-stage", address, orIfEmpty(servicePorts, enabled(ports)));
}
