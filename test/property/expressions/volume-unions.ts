/** The unions of the volumes of random trees. */
import { defineFunction, entry, param } from "../../../generator/expression/define-function.ts";
import { forEach } from "../../../generator/expression/for-each.ts";
import type { ByName } from "../../../generator/functions/maps.ts";
import { defineOnlyBranch, defineUnion } from "../../../generator/functions/unions.ts";
import { VOLUME_BRANCHES } from "./model.ts";

/** Which branch of a volume counts. */
export const volumeType = defineUnion({
  name: "volumeType",
  comment: "The branch of a volume.",
  of: "volume",
  branches: VOLUME_BRANCHES,
});

/** A volume with the branch that counts. */
export const onlySource = defineOnlyBranch({
  name: "onlySource",
  comment: "A volume with the branch that counts.",
  of: "volume",
  branches: VOLUME_BRANCHES,
});

/** Volumes, each with the branch that counts. */
export const onlySources = defineFunction({
  name: "onlySources",
  comment: "Volumes with the branches that count.",
  params: { volumes: param<ByName<object>>() },
  result: "map",
  body: ({ volumes }) => forEach(volumes, (id, volume) => entry(id, onlySource(volume))),
});
