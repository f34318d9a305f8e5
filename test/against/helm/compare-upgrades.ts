/** Renders upgrades in a cluster that has objects already: some guards look there, and nothing else reaches them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import { type Helm, runHelm } from "../../../cli/helm/run-helm.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { existingCases, existingObjects } from "../../library/csi-volume/existing-cases.ts";
import { serveObjects } from "../../library/csi-volume/serve-objects.ts";
import type { ExistingCase } from "../../library/test-upgrades.ts";
import { existingWorkloads } from "../../library/workload/existing-workloads.ts";
import { writeAscii } from "../../yaml/write-ascii.ts";
import type { Finding } from "../compare-generators.ts";
import { compareOutcomes } from "../compare-outcomes.ts";
import type { Outcome } from "../outcome.ts";
import type { Trial, TrialRenderer } from "../trial.ts";
import { readOutcome } from "./read-outcome.ts";

/** What came out: how many upgrades were compared, how many of them the base refuses, and those that differ. */
export interface UpgradeReport {
  readonly upgrades: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
}

const VERSIONS: readonly BundledVersion[] = ["4.1.4", "3.17.3"];
// The server has no schemas to check objects with.
const ask = ["--dry-run=server", "--disable-openapi-validation"];

/** Compares, with both Helms, the upgrades that the tests of a library chart know; there are none of other charts. */
export async function compareUpgrades(
  name: string,
  { base, current }: { readonly base: TrialRenderer; readonly current: TrialRenderer },
): Promise<UpgradeReport> {
  const { objects, cases } =
    name === "csi-volume"
      ? { objects: existingObjects, cases: existingCases }
      : (existingWorkloads[name] ?? { objects: [], cases: [] });
  if (cases.length === 0) return { upgrades: 0, refused: 0, findings: [] };
  const directory = await mkdtemp(join(tmpdir(), "chartwright-against-"));
  const server = await serveObjects(objects, directory);
  try {
    const sides = { base: join(directory, "base"), current: join(directory, "current") };
    const subject = { kind: "chart", name } as const;
    await placeFiles(sides.base, base.find(subject).files());
    await placeFiles(sides.current, current.find(subject).files());
    const context = { directory, kubeconfig: server.kubeconfig };
    const findings: Finding[] = [];
    let refused = 0;
    for (const version of VERSIONS) {
      const helm = await findHelm({ version });
      for (const one of cases) {
        const outcome = await upgrade(sides.base, one, { ...context, helm });
        if (outcome.kind === "refusal") refused += 1;
        const differences = compareOutcomes(outcome, await upgrade(sides.current, one, { ...context, helm }));
        const trial: Trial = { subject, options: { values: one.values } };
        if (differences.length > 0) findings.push({ trial, differences, count: 1 });
      }
    }
    return { upgrades: cases.length * VERSIONS.length, refused, findings };
  } finally {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  }
}

interface UpgradeContext {
  readonly directory: string;
  readonly kubeconfig: string;
  readonly helm: Helm;
}

async function upgrade(chart: string, { values }: ExistingCase, context: UpgradeContext): Promise<Outcome> {
  const { directory, kubeconfig, helm } = context;
  const file = join(directory, "values.yaml");
  await writeFile(file, writeAscii(values));
  const args = ["template", "rel", chart, "--values", file, ...ask];
  const { code, stdout, stderr } = await runHelm(helm, args, { env: { KUBECONFIG: kubeconfig } });
  return readOutcome(code === 0 ? { manifests: stdout } : { refusal: stderr });
}
