/** The differences from an earlier commit that are meant. */

import { isMap } from "../../generator/is-map.ts";
import type { Difference } from "./compare-outcomes.ts";

/** Differences that are meant, and why. */
export interface ExpectedDifference {
  readonly reason: string;
  /** Whether a difference is one of them. */
  readonly matches: (difference: Difference) => boolean;
}

/** All that are meant; a change that is released leaves the list. */
export const expectedDifferences: readonly ExpectedDifference[] = [
  {
    reason: "the templates refuse the sysctls that the schema refuses",
    matches: ({ kind, base, current }) =>
      ((kind === "accepted" && isRendered(base)) || kind === "path") &&
      /\bsysctls violates podSecurity/.test(String(current)),
  },
  {
    reason: "Helm stops at these unchecked values with the base's templates, too: evaluate() went on",
    matches: ({ kind, base, current }) =>
      kind === "accepted" &&
      isRendered(base) &&
      /^refused: (?:range can't iterate over|incompatible types|non-comparable|wrong type for value|expected (?:string|bool|map)|can't evaluate field|index of untyped nil|cannot index|can't index|interface conversion|Cannot concat|Cannot find has|len of)/.test(
        String(current),
      ),
  },
  {
    reason:
      "Helm hashes a StorageClass without provisioner with the base's templates so, too: evaluate() left null out",
    matches: ({ kind, path, base, current }) =>
      kind === "objects" && path.startsWith("/StorageClass ") && [base, current].every(isWithoutProvisioner),
  },
  {
    reason: "a claim of such a StorageClass names it",
    matches: ({ kind, path, base, current }) =>
      kind === "objects" &&
      path.endsWith("/spec/storageClassName") &&
      String(base).endsWith("-26d6ebb7") && // of {}
      current === String(base).replace("-26d6ebb7", "-dda8f2f5"), // of { provisioner: null }
  },
  {
    reason: "Helm renders no access modes where the values have an empty list, as with the base's templates",
    matches: ({ kind, path, base, current }) =>
      kind === "objects" && /\/accessModes\/0$/.test(path) && base === "ReadWriteOnce" && current === undefined,
  },
  {
    reason: "Go's text of a repository that is a map or a list: the base wrote JavaScript's",
    matches: ({ kind, path, base }) =>
      kind === "objects" && path.endsWith("/image") && /^(?:\[object Object\])?:/.test(String(base)),
  },
  {
    reason: "Helm's required takes false for a tag, as with the base's templates",
    matches: ({ kind, base, current }) =>
      kind === "accepted" && base === "refused: image.tag or image.digest is required" && isRendered(current),
  },
  {
    reason:
      "a violation of the pod or the main container begins with the one path where it is; of two, the first one in the table of limits is named",
    matches: ({ kind, base, current }) => kind === "path" && securityContextOf(base) === securityContextOf(current),
  },
  {
    reason: "of two violations about one volume's device, a path that is taken is refused first",
    matches: ({ kind, base, current }) =>
      kind === "path" &&
      /expected (?:mountPath or devicePath|one devicePath) in container/.test(String(base)) &&
      /expected a unique (?:mountPath|devicePath) in container/.test(String(current)),
  },
];

// How a refusal of the pod's context or of the main container's begins, in the base and now.
const OWN_CONTEXT = /^(?:podSecurityContext or securityContext: |(?:podS|s)ecurityContext\.)/;

// The place of a security context that a refusal is about; each refusal without one has another place.
function securityContextOf(refusal: unknown): unknown {
  const [, place] =
    /^(.*securityContext(?:\.|: ))[\w.]+ (?:goes beyond podSecurity:|violates podSecurity) /i.exec(String(refusal)) ??
    [];
  return place?.replace(OWN_CONTEXT, "") ?? refusal;
}

function isRendered(outcome: unknown): boolean {
  return String(outcome).startsWith("rendered ");
}

// One side has an object of another name, so all of it differs: there the other side has none.
function isWithoutProvisioner(side: unknown): boolean {
  if (side === undefined) return true;
  return Array.isArray(side) && side.every((object) => isMap(object) && (object["provisioner"] ?? null) === null);
}
