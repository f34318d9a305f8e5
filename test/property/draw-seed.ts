import process from "node:process";

/**
 * The seed of a run. It is another one each time, for together runs try more than any one of them does; the variable
 * PROPERTY_SEED repeats a run.
 */
export function drawSeed(): number {
  return Number(process.env["PROPERTY_SEED"] ?? Date.now() % 2 ** 31);
}
