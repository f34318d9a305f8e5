/** Stages that share a pod: which of them has it, and what that means to others. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../expression/for-each.ts";
import { choose, when } from "../../../expression/when.ts";
import { nonEmpty, orIfEmpty } from "../../../functions/logic.ts";
import { type ByName, lookUp, merge } from "../../../functions/maps.ts";
import type { Referables } from "../../../library/common/extra-objects/referables.ts";
import type { Strings } from "../../../library/common/names.ts";
import type { Pods } from "../../orderings/pods.ts";
import { lastKey, subcharts } from "../subchart.ts";

type Hosts = ByName<string>;

const stagesParam = param<readonly string[]>({ type: "array", items: { type: "string" } });
const podsParam = param<Pods>({ type: "array", items: stagesParam.schema });
const hostsParam = param<Hosts>({ type: "object", additionalProperties: { type: "string" } });

const findHosts = defineFunction({
  name: "hosts",
  comment: "The stage that has the pod of each stage that shares one: the last of them that is enabled.",
  params: { pods: podsParam, stages: param<ByName<object>>() },
  result: "map",
  body: ({ pods, stages }) =>
    forEachItem(
      pods,
      (pod) =>
        bind("host", lastKey(stages, pod), (host) =>
          when(
            nonEmpty(host),
            forEachItem(pod, (stage) => entry(stage, host), { as: "stage" }),
          ),
        ),
      { as: "pod" },
    ),
});

/** The stage that has the pod of each stage that shares one. */
export function hostsOf(pods: Pods): Expression<Hosts> {
  return findHosts(pods, subcharts);
}

const ofHosts = defineFunction({
  name: "ofHosts",
  comment: "For each stage what its host stage has: one that shares a pod has no pods of its own.",
  params: { own: param<ByName<Strings>>(), hosts: hostsParam },
  result: "map",
  body: ({ own, hosts }) =>
    forEach(
      own,
      (stage) =>
        bind("host", orIfEmpty(lookUp<string>("string", hosts, stage), stage), (host) =>
          entry(stage, lookUp("object", own, host)),
        ),
      { as: "stage" },
    ),
});

/** The labels of the pods that run each stage, by those that each would have alone. */
export function labelsOfHosts(own: Expression<ByName<Strings>>, hosts: Expression<Hosts>): Expression<ByName<Strings>> {
  return ofHosts(own, hosts);
}

const inPods = defineFunction({
  name: "referablesInPods",
  comment: "What references name of each stage: in a pod that stages share, the labels and account of its host stage.",
  params: { own: param<ByName<Referables>>(), labels: param<ByName<Strings>>(), hosts: hostsParam },
  result: "map",
  body: ({ own, labels, hosts }) =>
    forEach(
      own as Expression<unknown> as Expression<ByName<ByName<unknown>>>, // the names by what they name
      (name, stage) =>
        bind("host", lookUp<string>("string", hosts, name), (host) =>
          choose(
            nonEmpty(host),
            bind("selectorLabels", lookUp<Strings>("object", labels, name), (selectorLabels) =>
              bind("account", lookUp<string>("string", own, host, "serviceAccount"), (serviceAccount) =>
                entry(name, merge<unknown>({ selectorLabels, serviceAccount }, stage)),
              ),
            ),
            entry(name, stage),
          ),
        ),
      { as: "stage" },
    ),
});

/** What references name of each stage, where some have no pods of their own. */
export function referablesOfHosts(
  own: Expression<ByName<Referables>>,
  labels: Expression<ByName<Strings>>,
  hosts: Expression<Hosts>,
): Expression<ByName<Referables>> {
  return inPods(own, labels, hosts);
}
