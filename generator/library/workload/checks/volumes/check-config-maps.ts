/** Volumes and environments that name a ConfigMap that the chart does not make: their pods would never start. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { enabled } from "../../../../functions/entries.ts";
import { keysOf } from "../../../../functions/keys.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { and, eq, not } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { initContainerValues } from "../../values/container-values.ts";
import { envFrom } from "../../values/env-values.ts";
import { envFromType, volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import type { EnabledEntries } from "../enabled-entries.ts";

const namesParam = param<readonly string[]>({ type: "array" });

const wanted = "expected an enabled entry of configMaps";

const checkConfigMapVolumes = defineCheck({
  name: "checkConfigMapVolumes",
  comment: "Refuses volumes of a ConfigMap that the chart does not make.",
  params: { volumes: param<WorkloadValues["volumes"]>(volumeValues()), configMaps: namesParam },
  body: ({ volumes, configMaps }) =>
    forEach(volumes, (id, volume) => {
      const name = given(volume.ownConfigMap);
      const isOwn = eq(volumeType(volume), "ownConfigMap");
      return guard(
        and(isOwn, not(hasItem(configMaps, name))),
        text`volumes.${id}.ownConfigMap: ${wanted}, got "${name}"`,
      );
    }),
});

const checkEnvFrom = defineCheck({
  name: "checkEnvFrom",
  comment: "Refuses environment variables of a ConfigMap that the chart does not make.",
  params: { path: stringParam, envFrom: param<WorkloadValues["envFrom"]>(envFrom()), configMaps: namesParam },
  body: ({ path, envFrom, configMaps }) =>
    forEach(
      enabled(envFrom),
      (id, source) => {
        const name = given(source.ownConfigMap);
        const isOwn = eq(envFromType(source), "ownConfigMap");
        return guard(
          and(isOwn, not(hasItem(configMaps, name))),
          text`${path}envFrom.${id}.ownConfigMap: ${wanted}, got "${name}"`,
        );
      },
      { as: "source" },
    ),
});

const checkEnvFromOfContainers = defineCheck({
  name: "checkEnvFromOfContainers",
  comment: "Refuses environment variables of containers from a ConfigMap that the chart does not make.",
  params: {
    path: stringParam,
    containers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    configMaps: namesParam,
  },
  body: ({ path, containers, configMaps }) =>
    forEach(containers, (name, { envFrom }) => checkEnvFrom(text`${path}.${name}.`, envFrom, configMaps)),
});

/** Refuses volumes and environments of a ConfigMap that the chart does not make. */
export function checkConfigMaps(v: Reference<WorkloadValues>, entries: EnabledEntries): Documents {
  return bind("configMaps", keysOf(enabled(v.configMaps)), (names) => [
    checkConfigMapVolumes(entries.volumes, names),
    checkEnvFrom("", v.envFrom, names),
    checkEnvFromOfContainers("initContainers", entries.initContainers, names),
    checkEnvFromOfContainers("sidecars", entries.sidecars, names),
  ]);
}
