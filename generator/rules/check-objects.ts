import { compareText } from "../compare-text.ts";
import { claimsExist } from "./claims-exist.ts";
import { configMapsExist } from "./config-maps-exist.ts";
import { kubernetesModels } from "./kubernetes-models.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { legalNames } from "./legal-names.ts";
import { legalPodNames } from "./legal-pod-names.ts";
import { mountsExist } from "./mounts-exist.ts";
import { noMountedToken } from "./no-mounted-token.ts";
import { noTemplateRests } from "./no-template-rests.ts";
import { restartPolicies } from "./restart-policies.ts";
import { restricted } from "./restricted.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { selectorsMatch } from "./selectors-match.ts";
import { serviceAccountsExist } from "./service-accounts-exist.ts";
import { servicesExist } from "./services-exist.ts";
import { uniqueInPods } from "./unique-in-pods.ts";
import { uniqueNames } from "./unique-names.ts";

const all = [
  ["claims-exist", claimsExist],
  ["config-maps-exist", configMapsExist],
  ["kubernetes-models", kubernetesModels],
  ["legal-names", legalNames],
  ["legal-pod-names", legalPodNames],
  ["mounts-exist", mountsExist],
  ["no-mounted-token", noMountedToken],
  ["no-template-rests", noTemplateRests],
  ["restart-policies", restartPolicies],
  ["restricted", restricted],
  ["selectors-match", selectorsMatch],
  ["service-accounts-exist", serviceAccountsExist],
  ["services-exist", servicesExist],
  ["unique-in-pods", uniqueInPods],
  ["unique-names", uniqueNames],
] as const satisfies readonly (readonly [string, Rule])[];

/** The name of a rule in its findings. */
export type RuleName = (typeof all)[number][0];

/** All rules by name. */
export const rules: ReadonlyMap<RuleName, Rule> = new Map<RuleName, Rule>(all);

/**
 * Runs rules, all of them if none are named, over the objects of one release, as `helm template` prints them, and
 * yields what they found, ordered by object, path, rule and message; an empty list means that nothing is wrong.
 */
export function checkObjects(
  objects: readonly KubernetesObject[],
  context: RuleContext,
  names: Iterable<RuleName> = rules.keys(),
): readonly Finding[] {
  const findings = [...names].flatMap((name) => rules.get(name)?.(objects, context) ?? []);
  return findings.toSorted(
    (a, b) =>
      compareText(a.object, b.object) ||
      compareText(a.path, b.path) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

/**
 * The rules that hold wherever a chart is installed. The others require more than a chart must guarantee: that a
 * claim or a Service is its own, or that no stage was granted a permission.
 */
export const certainRules: readonly RuleName[] = [
  "kubernetes-models",
  "legal-names",
  "legal-pod-names",
  "mounts-exist",
  "restart-policies",
  "unique-in-pods",
  "unique-names",
];
