/** Renders trees with real Helm, many in one chart, and compares them with what they become in process. */

import { printFunctionTemplate } from "../../../generator/manifest/print/print-define.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { tryWithHelms } from "../../functions/render-with-helm.ts";
import { bothHelms } from "../../helm-versions.ts";
import { type PrintedTree, printTree, sortObjects, type Tree } from "./tree.ts";

/** A tree that does not become the same everywhere. */
export interface Disagreement {
  readonly printed: PrintedTree;
  readonly reason: string;
}

/** What a comparison found. */
export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  /** How many trees rendered, or stopped with the same message, alike in all three. */
  readonly rendered: number;
  readonly stopped: number;
  /** How many trees that stop were left out, for each needs processes of its own. */
  readonly leftOut: number;
  /** Why the generator refused trees. */
  readonly refusals: readonly string[];
}

/** How trees are compared. */
export interface CompareOptions {
  /** How many of the trees that stop are rendered, each by itself. */
  readonly maxStopped: number;
  /** Whether a tree that breaks Helm is enough: the others are not rendered again without it (default: false). */
  readonly isOneEnough?: boolean;
}

/** Compares trees. */
export async function compareTrees(
  trees: readonly Tree[],
  { maxStopped, isOneEnough = false }: CompareOptions,
): Promise<Comparison> {
  const all = trees.map((tree, i) => printTree(tree, `c${i}`));
  const refusals = all.filter((one) => one instanceof Error).map(({ message }) => message);
  const printed = all.filter((one): one is PrintedTree => !(one instanceof Error));
  const rendering = printed.filter(({ computed }) => !(computed instanceof Error));
  const stopping = printed.filter(({ computed }) => computed instanceof Error);
  const disagreements: Disagreement[] = await compareRendered(rendering, isOneEnough);
  const chosen = stopping.slice(0, maxStopped);
  for (const one of chosen) disagreements.push(...(await compareStopped(one)));
  const leftOut = stopping.length - chosen.length;
  return { disagreements, rendered: rendering.length, stopped: chosen.length, leftOut, refusals };
}

async function compareRendered(trees: readonly PrintedTree[], isOneEnough: boolean): Promise<Disagreement[]> {
  if (trees.length === 0) return [];
  const results = await render(trees);
  const broken = new Map<string, string>();
  for (const [i, result] of results.entries()) {
    if (!(result instanceof Error)) continue;
    const [, name] = /\bt\/templates\/(c\d+)\.yaml/.exec(result.message) ?? [];
    if (name === undefined) throw result;
    broken.set(name, `Helm ${bothHelms[i]} failed: ${result.message}`);
  }
  if (broken.size > 0) {
    // One tree that fails stops all: the others are rendered without it.
    const own = trees.filter(({ name }) => broken.has(name));
    const found = own.map((printed) => ({ printed, reason: broken.get(printed.name) ?? "" }));
    if (isOneEnough) return found;
    const others = trees.filter(({ name }) => !broken.has(name));
    return [...found, ...(await compareRendered(others, false))];
  }
  return results.flatMap((text, i) => compareText(text as string, trees, bothHelms[i] ?? "")); // no error, see above
}

function compareText(text: string, trees: readonly PrintedTree[], version: string): Disagreement[] {
  const parts = new Map<string, string[]>();
  for (const part of text.split(/^---\n(?=# Source: )/m)) {
    const [, name] = /^# Source: t\/templates\/(c\d+)\.yaml\n/.exec(part) ?? [];
    if (name !== undefined) parts.set(name, [...(parts.get(name) ?? []), part]);
  }
  return trees.flatMap((printed) => {
    const reason = compareObjects(parts.get(printed.name) ?? [], printed.computed as readonly string[]); // it renders
    return reason === undefined ? [] : [{ printed, reason: `Helm ${version} ${reason}` }];
  });
}

function compareObjects(parts: readonly string[], computed: readonly string[]): string | undefined {
  try {
    const found = sortObjects(parts.flatMap((part) => readManifests(part)));
    if (JSON.stringify(found) === JSON.stringify(computed)) return undefined;
    return `rendered\n${found.join("\n")}\nbut computed was\n${computed.join("\n")}`;
  } catch (error) {
    return `rendered what cannot be read: ${String(error)}\n${parts.join("")}`;
  }
}

async function compareStopped(printed: PrintedTree): Promise<Disagreement[]> {
  const { message } = printed.computed as Error; // it stops
  const results = await render([printed]);
  return results.flatMap((result, i) => {
    const found = result instanceof Error ? messageOf(result) : "no error";
    return found === message
      ? []
      : [
          {
            printed,
            reason: `Helm ${bothHelms[i]} stopped with ${JSON.stringify(found)}, computed was ${JSON.stringify(message)}`,
          },
        ];
  });
}

// `execution error at (t/templates/c0.yaml:3:4): ` precedes a message of `fail` or `required`.
function messageOf(error: Error): string {
  const [, said] = /execution error at \([^)]*\): ([\s\S]*)$/.exec(error.message) ?? [];
  return said?.replace(/\n\nUse --debug flag to render out invalid YAML$/, "") ?? error.message;
}

function render(trees: readonly PrintedTree[]): Promise<readonly (string | Error)[]> {
  const functions = new Map(trees.flatMap((tree) => [...tree.functions]));
  return tryWithHelms(
    {
      "templates/_functions.tpl": [...functions.values()].map((fn) => printFunctionTemplate(fn, "t")).join("\n"),
      ...Object.fromEntries(trees.map(({ name, template }) => [`templates/${name}.yaml`, template])),
    },
    Object.fromEntries(trees.map(({ name, values }) => [name, values])),
  );
}
