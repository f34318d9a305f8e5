/** Graphs of stages as plain data, drawn at random, and what follows from them. */
import fc from "fast-check";

/** What a stage of a graph is. */
export interface GraphStage {
  readonly name: string;
  readonly kind: StageKind;
  /** The stages that it waits for, all of them before it in the graph. */
  readonly dependsOn: readonly string[];
  /** Whether the values leave it enabled. */
  readonly isEnabled: boolean;
  /** Seconds until it is done, or answers. */
  readonly seconds: number;
}

/** A stage that ends, or one that answers, with or without a name for each of its pods. */
export type StageKind = "batch" | "service" | "stateful";

/** Stages, each after its dependencies. */
export type Graph = readonly GraphStage[];

/** What is drawn. */
export interface GraphOptions {
  /** The number of stages, at the least and at the most. */
  readonly stages: readonly [number, number];
  /** Whether some stages answer instead of ending. */
  readonly withServices?: boolean;
  /** Whether some stages are disabled. */
  readonly withDisabled?: boolean;
}

const NAMES = "abcdefghijkl";
/** The most stages that wait for one another in a row: each takes some seconds. */
const DEPTH = 5;

/** Draws graphs of up to twelve stages; at least one is enabled. */
export function graphArbitrary(options: GraphOptions): fc.Arbitrary<Graph> {
  const upstream = fc.array(fc.nat(), { maxLength: 3, size: "max" });
  return drawStages(options, upstream).map((drawn) => {
    const graph: GraphStage[] = [];
    const depths = new Map<string, number>();
    for (const { upstream: numbers, ...stage } of drawn) {
      const before = graph.filter(({ name }) => (depths.get(name) ?? 0) < DEPTH);
      const dependsOn = new Set(numbers.flatMap((number) => before[number % before.length]?.name ?? []));
      depths.set(stage.name, 1 + Math.max(0, ...[...dependsOn].map((name) => depths.get(name) ?? 0)));
      graph.push({ ...stage, dependsOn: [...dependsOn] });
    }
    return graph;
  });
}

/** Draws chains: each stage waits for the one before it. */
export function chainArbitrary(options: GraphOptions): fc.Arbitrary<Graph> {
  return drawStages(options, fc.constant([])).map((drawn) =>
    drawn.map(({ upstream: _, ...stage }, i) => ({
      ...stage,
      dependsOn: drawn.slice(Math.max(0, i - 1), i).map(nameOf),
    })),
  );
}

type DrawnStage = Omit<GraphStage, "dependsOn"> & { readonly upstream: readonly number[] };

function drawStages(options: GraphOptions, upstream: fc.Arbitrary<number[]>): fc.Arbitrary<readonly DrawnStage[]> {
  const { stages, withServices = false, withDisabled = false } = options;
  const [minLength, maxLength] = stages;
  const batch = { weight: 4, arbitrary: fc.constant("batch" as const) };
  const other = { weight: 1, arbitrary: fc.constantFrom("service" as const, "stateful" as const) };
  const stage = fc.record({
    kind: fc.oneof(batch, ...(withServices ? [other] : [])),
    isEnabled: withDisabled ? fc.integer({ min: 0, max: 5 }).map((number) => number > 0) : fc.constant(true),
    seconds: fc.constantFrom(0, 1, 2),
    upstream,
  });
  return fc
    .noBias(fc.array(stage, { minLength, maxLength, size: "max" }))
    .map((drawn) => drawn.map((one, i) => ({ ...one, name: NAMES[i] ?? "" })))
    .filter((drawn) => drawn.some(({ isEnabled }) => isEnabled));
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** The names of the stages that are enabled. */
export function listEnabled(graph: Graph): readonly string[] {
  return graph.filter(({ isEnabled }) => isEnabled).map(nameOf);
}

/** The enabled stages that each enabled one waits for: one that is disabled is replaced by its dependencies. */
export function contract(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const stages = new Map(graph.map((stage) => [stage.name, stage]));
  const enabledOf = (name: string): readonly string[] => {
    const stage = stages.get(name);
    return stage === undefined || stage.isEnabled ? [name] : stage.dependsOn.flatMap(enabledOf);
  };
  const enabled = graph.filter(({ isEnabled }) => isEnabled);
  return new Map(enabled.map(({ name, dependsOn }) => [name, [...new Set(dependsOn.flatMap(enabledOf))]]));
}

/** The enabled stages that wait for a stage, directly or not. */
export function listDependents(graph: Graph, stage: string): readonly string[] {
  const found = new Set([stage]);
  for (const [name, upstream] of contract(graph)) if (upstream.some((other) => found.has(other))) found.add(name);
  return [...found].slice(1);
}
