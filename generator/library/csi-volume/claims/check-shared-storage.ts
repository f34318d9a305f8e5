/** Checks that no two volumes name the same storage. */
import { defineCheck, param } from "../../../expression/define-function.ts";
import { forEachRepeated } from "../../../expression/for-each.ts";
import { refuse } from "../../../expression/guard.ts";
import { list } from "../../../functions/lists.ts";
import { and, nonEmpty } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { volumes as volumesModel } from "../volume-values.ts";

interface Volume {
  readonly static: {
    readonly enabled: boolean;
    readonly csi: { readonly driver: string; readonly volumeHandle: string };
  };
}

/** Refuses two volumes that name the same storage: one driver, one handle. */
export const checkSharedStorage = defineCheck({
  name: "checkSharedStorage",
  comment: "Refuses two volumes that name the same storage: one driver, one handle.",
  params: { volumes: param<ByName<Volume>>(volumesModel()) },
  body: ({ volumes }) =>
    forEachRepeated(
      volumes,
      {
        where: (_, volume) => and(nonEmpty(volume.static), volume.static.enabled),
        key: (_, { static: { csi } }) => toJson(list(csi.driver, csi.volumeHandle)),
      },
      ({ name, other }) =>
        refuse(
          text`volumes.${other}.static.csi and volumes.${name}.static.csi: expected a unique driver and volumeHandle in each, got the same in both`,
        ),
    ),
});
