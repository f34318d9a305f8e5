/** How many mutants of each room of checks there are, and how many of them were found out. */
import type { ChartMutant } from "./list-mutants.ts";

/** Mutants of a room of checks. */
export interface RoomScore {
  /** A folder below generator/. */
  readonly room: string;
  readonly mutants: number;
  readonly survivors: number;
}

/** Counts mutants by their rooms; those that lie in no check are left out. */
export function scoreRooms(mutants: readonly ChartMutant[], survivors: ReadonlySet<ChartMutant>): readonly RoomScore[] {
  const rooms = Map.groupBy(mutants, ({ room }) => room ?? "");
  return [...rooms]
    .filter(([room]) => room !== "")
    .map(([room, own]) => ({
      room,
      mutants: own.length,
      survivors: own.filter((one) => survivors.has(one)).length,
    }));
}

/** The scores of several charts, added up by room, in alphabetical order. */
export function addRooms(scores: readonly RoomScore[]): readonly RoomScore[] {
  const rooms = Map.groupBy(scores, ({ room }) => room);
  return [...rooms]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([room, own]) => ({
      room,
      mutants: own.reduce((sum, { mutants }) => sum + mutants, 0),
      survivors: own.reduce((sum, { survivors }) => sum + survivors, 0),
    }));
}
