/** Reports in what two generators differ. */
import { writeAscii } from "../yaml/write-ascii.ts";
import type { Finding } from "./compare-generators.ts";

const MOST = 5;

/** A finding as text: the seed, what was rendered with which values, and what both generators made of it. */
export function printFinding(name: string, { seed, trial, differences, count }: Finding): string {
  const { subject, options } = trial;
  const { values, ...others } = options;
  const what = subject.kind === "plan" ? `pipeline:\n${writeAscii(subject.plan)}` : `${subject.kind} ${subject.name}\n`;
  const shown = differences
    .slice(0, MOST)
    .map(
      ({ kind, path, base, current }) =>
        `${kind} differ at ${path || "no path"}\n  base: ${show(base)}\n  current: ${show(current)}`,
    );
  const more = differences.length > MOST ? [`and ${differences.length - MOST} more`] : [];
  return [
    `${name} differs in ${count} cases, ${seed === undefined ? "written values" : `seed ${seed}`}: ${what}rendered with: ${writeAscii(others)}values:`,
    writeAscii(values).trimEnd(),
    ...shown,
    ...more,
  ].join("\n");
}

function show(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one)) ?? "nothing";
}
