/** A chart whose mutants must be found out: its files, and what is right for some values. */
import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import { csiVolume } from "../../generator/library/csi-volume/chart.ts";
import type { Files, Pipeline } from "../../generator/mod.ts";
import type { ExistingObject } from "../../test/library/csi-volume/serve-objects.ts";
import { writeAscii } from "../../test/yaml/write-ascii.ts";

/** A chart, and where it is rendered. */
export interface Subject {
  readonly name: string;
  readonly files: Files;
  readonly settings: readonly Setting[];
}

/** What Helm renders to find the mutants of a chart: the chart alone, or a pipeline that has it below itself. */
export interface Setting {
  readonly name: string;
  readonly files: Files;
  /** The chart whose templates are the subject, where this is a pipeline that has them; "" where it is the chart itself. */
  readonly stageChart: string;
  /** The Kubernetes that it is rendered for. */
  readonly kubeVersion: string;
  readonly cases: readonly Case[];
  /** Another chart in the parent of each case, which is rendered first. */
  readonly twin?: Twin;
  readonly cluster?: Cluster;
}

/** A chart under an alias, with values of its own. */
export interface Twin {
  readonly name: string;
  readonly files: Files;
  readonly alias: string;
  readonly values: Values;
}

/** A cluster that has some objects already, and upgrades there. */
export interface Cluster {
  readonly existing: readonly ExistingObject[];
  /** The chart that is upgraded. */
  readonly files: Files;
  readonly upgrades: readonly Upgrade[];
}

/** An upgrade of a release `rel` in namespace `default`. */
export interface Upgrade {
  readonly values: object;
  /** The message with which it must be refused; nothing where it must be admitted. */
  readonly refusal?: string;
  /** Lines that must be printed where it is admitted. */
  readonly lines?: readonly string[];
}

/** Values, and what Helm must make of them. */
export interface Case {
  /** The name that the chart gets in a chart that depends on it many times; no two settings share one. */
  readonly alias: string;
  readonly values: Values;
  readonly expected: Expected;
}

/** Objects, or the message with which a guard stops the render. */
export type Expected = { readonly objects: readonly object[] } | { readonly refusal: string };

/** The release of all renders: names that YAML reads as numbers, unless they stand in quotes. */
export const RELEASE = { name: "1e3", namespace: "2e3" } as const;

/** Computes in process what is right for each of the values; `prefix` starts the aliases. */
export function createCases(
  prefix: string,
  all: readonly Values[],
  evaluate: (values: Values, alias: string) => readonly object[],
): readonly Case[] {
  return all.map((values, i) => {
    const alias = `${prefix}${i}`;
    return { alias, values, expected: expect(() => evaluate(values, alias)) };
  });
}

function expect(evaluate: () => readonly object[]): Expected {
  try {
    return { objects: evaluate() };
  } catch (error) {
    if (error instanceof RenderError) return { refusal: error.message };
    throw error;
  }
}

/** What stands in values.yaml of a workload as the first entry of a map, which no template brings. */
const PRESET: Values = { volumes: { tmp: { mountPath: "/tmp", allContainers: true, emptyDir: {} } } };

/** The files of a chart without the defaults of values.yaml, for its templates bring them all. */
export function withoutDefaults(files: Files): Files {
  return new Map([...files, ["values.yaml", "{}\n"]]);
}

/** The files of a pipeline without the defaults of its subcharts; the umbrella has the values of its stages. */
export function withoutStageDefaults(files: Files, { parts }: Pick<Pipeline, "parts">): Files {
  const bare = [...parts].map(([stage, part]): readonly [string, string] => [
    `charts/${stage}/values.yaml`,
    writeAscii(part.stage.chart === csiVolume ? {} : PRESET),
  ]);
  return new Map([...files, ...bare]);
}

/** Values of a workload over the entries that its values.yaml starts maps with. */
export function overPreset(values: Values): Values {
  return coalesceValues(PRESET, values);
}
