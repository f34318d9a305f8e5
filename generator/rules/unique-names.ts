import { readKind, readNamespace } from "./kinds.ts";
import { enter, startAt } from "./place.ts";
import { type Rule, reportAt } from "./rule.ts";

/** No two objects have the same group, kind, namespace and name: the second would overwrite the first. */
export const uniqueNames: Rule = (objects, context) => {
  const groups = Map.groupBy(objects, (object) =>
    // A list as JSON keeps its parts apart, whatever they contain.
    JSON.stringify([
      readKind(object).group,
      object.kind,
      readNamespace(object, context.releaseNamespace),
      object.metadata.name,
    ]),
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(1).map((object) => {
      const { kind, metadata } = object;
      const message = `expected one ${kind} of this name, got ${group.length} named ${JSON.stringify(metadata.name)}`;
      return reportAt("unique-names", enter(startAt(object), "metadata", "name"), message);
    }),
  );
};
