/** Where other stages of a pipeline reach a stateful stage. */
import type { Define } from "../../expression/define.ts";
import { choose } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { orIfEmpty, ternary } from "../../functions/logic.ts";
import { fieldOfEach } from "../../functions/maps.ts";
import type { ServiceAddress } from "../common/pipeline-context.ts";
import {
  defineAddress,
  defineAwaited,
  hasService,
  serviceHost,
  servicePortNumbers,
} from "../workload/service/service.ts";
import type { Workload } from "../workload/workload.ts";
import type { StageNames } from "./stage-names.ts";
import type { StatefulStageValues } from "./values.ts";

/** The address of the Service for clients; where there is none, that of the headless one. */
export function createAddress(
  { v }: Workload<StatefulStageValues>,
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
