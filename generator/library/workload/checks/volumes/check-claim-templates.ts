/** Annotations of templates of claims that are larger than Kubernetes allows. */
import type { Expression } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { eq } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import type { Strings } from "../../../common/names.ts";
import { checkAnnotations } from "../../../common/sizes/size-limits.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";

type Templates = Readonly<Record<string, { readonly annotations: Strings }>>;

/** Refuses annotations of ephemeral claims, and of those of replicas, that are too large: they have no common ones. */
export function checkClaimTemplates(
  volumes: Reference<WorkloadValues["volumes"]>,
  claimTemplates: Expression<unknown> | undefined,
): readonly Documents[] {
  const templates = claimTemplates as Expression<Templates> | undefined; // those of stateful stages
  return [
    forEach(volumes, (id, volume) =>
      when(
        eq(volumeType(volume), "ephemeral"),
        checkAnnotations(text`volumes.${id}.ephemeral.annotations`, given(volume.ephemeral).annotations, {}),
      ),
    ),
    ...(templates === undefined
      ? []
      : [
          forEach(templates, (id, claim) =>
            checkAnnotations(text`persistence.${id}.annotations`, claim.annotations, {}),
          ),
        ]),
  ];
}
