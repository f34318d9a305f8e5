import { isKind, readNamespace } from "./kinds.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { type Place, showValue } from "./place.ts";
import { type Finding, type RuleContext, reportAt } from "./rule.ts";

/** The targets of references: the rendered objects, and what the context declares external. */
export interface Release {
  readonly objects: readonly KubernetesObject[];
  readonly context: RuleContext;
}

/** The rendered object of a kind, namespace ("" for a kind without) and name. */
export function findObject(
  { objects, context }: Release,
  kind: string,
  namespace: string,
  name: unknown,
): KubernetesObject | undefined {
  return objects.find(
    (object) =>
      object.metadata.name === name &&
      isKind(object, kind) &&
      readNamespace(object, context.releaseNamespace) === namespace,
  );
}

/** Whether the context declares that an object exists without this release. */
export function isExternal({ external }: RuleContext, kind: string, name: unknown): boolean {
  return external?.includes(`${kind}/${name}`) ?? false;
}

/** Reports a name at a place that names neither a rendered object nor an external one. */
export function checkReference(
  rule: string,
  release: Release,
  place: Place,
  kind: string,
  namespace: string = readNamespace(place.object, release.context.releaseNamespace),
): readonly Finding[] {
  const name = place.value;
  if (findObject(release, kind, namespace, name) || isExternal(release.context, kind, name)) return [];
  const where = namespace === "" ? "" : ` of namespace ${JSON.stringify(namespace)}`;
  const message = `expected a ${kind}${where}, from this release or declared external, got ${showValue(name)}`;
  return [reportAt(rule, place, message)];
}
