/** Names that collide in a pod that several stages share: each stage knows only its own. */
import { collectList } from "../../expression/bind.ts";
import { defineCheck, param } from "../../expression/define-function.ts";
import { forEach, forEachItem, forEachRepeated } from "../../expression/for-each.ts";
import { refuse } from "../../expression/guard.ts";
import { given } from "../../expression/reference.ts";
import { nonEmpty } from "../../functions/logic.ts";
import type { ByName } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";

interface Volume {
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly claimName: string };
}
const textField = { type: "string" };
const claim = { type: "object", properties: { claimName: textField }, required: ["claimName"] };
const volumes = param<readonly Volume[]>({
  type: "array",
  items: { type: "object", properties: { name: textField, persistentVolumeClaim: claim }, required: ["name"] },
});

/** Refuses names that two containers or volumes of a shared pod have, and a claim under two names. */
export const checkSharedPod = defineCheck({
  name: "checkSharedPod",
  comment: "Refuses names that two containers or volumes of a pod have that stages share, and a claim under two names.",
  params: {
    earlier: param<readonly { readonly name: string }[]>({
      type: "array",
      items: { type: "object", properties: { name: textField }, required: ["name"] },
    }),
    own: param<ByName<string>>({ type: "object", additionalProperties: textField }),
    volumes,
  },
  body: ({ earlier, own, volumes }) => [
    collectList<string, unknown>(
      "names",
      [forEachItem(earlier, ({ name }) => name, { as: "container" }), forEach(own, (_, name) => name, { as: "name" })],
      (names) =>
        forEachRepeated(names, { key: (_, name) => name }, ({ key }) =>
          refuse(
            text`keepName: expected a unique name in the pod that stages share, got two containers called "${key}"`,
          ),
        ),
      textField,
    ),
    forEachRepeated(volumes, { key: (_, { name }) => name }, ({ key }) =>
      refuse(
        text`keepName: expected a unique name in the pod that stages share, got two different volumes called "${key}"`,
      ),
    ),
    forEachRepeated(
      volumes,
      {
        where: (_, { persistentVolumeClaim }) => nonEmpty(given(persistentVolumeClaim).claimName),
        key: (_, { persistentVolumeClaim }) => given(persistentVolumeClaim).claimName,
        id: (_, { name }) => name,
      },
      ({ entry, key, other }) =>
        refuse(
          text`keepName: expected one name for claim ${key} in the pod that stages share, which never starts with two, got "${entry.name}" and "${other}"`,
        ),
    ),
  ],
});
