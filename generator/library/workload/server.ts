/** The parts of a chart that is a server stage: its Service, its address, and the test that it can be reached. */

import { type ChartTemplate, defineTemplate } from "../../chart/chart-template.ts";
import type { StageContract } from "../../chart/stage-contract.ts";
import type { Reference } from "../../expression/reference.ts";
import { choose } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import type { InputParts } from "../../manifest/input.ts";
import type { ServiceAddress } from "../common/pipeline-context.ts";
import { serviceName } from "../common/service-name.ts";
import { checkService } from "./checks/network/check-service.ts";
import { createTestTemplate, defineTested } from "./helm-test/helm-test.ts";
import {
  createService,
  defineAddress,
  defineAwaited,
  hasService,
  serviceHost,
  servicePortNumbers,
} from "./service/service.ts";
import { workloadStage } from "./stage.ts";
import type { ServiceValues } from "./values/service-values.ts";
import type { WorkloadValues } from "./values/values.ts";
import type { Workload } from "./workload.ts";

/** The values of a workload with a Service in front of it. */
export type ServerValues = WorkloadValues & { readonly service: ServiceValues };

/** The parts of a server in addition to its controller. */
export interface Server {
  /** The files of its Service and of its test. */
  readonly templates: readonly ChartTemplate[];
  /** Its stage contract, except `drawn`. */
  readonly stage: Omit<StageContract, "drawn">;
}

// Without a Service there is no address, and a pipeline gets an empty object.
const NONE = {} as InputParts<ServiceAddress>;

/** Makes the parts of a chart with a Service for its pods, in addition to its controller. */
export function createServer<T extends ServerValues>(chartName: string, workload: Workload<T>): Server {
  const { names } = workload;
  const v = workload.v as unknown as Reference<ServerValues>; // T has these values
  const { service } = v;
  const address = defineAddress(
    chartName,
    choose(
      hasService(service),
      { host: serviceHost(serviceName(names.fullname), v), ports: servicePortNumbers(service) },
      NONE,
    ),
  );
  const awaited = defineAwaited(chartName, address, enabled(service.ports));
  const tested = defineTested(chartName, workload, awaited);
  return {
    templates: [
      defineTemplate({
        chartName,
        kind: "service",
        source: "generator/library/workload/service/service.ts",
        documents: [checkService(v, service), createService({ service, names, name: serviceName(names.fullname) })],
      }),
      createTestTemplate(chartName, "service", workload, tested),
    ],
    stage: { role: "server", ...workloadStage(workload), address, awaited, tested },
  };
}
