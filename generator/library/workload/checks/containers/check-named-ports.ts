/** Probes and handlers at a port that their container does not name: they would fail for ever. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import type { Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { keysOf } from "../../../../functions/keys.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { and, eq, isText, not, orIfEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { sidecarValues } from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";
import type { EnabledEntries } from "../enabled-entries.ts";

interface Action {
  readonly port: string;
}
interface Handler {
  readonly type?: string;
  readonly httpGet?: Action;
  readonly tcpSocket?: Action;
}
const action = { type: "object", properties: { port: { type: "string" } }, required: ["port"] };
const handlerParam = param<Handler>({
  type: "object",
  properties: { type: { type: "string" }, httpGet: action, tcpSocket: action },
});

const checkHandlerPort = defineCheck({
  name: "checkHandlerPort",
  comment: "Refuses a probe or handler at a port that its container does not name.",
  params: {
    path: stringParam,
    handler: handlerParam,
    names: param<readonly string[]>({ type: "array", items: { type: "string" } }),
  },
  body: ({ path, handler, names }) =>
    (["httpGet", "tcpSocket"] as const).map((kind) => {
      const { port } = handler[kind] as Reference<Action>; // where there is none, its port is no text
      return when(
        eq(orIfEmpty(handler.type, kind), kind),
        guard(
          and(isText(port), not(hasItem(names, port))),
          text`${path}.${kind}.port: expected a number, or a port of the container by its name, got "${port}"`,
        ),
      );
    }),
});

type Container = Pick<WorkloadValues, "ports" | "startupProbe" | "livenessProbe" | "readinessProbe" | "lifecycle">;

function checkContainerHandlers(path: Expression<string> | "", container: Reference<Container>): unknown {
  const { startupProbe, livenessProbe, readinessProbe, lifecycle } = container;
  const handlers = {
    startupProbe,
    livenessProbe,
    readinessProbe,
    "lifecycle.postStart": lifecycle.postStart,
    "lifecycle.preStop": lifecycle.preStop,
  };
  const at = (key: string): Operand<string> => (path === "" ? key : text`${path}${key}`);
  return bind("names", keysOf(enabled(container.ports)), (names) =>
    Object.entries(handlers).map(([key, handler]) => checkHandlerPort(at(key), handler, names)),
  );
}

const checkSidecarHandlers = defineCheck({
  name: "checkSidecarHandlers",
  comment: "Refuses probes and handlers of sidecars at a port that their container does not name.",
  params: { sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)) },
  body: ({ sidecars }) =>
    forEach(sidecars, (name, sidecar) => checkContainerHandlers(text`sidecars.${name}.`, sidecar as never)),
});

/** Refuses probes and handlers at a port that their container does not name. */
export function checkNamedPorts(v: Reference<WorkloadValues>, { sidecars }: EnabledEntries): Documents {
  return [checkContainerHandlers("", v), checkSidecarHandlers(sidecars)] as Documents; // guards alone
}
