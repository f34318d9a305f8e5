/** Where other stages of a pipeline, and the notes, find the pods of service-stage. */

import type { Define } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { choose } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq } from "../../functions/logic.ts";
import type { InputParts } from "../../manifest/input.ts";
import type { ServiceAddress } from "../common/pipeline-context.ts";
import { serviceName } from "../common/service-name.ts";
import {
  defineAddress,
  defineAwaited,
  hasService,
  serviceHost,
  servicePortNumbers,
} from "../workload/service/service.ts";
import type { Workload } from "../workload/workload.ts";
import { targetPorts } from "./target-ports.ts";
import type { ServiceStageValues } from "./values.ts";

// Without a Service there is no address, and a pipeline gets an empty object.
const NONE = {} as InputParts<ServiceAddress>;

/** The address of the Service; empty where there is none. */
export function createAddress({ v, names }: Pick<Workload<ServiceStageValues>, "v" | "names">): Define<ServiceAddress> {
  const host = serviceHost(serviceName(names.fullname), v);
  return defineAddress(
    "service-stage",
    choose(
      hasService(v.service),
      choose(
        isHeadless(v),
        { host, ports: targetPorts(v.service.ports, v.ports, v.sidecars) },
        { host, ports: servicePortNumbers(v.service) },
      ),
      NONE,
    ),
  );
}

// The name of a headless Service resolves to the pods themselves, and so to their own ports.
function isHeadless(v: Reference<ServiceStageValues>): Expression<boolean> {
  return and(v.service.headless, eq(v.service.type, "ClusterIP"));
}

/** The address at which dependents see that the stage is ready. */
export function createAwaited(
  { v }: Workload<ServiceStageValues>,
  address: Define<ServiceAddress>,
): ReturnType<typeof defineAwaited> {
  return defineAwaited("service-stage", address, enabled(v.service.ports));
}
