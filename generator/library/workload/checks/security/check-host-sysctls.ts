/** Kernel parameters of a namespace that the pod shares with its node: the API server refuses them. */
import { defineCheck, param } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEachItem } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { when } from "../../../../expression/when.ts";
import { and, isTrue, nonEmpty } from "../../../../functions/logic.ts";
import { findAll } from "../../../../functions/split.ts";
import { text } from "../../../../functions/strings.ts";
import type { Sysctl } from "../../../../values/kubernetes/types.ts";

/** The parameters of a namespace; where the first separator is a slash, slashes and dots change places. */
const PARAMETERS = {
  hostNetwork: "^net[./]",
  hostIPC: "^(kernel[./](shm|msg|sem$)|fs[.]mqueue[.]|fs/mqueue/)",
} as const;

/** Refuses kernel parameters of the network or of IPC where the pod uses those of its node. */
export const checkHostSysctls = defineCheck({
  name: "checkHostSysctls",
  comment: "Refuses kernel parameters of the network or of IPC where the pod uses those of its node.",
  params: {
    hostNetwork: param<boolean | undefined>({ type: "boolean" }),
    hostIPC: param<boolean | undefined>({ type: "boolean" }),
    sysctls: param<readonly Sysctl[]>({ type: "array", items: { $ref: "#/definitions/Sysctl" } }),
  },
  body: ({ sysctls, ...namespaces }) =>
    (["hostNetwork", "hostIPC"] as const).map((field) =>
      when(
        isTrue(namespaces[field] as Expression<unknown>),
        forEachItem(
          sysctls,
          ({ name }) =>
            guard(
              and(nonEmpty(name), nonEmpty(findAll(name, PARAMETERS[field]))),
              text`podSecurityContext.sysctls: expected none of the node's namespace where ${field} is true, got ${name}`,
            ),
          { as: "sysctl" },
        ),
      ),
    ),
});
