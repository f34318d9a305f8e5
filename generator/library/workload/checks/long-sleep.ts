/** Handlers that sleep longer than their pod may take to end. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";

interface Handler {
  readonly type?: string;
  readonly sleep?: { readonly seconds: number };
}

const longSleepFunction: TemplateFunction = {
  name: "longSleep",
  go: includeWith("longSleep"),
  js: (lifecycle: Readonly<Record<string, Handler>> | undefined, seconds: number) => {
    const isLong = (handler: Handler | undefined): boolean =>
      (handler?.type ?? "sleep") === "sleep" && (handler?.sleep?.seconds ?? 0) > seconds;
    const found = ["postStart", "preStop"].find((name) => isLong(lifecycle?.[name]));
    return found === undefined ? "" : `${found}.sleep.seconds`;
  },
  absentSafe: [0],
  reads: [["*.type", "*.sleep.seconds"]],
  template: {
    comment: "The path of the first handler that sleeps for more than some seconds, or nothing.",
    body: () => `{{- $found := "" }}
{{- $seconds := index . 1 }}
{{- range $name, $handler := index . 0 }}
{{- if and (has $handler.type (list nil "sleep")) (gt (($handler.sleep).seconds | int64) (int64 $seconds)) }}
{{- $found = $found | default (printf "%s.sleep.seconds" $name) }}
{{- end }}
{{- end }}
{{- $found }}`,
  },
};

/** The path, in a container's lifecycle, of the first handler that sleeps for more than some seconds, or "". */
export function longSleep(lifecycle: Expression<unknown>, seconds: Expression<number>): Expression<string> {
  return call(longSleepFunction, [lifecycle, seconds], { type: "string" });
}
