/** Prints how two environments differ, for people to read. */
import type { EnvironmentsComparison } from "./compare-environments.ts";
import type { ObjectDifference, ObjectIdentity, ObjectsComparison } from "./compare-objects.ts";
import type { Mark, Paint } from "./paint.ts";
import { printDifference } from "./print-difference.ts";

/** How a comparison is printed. */
export interface PrintComparisonOptions {
  /** The names of the sides. */
  readonly from: string;
  readonly to: string;
  /** The namespace of the release, which is not printed. */
  readonly namespace: string;
  readonly paint: Paint;
}

/**
 * Prints the values that differ, then the objects, each with its fields; objects whose fields differ alike share one
 * list of them, and come last. Ends in a newline.
 */
export function printComparison(
  { values, objects }: EnvironmentsComparison,
  { from, to, namespace, paint }: PrintComparisonOptions,
): string {
  const lines = [
    paint("-", `--- ${from}`),
    paint("+", `+++ ${to}`),
    "",
    paint("heading", "values"),
    ...indent(1, values.length === 0 ? ["no difference"] : values.flatMap((one) => printDifference(one, paint))),
    "",
    paint("heading", "objects"),
    ...indent(1, printObjects(objects, namespace, paint)),
  ];
  return `${lines.join("\n")}\n`;
}

function printObjects({ changed, unchanged }: ObjectsComparison, namespace: string, paint: Paint): readonly string[] {
  const alike = [...Map.groupBy(changed, groupKey).values()];
  // A change that many objects share, such as that of a label, is the least important.
  const lines = alike
    .sort((one, other) => one.length - other.length)
    .flatMap((group) => [
      ...group.map((one) => printTitle(one, namespace, paint)),
      ...indent(2, printFields(group, paint)),
    ]);
  const rest = unchanged === 0 ? [] : [paint("quiet", `${unchanged} unchanged`)];
  return lines.length === 0 ? ["no difference", ...rest] : [...lines, ...rest];
}

function printFields([first]: readonly ObjectDifference[], paint: Paint): readonly string[] {
  if (first === undefined) return [];
  const isRenamed = first.from !== undefined && first.to !== undefined;
  if (isRenamed && first.fields.length === 0) return [paint("quiet", "only the hash in the name differs")];
  return first.fields.flatMap((field) => printDifference(field, paint));
}

// Objects without a list of fields stay where they are.
function groupKey({ from, to, fields }: ObjectDifference): string {
  return JSON.stringify(fields.length === 0 ? [from, to] : fields);
}

function printTitle({ from, to }: ObjectDifference, releaseNamespace: string, paint: Paint): string {
  const object = from ?? to;
  if (object === undefined) return "";
  const mark: Mark = from === undefined ? "+" : to === undefined ? "-" : "~";
  const name = to === undefined || to.name === object.name ? object.name : `${object.name} -> ${to.name}`;
  return paint(mark, `${mark} ${object.kind} ${name}`) + paint("quiet", ` (${describeRest(object, releaseNamespace)})`);
}

function describeRest({ apiVersion, namespace }: ObjectIdentity, releaseNamespace: string): string {
  return namespace === undefined || namespace === releaseNamespace ? apiVersion : `${apiVersion}, ${namespace}`;
}

function indent(levels: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => "  ".repeat(levels) + line);
}
