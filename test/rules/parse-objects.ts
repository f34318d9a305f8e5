import assert from "node:assert/strict";
import { parse } from "yaml";
import { isKubernetesObject, type KubernetesObject } from "../../generator/rules/kubernetes-object.ts";

/** Reads the objects of a hand-written text, divided by lines of `---` that may be indented with it. */
export function parseObjects(text: string): readonly KubernetesObject[] {
  return text.split(/^ *---$/m).map((document) => {
    const object: unknown = parse(document);
    assert.ok(isKubernetesObject(object), `not an object: ${document}`);
    return object;
  });
}
