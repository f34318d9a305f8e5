/** The address of another stage's Service. */

import { isEmptyInGo } from "../../../expression/default-rule.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { ownEntry } from "../../../functions/own-entry.ts";
import { RenderError } from "../../../functions/render-error.ts";
import type { PipelineContext, ServiceAddress } from "../../common/pipeline-context.ts";

interface Wanted {
  readonly stage: string;
  readonly port?: string;
  readonly format?: string;
}

const serviceAddressFunction: TemplateFunction = {
  name: "serviceAddress",
  go: includeWith("serviceAddress"),
  js: (services: Readonly<Record<string, ServiceAddress>>, wanted: Wanted) => {
    const service = ownEntry(services, wanted.stage);
    // A Service that is switched off has no address: the stage is there, with nothing in it.
    if (service === undefined || isEmptyInGo(service))
      throw new RenderError(`fromService: no stage "${wanted.stage}" with a Service in this pipeline`);
    if ((wanted.format ?? "host") === "host") return service.host;
    const port = ownEntry(service.ports, wanted.port ?? "");
    if (port === undefined)
      throw new RenderError(`fromService: stage "${wanted.stage}" has no port "${wanted.port ?? ""}"`);
    return `${wanted.format === "url" ? "http://" : ""}${service.host}:${port}`;
  },
  reads: [undefined, ["stage", "port", "format"]],
  template: {
    comment: "The address of a stage's Service: host, host:port or a URL.",
    body: () => `{{- $wanted := index . 1 }}
{{- $service := index (index . 0) $wanted.stage }}
{{- if not $service }}
{{- fail (printf "fromService: no stage %q with a Service in this pipeline" $wanted.stage) }}
{{- end }}
{{- if eq ($wanted.format | default "host") "host" }}
{{- $service.host }}
{{- else }}
{{- $port := index $service.ports ($wanted.port | default "") }}
{{- if not $port }}
{{- fail (printf "fromService: stage %q has no port %q" $wanted.stage ($wanted.port | default "")) }}
{{- end }}
{{- printf "%s%s:%s" (eq $wanted.format "url" | ternary "http://" "") $service.host (toJson $port) }}
{{- end }}`,
  },
};

/** The address that `fromService` asks for. */
export function serviceAddress(
  services: Expression<PipelineContext["services"]>,
  wanted: Expression<unknown>,
): Expression<string> {
  return call(serviceAddressFunction, [services, wanted], { type: "string" });
}
