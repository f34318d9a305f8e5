import process from "node:process";
import { type DrawingTest, type DrawnSeed, FIXED, listSeeds, MAIN_SEED } from "./seeds.ts";

/**
 * The seed of a run. It is another one each time, for together runs try more than any one of them does; the variable
 * PROPERTY_SEED repeats a run, or names the seeds of CI: fixed.
 */
export function drawSeed(): number {
  const given = process.env["PROPERTY_SEED"];
  return given === FIXED ? MAIN_SEED : Number(given ?? Date.now() % 2 ** 31);
}

/** The seeds for values of a chart or pipeline, by its name in `sources`: one, or under CI also those that failed. */
export function drawSeeds(test: DrawingTest, source: string): readonly DrawnSeed[] {
  return listSeeds({ test, source, given: process.env["PROPERTY_SEED"], fresh: drawSeed() });
}
