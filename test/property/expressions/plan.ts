/** Plans: plain trees of numbers from which typed trees are built, so that whatever fast-check makes is well-typed. */
import fc from "fast-check";

/** A number that decides what is built here, and the plans of what is inside. */
export interface Plan {
  readonly choice: number;
  readonly inside: readonly Plan[];
}

/** Builds one of the possible things from the plans of its parts. */
export type Build<T> = (a: Plan, b: Plan, c: Plan, d: Plan) => T;

const WIDTH = 4;

const plansOf: (depth: number) => fc.Arbitrary<Plan> = fc.memo((depth) => {
  const choice = fc.nat();
  if (depth === 1) return choice.map((number) => ({ choice: number, inside: [] }));
  const minLength = depth > 2 ? 1 : 0;
  const inside = fc.array(plansOf(depth - 1), { minLength, maxLength: WIDTH, size: "max" });
  return fc.tuple(choice, inside).map(([number, plans]) => ({ choice: number, inside: plans }));
});

/** Plans of at most so many levels. */
export function plans(depth: number): fc.Arbitrary<Plan> {
  return plansOf(depth);
}

/** The plan of a part; where there is none, one without parts whose number follows from that of the whole. */
export function inside(plan: Plan, i: number): Plan {
  return plan.inside[i] ?? { choice: plan.choice >>> (6 * (i + 1)), inside: [] };
}

/** Builds a leaf where the plan has nothing inside, else one of the things that have parts. */
export function build<T>(plan: Plan, leaves: readonly Build<T>[], branches: readonly Build<T>[]): T {
  const make = pick(plan, plan.inside.length === 0 || branches.length === 0 ? leaves : branches);
  return make(inside(plan, 0), inside(plan, 1), inside(plan, 2), inside(plan, 3));
}

/** One of several things, the first for the number 0. */
export function pick<T>(plan: Plan, things: readonly T[]): T {
  const thing = things[plan.choice % things.length];
  if (thing === undefined) throw new TypeError("Cannot pick one of no things");
  return thing;
}

/** One of several things, the last ones more often: what was added last is nearest. */
export function pickLate<T>(plan: Plan, things: readonly T[]): T {
  const late = things.slice(-2);
  return pick(plan, [...things, ...late, ...late]);
}

/** A plan without the parts that building leaves unused. */
export function compact(plan: Plan, use: (plan: Plan) => unknown): Plan {
  const used = new Set<Plan>();
  use(observe(plan, used));
  const prune = (part: Plan): Plan =>
    used.has(part) ? { ...part, inside: part.inside.map(prune) } : { choice: 0, inside: [] };
  return prune(plan);
}

function observe(plan: Plan, used: Set<Plan>): Plan {
  const inside = plan.inside.map((part) => observe(part, used));
  return {
    inside,
    get choice() {
      used.add(plan);
      return plan.choice;
    },
  };
}

/** Plans that are a little simpler, the simplest first. */
export function* simplify(plan: Plan): Generator<Plan> {
  yield* plan.inside;
  for (const [i, part] of plan.inside.entries()) {
    yield { ...plan, inside: plan.inside.toSpliced(i, 1) };
    if (part.inside.length > 0) yield { ...plan, inside: plan.inside.with(i, { ...part, inside: [] }) };
  }
  for (const choice of [0, 1, 2, 3, plan.choice >>> 6, plan.choice >>> 3, plan.choice >>> 1]) {
    if (choice < plan.choice) yield { ...plan, choice };
  }
  for (const [i, part] of plan.inside.entries()) {
    for (const simpler of simplify(part)) yield { ...plan, inside: plan.inside.with(i, simpler) };
  }
}
