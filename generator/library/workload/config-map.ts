/** The ConfigMaps that a workload brings. */
import type { ConfigMap } from "kubernetes-types/core/v1.d.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, not } from "../../functions/logic.ts";
import { hasEntry } from "../../functions/maps.ts";
import { fitName, text } from "../../functions/strings.ts";
import { branchOf } from "../../functions/unions.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Names } from "../common/names.ts";
import { ENV_FROM_BRANCHES } from "./values/env-values.ts";
import type { WorkloadValues } from "./values/values.ts";
import { VOLUME_BRANCHES } from "./values/volume-values.ts";

/** The name of one of a workload's own ConfigMaps. */
export function configMapNameOf(names: Names): (id: Expression<string>) => Expression<string> {
  return (id) => fitName(text`${names.fullname}-${id}`, 63);
}

/** One ConfigMap for each entry of `configMaps`. */
export function createConfigMaps(v: Reference<WorkloadValues>, names: Names): Documents {
  const nameOf = configMapNameOf(names);
  return forEach(
    enabled(v.configMaps),
    (id, entry): Input<ConfigMap> => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: names.metadata(nameOf(id), { labels: entry.labels, annotations: entry.annotations }),
      data: entry.data,
    }),
  );
}

/** Refuses volumes and environments that name a ConfigMap which the chart does not make: their pods would never start. */
export function configMapGuards(v: Reference<WorkloadValues>): readonly Documents[] {
  const known = enabled(v.configMaps);
  const wanted = "expected an enabled entry of configMaps";
  const sources = (path: Expression<string>, map: Reference<WorkloadValues["envFrom"]>): Documents =>
    forEach(enabled(map), (id, source) => {
      const name = given(source.ownConfigMap);
      const isOwn = eq(branchOf(source, ENV_FROM_BRANCHES), "ownConfigMap");
      return guard(
        and(isOwn, not(hasEntry(known, name))),
        text`${path}envFrom.${id}.ownConfigMap: ${wanted}, got "${name}"`,
      );
    });
  const inContainers = (
    key: string,
    map: Reference<Readonly<Record<string, { envFrom: WorkloadValues["envFrom"] }>>>,
  ) => forEach(enabled(map), (name, container) => sources(text`${key}.${name}.`, container.envFrom));
  return [
    forEach(enabled(v.volumes), (id, volume) => {
      const name = given(volume.ownConfigMap);
      const isOwn = eq(branchOf(volume, VOLUME_BRANCHES), "ownConfigMap");
      return guard(and(isOwn, not(hasEntry(known, name))), text`volumes.${id}.ownConfigMap: ${wanted}, got "${name}"`);
    }),
    sources(text``, v.envFrom),
    inContainers("initContainers", v.initContainers),
    inContainers("sidecars", v.sidecars),
  ];
}
