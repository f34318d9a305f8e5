/** Variables that no container can have: those from a file in a volume that is not there. */
import { collectList } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { and, eq, isMap, nonEmpty, not, orIfEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { EnvVarSource } from "../../../../values/kubernetes/types.ts";
import { containerValues, initContainerValues, sidecarValues } from "../../values/container-values.ts";
import { variableType, volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";

interface Variable {
  readonly valueFrom?: EnvVarSource;
}
const source = { type: "object", allOf: [{ $ref: "#/definitions/EnvVarSource" }] };

const checkVariablesOf = defineCheck({
  name: "checkVariablesOfContainer",
  comment: "Refuses variables of a container from a file in a volume that is no emptyDir of the pod.",
  params: {
    path: stringParam,
    env: param<Readonly<Record<string, Variable>>>({
      type: "object",
      additionalProperties: { properties: { valueFrom: source } },
    }),
    emptyDirs: param<readonly string[]>({ type: "array", items: { type: "string" } }),
  },
  body: ({ path, env, emptyDirs }) =>
    forEach(
      enabled(env),
      (name, variable) => {
        const { type, fileKeyRef } = given(variable.valueFrom);
        const { volumeName } = given(fileKeyRef);
        return when(
          and(isMap(variable), eq(variableType(variable), "valueFrom")),
          when(
            and(nonEmpty(fileKeyRef), eq(orIfEmpty(type, "fileKeyRef"), "fileKeyRef")),
            guard(
              not(hasItem(emptyDirs, volumeName)),
              text`${path}env.${name}.valueFrom.fileKeyRef.volumeName: expected a volume of type emptyDir, got "${volumeName}"`,
            ),
          ),
        );
      },
      { as: "variable" },
    ),
});

/** Refuses variables from a file in a volume that is no emptyDir of the pod. */
export const checkVariables = defineCheck({
  name: "checkVariables",
  comment: "Refuses variables from a file in a volume that is no emptyDir of the pod.",
  params: {
    volumes: param<WorkloadValues["volumes"]>(volumeValues()),
    env: param<WorkloadValues["env"]>(containerValues().env),
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ volumes, env, initContainers, sidecars }) =>
    collectList<string, unknown>(
      "emptyDirs",
      forEach(volumes, (id, volume) => when(eq(volumeType(volume), "emptyDir"), id)),
      (emptyDirs) => [
        checkVariablesOf("", env, emptyDirs),
        forEach(initContainers, (name, container) =>
          checkVariablesOf(text`initContainers.${name}.`, container.env, emptyDirs),
        ),
        forEach(sidecars, (name, container) => checkVariablesOf(text`sidecars.${name}.`, container.env, emptyDirs)),
      ],
    ),
});
