/** Sizes of claims that are above their limit. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { and, eq, nonEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { isSmallerSize } from "../../../common/size.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { checkAmount } from "../containers/check-amount.ts";

interface Sizes {
  readonly size?: string;
  readonly sizeLimit?: string;
}

/** Refuses a claim whose size is above its limit. */
export const checkSize = defineCheck({
  name: "checkSize",
  comment: "Refuses a claim whose size is above its limit.",
  params: {
    path: stringParam,
    claim: param<Sizes>({
      type: "object",
      properties: { size: { type: "string" }, sizeLimit: { type: "string" } },
    }),
  },
  body: ({ path, claim: { size, sizeLimit } }) => [
    when(nonEmpty(size), checkAmount(text`${path}.size`, size)),
    when(nonEmpty(sizeLimit), checkAmount(text`${path}.sizeLimit`, sizeLimit)),
    guard(
      and(nonEmpty(size), nonEmpty(sizeLimit), isSmallerSize(given(sizeLimit), given(size))),
      text`${path}.size: expected at most sizeLimit, ${given(sizeLimit)}, got ${given(size)}`,
    ),
  ],
});

/** Refuses claims of volumes, and those of replicas, whose size is above their limit. */
export function checkSizes(
  volumes: Reference<WorkloadValues["volumes"]>,
  claimTemplates: Expression<unknown> | undefined,
): readonly Documents[] {
  const templates = claimTemplates as Expression<Readonly<Record<string, Sizes>>> | undefined; // those of stateful stages
  return [
    forEach(volumes, (id, volume) =>
      bind("source", volumeType(volume), (source) =>
        (["claim", "ephemeral"] as const).map((kind) =>
          when(eq(source, kind), checkSize(text`volumes.${id}.${kind}`, volume[kind])),
        ),
      ),
    ),
    ...(templates === undefined ? [] : [forEach(templates, (id, claim) => checkSize(text`persistence.${id}`, claim))]),
  ];
}
