/** Labels and annotations of templates of claims. */
import type { Expression } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { eq } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { checkSelectorLabels } from "../../../common/checks/check-labels.ts";
import { checkAnnotations } from "../../../common/checks/size-limits.ts";
import type { Strings } from "../../../common/names.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";

type Templates = Readonly<Record<string, { readonly labels: Strings; readonly annotations: Strings }>>;

/**
 * Refuses labels that the chart sets itself, and annotations that are too large, of ephemeral claims and of those of
 * replicas: they have no common ones.
 */
export function checkClaimTemplates(
  volumes: Reference<WorkloadValues["volumes"]>,
  claimTemplates: Expression<unknown> | undefined,
): readonly Documents[] {
  const templates = claimTemplates as Expression<Templates> | undefined; // those of stateful stages
  return [
    forEach(volumes, (id, volume) =>
      when(eq(volumeType(volume), "ephemeral"), checkTemplate(text`volumes.${id}.ephemeral`, given(volume.ephemeral))),
    ),
    ...(templates === undefined
      ? []
      : [forEach(templates, (id, claim) => checkTemplate(text`persistence.${id}`, claim))]),
  ];
}

function checkTemplate(path: Expression<string>, { labels, annotations }: Reference<Templates[string]>) {
  return [
    checkSelectorLabels(text`${path}.labels`, labels),
    checkAnnotations(text`${path}.annotations`, annotations, {}),
  ];
}
