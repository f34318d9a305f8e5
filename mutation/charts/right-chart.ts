/** The chart without a fault: what each case makes of it is looked at before it counts against a mutant. */
import type { Batch } from "./batches.ts";
import { findWrong, isRight, type RightTexts } from "./judge.ts";
import type { ChartRenderer } from "./renderer.ts";
import type { Setting, Subject, Upgrade } from "./subject.ts";

/** The chart without a fault. A case that finds it at fault would find every mutant out. */
export interface RightChart {
  /**
   * What Helm prints for cases, rendered when they are first asked for.
   *
   * @throws Error where it is not what is right
   */
  readonly textsOf: (batch: Batch) => Promise<RightTexts>;
  /** @throws Error where the upgrade does not end as it should */
  readonly checkUpgrade: (setting: Setting, upgrade: Upgrade) => Promise<void>;
}

/** Makes the right chart of a subject; no one else may use the renderer. */
export function createRightChart({ name }: Subject, renderer: ChartRenderer): RightChart {
  const texts = new Map<Batch, Promise<RightTexts>>();
  const upgrades = new Map<Upgrade, Promise<void>>();
  // One Helm at a time.
  let last: Promise<unknown> = Promise.resolve();
  const queue = <T>(run: () => Promise<T>): Promise<T> => {
    const result = last.then(run);
    last = result;
    return result;
  };
  const fail = (values: object): never => {
    const text = JSON.stringify(values);
    throw new Error(`Cannot test the mutants of ${name}: the right chart is not rendered right with ${text}`);
  };
  const render = async ({ setting, cases }: Batch): Promise<RightTexts> => {
    const rendered = await renderer.render(setting, cases);
    const [wrong] = findWrong(cases, rendered, new Map());
    if (wrong !== undefined) fail(wrong.values);
    return "manifests" in rendered ? rendered.manifests : new Map();
  };
  const upgradeRight = async (setting: Setting, upgrade: Upgrade): Promise<void> => {
    if (!isRight(upgrade, await renderer.upgrade(setting, upgrade.values))) fail(upgrade.values);
  };
  return {
    textsOf: (batch) => remember(texts, batch, () => queue(() => render(batch))),
    checkUpgrade: (setting, upgrade) => remember(upgrades, upgrade, () => queue(() => upgradeRight(setting, upgrade))),
  };
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
