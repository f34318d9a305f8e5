/** The address of another stage's Service. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import { choose, when } from "../../../expression/when.ts";
import { eq, nonEmpty, not } from "../../../functions/logic.ts";
import { lookUp } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import type { PipelineContext, ServiceAddress } from "../../common/pipeline-context.ts";
import { hostFrom } from "../service/host-from.ts";
import { fromService } from "../values/env-values.ts";

interface Wanted {
  readonly stage: string;
  readonly port: string;
  readonly format: string;
}

const serviceSchema = { type: "object", properties: { host: { type: "string" }, ports: { type: "object" } } } as const;

const address = defineFunction({
  name: "serviceAddress",
  comment: "The address of a stage's Service: host, host:port or a URL.",
  params: {
    path: stringParam,
    services: param<PipelineContext["services"]>(),
    wanted: param<Wanted>(fromService),
    zone: stringParam,
  },
  result: "text",
  refuses: true,
  body: ({ path, services, wanted: { stage, port, format }, zone }) =>
    bind(
      "service",
      lookUp<ServiceAddress>("object", services, stage) as Expression<ServiceAddress>, // "" has no fields
      (service) => [
        // A disabled Service has no address: the stage has an empty entry.
        guard(not(nonEmpty(service)), text`${path}.fromService: no stage "${stage}" with a Service in this pipeline`),
        choose(
          eq(format, "host"),
          hostFrom(service.host, zone),
          bind("port", lookUp<number>("any", service.ports, port), (number) => [
            guard(not(nonEmpty(number)), text`${path}.fromService: stage "${stage}" has no port "${port}"`),
            when(eq(format, "url"), "http://"),
            hostFrom(service.host, zone),
            text`:${toJson(number)}`,
          ]),
        ),
      ],
      serviceSchema,
    ),
});

/** The address that `fromService` names; `path` is that of the variable, for messages; `zone` as `zoneOf()` says. */
export function serviceAddress(
  path: Expression<string>,
  services: Expression<PipelineContext["services"]>,
  wanted: Expression<unknown>,
  zone: Expression<string>,
): Expression<string> {
  return address(path, services, wanted, zone);
}
