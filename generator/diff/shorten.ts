/** Shortens long texts on one line, but keeps where two of them differ. */

/** The longest text that is shown whole. */
const LONGEST = 72;
/** How many equal characters are shown on each side of a difference. */
const AROUND = 24;
const GAP = "...";

/** A text with its middle left out when it is long. */
export function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  return `${characters.slice(0, LONGEST - AROUND).join("")}${GAP}${characters.slice(-AROUND).join("")}`;
}

/** Two texts that differ, each without their common start and end if one is long. */
export function shortenPair(from: string, to: string): readonly [from: string, to: string] {
  const [before, after] = [[...from], [...to]];
  if (before.length <= LONGEST && after.length <= LONGEST) return [from, to];
  const start = countShared(before, after);
  const rest = Math.min(before.length, after.length) - start;
  const end = Math.min(rest, countShared(before.toReversed(), after.toReversed()));
  const cut = (characters: readonly string[]): string => {
    const middle = characters.length - end;
    return [
      lastOf(characters.slice(0, start)),
      shorten(characters.slice(start, middle).join("")),
      firstOf(characters.slice(middle)),
    ].join("");
  };
  return [cut(before), cut(after)];
}

/** The last characters of the common start of two texts, or all of it if it is hardly longer. */
function lastOf(shared: readonly string[]): string {
  return shared.length > AROUND + GAP.length ? GAP + shared.slice(-AROUND).join("") : shared.join("");
}

/** The first characters of the common end of two texts, likewise. */
function firstOf(shared: readonly string[]): string {
  return shared.length > AROUND + GAP.length ? shared.slice(0, AROUND).join("") + GAP : shared.join("");
}

/** How many characters two texts share at their start. */
function countShared(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((character, index) => character !== other[index]);
  return first < 0 ? one.length : first;
}
