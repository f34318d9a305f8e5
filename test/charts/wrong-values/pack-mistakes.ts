/** Packs mistakes into as few values files as can be, so that none hides another. */
import type { Json, JsonObject } from "../../../generator/json-schema.ts";
import { createTree, type EditTree, insert, isFree, type Keys, keysOf, toValues } from "./edit-tree.ts";
import type { Mistake } from "./mistake.ts";
import type { Slot } from "./site.ts";

/** A mistake in a values file. */
export interface PlacedMistake {
  readonly mistake: Mistake;
  readonly path: Keys;
}

/** Values with many mistakes at once. */
export interface WrongValues {
  readonly mistakes: readonly PlacedMistake[];
  /** As Helm gets them: null takes a default of the chart away. */
  readonly forHelm: JsonObject;
  /** The same for a check that knows no defaults. */
  readonly plain: JsonObject;
}

const SLOTS = 200;

/** Packs the mistakes; `defaults` are the chart's own values, which merge into every file. */
export function packMistakes(mistakes: readonly Mistake[], defaults: Json): readonly WrongValues[] {
  const files: { readonly tree: EditTree; readonly placed: PlacedMistake[] }[] = [];
  for (const mistake of mistakes) {
    const isIn = files.some(({ tree, placed }) => addTo(tree, placed, mistake));
    if (isIn) continue;
    const file = { tree: createTree(), placed: [] };
    addTo(file.tree, file.placed, mistake);
    files.push(file);
  }
  return files.map(({ tree, placed }) => ({
    mistakes: placed,
    forHelm: toValues(tree, defaults) as JsonObject, // the root is an object
    plain: toValues(tree, undefined) as JsonObject, // the root is an object
  }));
}

// The first step that represents many gets the first slot where the mistake meets no other; further ones get slot 0.
function addTo(tree: EditTree, placed: PlacedMistake[], mistake: Mistake): boolean {
  const first = mistake.path.find((step): step is Slot => typeof step === "object");
  for (let slot = 0; slot < (first === undefined ? 1 : SLOTS); slot += 1) {
    const slotOf = (step: unknown): number => (step === first ? slot : 0);
    const edits = mistake.edits.map((edit) => ({ edit, path: keysOf(edit.path, slotOf) }));
    if (!edits.every(({ edit, path }) => isFree(tree, path, edit))) continue;
    for (const { edit, path } of edits) insert(tree, path, edit);
    placed.push({ mistake, path: keysOf(mistake.path, slotOf) });
    return true;
  }
  return false;
}
