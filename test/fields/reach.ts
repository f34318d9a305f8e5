/** Which value of a chart sets which field of its objects, found out by rendering the chart. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import type { KubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { PLAIN_RELEASE, type Subject } from "../property/subject.ts";
import type { Base } from "./bases.ts";
import { drawSlot } from "./draw-slot.ts";
import { visitLeaves } from "./list-leaves.ts";
import { listSlots } from "./list-slots.ts";

/** The fields of the objects of one kind by path, and the values that set each; none where the chart alone sets it. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

type Contents = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/**
 * Renders a chart with each of its values drawn anew, and compares with what it renders without.
 *
 * @returns what was set, by kind. A value that one base refuses is drawn with the next.
 */
export function findReach(subject: Subject, bases: readonly Base[]): ReadonlyMap<string, Reach> {
  const reach = new Map<string, Map<string, Set<string>>>();
  let slots = listSlots(subject.model);
  for (const { values, variants = [] } of bases) {
    const renders = [{}, ...variants].map((variant) => {
      const render = (own: Values): Contents =>
        read(subject.evaluate({ ...own, ...variant }, { release: PLAIN_RELEASE }));
      const before = render(values);
      collect(reach, before, new Map());
      return { render, before };
    });
    slots = slots.filter((slot) => {
      const drawn = drawSlot(subject, slot, values);
      for (const own of drawn.values) {
        for (const { render, before } of renders)
          collect(
            reach,
            admit(() => render(own)),
            before,
            slot.name,
          );
      }
      return !drawn.isComplete;
    });
  }
  return reach;
}

/** Adds the fields that have a value which they had not before. */
function collect(reach: Map<string, Map<string, Set<string>>>, contents: Contents, before: Contents, slot?: string) {
  for (const [kind, fields] of contents) {
    const known = reach.get(kind) ?? new Map<string, Set<string>>();
    reach.set(kind, known);
    for (const [path, found] of fields) {
      const old = before.get(kind)?.get(path);
      if ([...found].every((value) => old?.has(value))) continue;
      const slots = known.get(path) ?? new Set<string>();
      known.set(path, slot === undefined ? slots : slots.add(slot));
    }
  }
}

/** What is rendered, if no check refuses it. */
function admit(render: () => Contents): Contents {
  try {
    return render();
  } catch (error) {
    if (error instanceof RenderError) return new Map();
    throw error;
  }
}

function read(objects: readonly object[]): Contents {
  const contents = new Map<string, Map<string, Set<string>>>();
  for (const object of objects as readonly KubernetesObject[]) {
    const fields = contents.get(object.kind) ?? new Map<string, Set<string>>();
    contents.set(object.kind, fields);
    visitLeaves(object.kind, object, (path, value) => {
      const found = fields.get(path) ?? new Set<string>();
      fields.set(path, found.add(JSON.stringify(value)));
    });
  }
  return contents;
}
