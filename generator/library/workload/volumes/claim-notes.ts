/** What Helm prints about the claims that a workload chart makes: uninstall keeps them. */
import type { Line } from "../../../chart/notes.ts";
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, eq } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { Names } from "../../common/names.ts";
import { volumeType } from "../values/unions.ts";
import type { WorkloadValues } from "../values/values.ts";
import { claimName } from "./volumes.ts";

/** The claims under `volumes` that are kept after an uninstall, and how to delete each. */
export function claimNotes(v: Reference<WorkloadValues>, names: Names, namespace: Expression<string>): Line {
  return forEach(enabled(v.volumes), (id, volume) =>
    bind("source", volumeType(volume), (source) =>
      when(
        and(eq(source, "claim"), given(volume.claim).retain),
        bind("claim", claimName(id, names.fullname), (claim) => [
          "",
          text`Uninstall keeps claim ${claim}, and its data. To delete it permanently after the uninstall:`,
          text`  kubectl delete persistentvolumeclaim ${claim} --namespace ${namespace}`,
        ]),
      ),
    ),
  );
}
