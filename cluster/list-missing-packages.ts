import { imageNeeds, listMissing, type Needs, nodeNeeds } from "./check-needs.ts";
import type { ProviderName } from "./provider.ts";
import { findPython } from "./tools/find-python.ts";
import { canMakeEnvironments } from "./tools/make-lint-environment.ts";

const needsOf: Readonly<Record<ProviderName, Needs>> = {
  given: {},
  kind: imageNeeds,
  node: { ...nodeNeeds, ...imageNeeds },
};

/** Lists the packages of Debian and Ubuntu that this machine lacks for a cluster and for the tests on it. */
export async function listMissingPackages(provider: ProviderName): Promise<readonly string[]> {
  const needs = needsOf[provider];
  const packages = (await listMissing(needs)).map((program) => needs[program] ?? program);
  const python = await findPython();
  if (python === undefined || !(await canMakeEnvironments(python))) packages.push("python3-venv");
  return [...new Set(packages)].sort();
}
