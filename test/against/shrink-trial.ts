/** Makes a trial smaller as long as something about it stays. */
import { isMap } from "../../generator/is-map.ts";
import { setAt } from "../property/settle-values.ts";
import type { Trial } from "./trial.ts";

type Path = readonly (string | number)[];

/** The smallest trial that is found in some milliseconds and of which something still holds; it holds of the first. */
export function shrinkTrial(trial: Trial, holds: (trial: Trial) => boolean, milliseconds = 20_000): Trial {
  const end = performance.now() + milliseconds;
  let smallest = trial;
  let isSmaller = true;
  while (isSmaller) {
    isSmaller = false;
    // Where a part was cut, the next one is at its place in the list.
    for (let i = 0, cuts = listCuts(smallest); i < cuts.length; i += 1) {
      const path = cuts[i];
      if (path === undefined || performance.now() > end) return smallest;
      const next = cut(smallest, path);
      if (!holds(next)) continue;
      smallest = next;
      isSmaller = true;
      cuts = listCuts(smallest);
      i -= 1;
    }
  }
  return smallest;
}

function cut(trial: Trial, path: Path): Trial {
  return setAt(trial, path, undefined) as Trial; // what must be there is never cut
}

// The first parts are the largest. What is left out of these has a default.
function listCuts({ subject, options }: Trial): readonly Path[] {
  const { values, ...others } = options;
  const plan = subject.kind === "plan" ? subject.plan : undefined;
  return [
    ...Object.keys(others).map((key) => ["options", key]),
    ...listPaths(values, ["options", "values"]),
    ...listPaths(plan?.volumes, ["subject", "plan", "volumes"]).filter(isWhole(4)),
    ...listPaths(plan?.stages, ["subject", "plan", "stages"]).filter(isWhole(4)),
    ...listPaths(plan?.environments, ["subject", "plan", "environments"]),
  ];
}

// Of a stage or volume of a plan: itself, or what is in one of its fields; the fields must be there.
function isWhole(depth: number): (path: Path) => boolean {
  return (path) => path.length <= depth || path.length > depth + 1;
}

function listPaths(value: unknown, path: Path): readonly Path[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isMap(value)
      ? Object.entries(value)
      : [];
  const own = entries.map(([key]): Path => [...path, key]);
  return [...own, ...entries.flatMap(([key, child]) => listPaths(child, [...path, key]))];
}
