// What must not compile in a manifest. Checked by `npm run types`; there is nothing to run.
import type { Job } from "kubernetes-types/batch/v1.d.ts";
import type { Container, ContainerPort, PodSpec, Service } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../generator/expression/bind.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { given, type Reference } from "../../generator/expression/reference.ts";
import { choose, match, matchOrLast, when } from "../../generator/expression/when.ts";
import { enabled } from "../../generator/functions/entries.ts";
import { nonEmpty, orElse, orIfEmpty, present } from "../../generator/functions/logic.ts";
import { merge } from "../../generator/functions/maps.ts";
import { text } from "../../generator/functions/strings.ts";
import type { WorkloadValues } from "../../generator/library/workload/values/values.ts";
import type { Input, InputItem } from "../../generator/manifest/input.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { v } from "../expression/sample-values.ts";

declare const workload: Reference<WorkloadValues>;

// All that a manifest may hold.
const job: Input<Job> = {
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: {
    name: text`${v.host}-x`,
    labels: merge<string>(v.labels, { a: v.host }),
    annotations: when(nonEmpty(v.labels), v.labels),
  },
  spec: {
    backoffLimit: v.retries,
    completions: v.limit,
    suspend: when(v.off, true),
    parallelism: choose(v.on, v.replicas, 1),
    ttlSecondsAfterFinished: choose(v.on, 1, when(v.off, 2)),
    activeDeadlineSeconds: bind("limit", orElse(v.limit, 1), (limit) => limit),
    backoffLimitPerIndex: bind("limit", orElse(v.limit, 1), (limit) => when(v.on, limit)),
    template: {
      spec: {
        restartPolicy: "Never",
        containers: [
          {
            name: "main",
            args: v.args,
            ports: [
              forEach(enabled(v.ports), (name, port) => ({
                name,
                containerPort: port.number,
                protocol: port.protocol,
              })),
            ],
          },
          when(v.on, { name: v.host }),
          forEachItem(v.args, (name) => ({ name })),
        ],
        nodeSelector: v.labels,
      },
    },
  },
};
export const whole: readonly unknown[] = [
  job,
  include(new Define<Job>("t.job", "object", job, "")) satisfies Input<Job>,
];

export const wrongFields: readonly Input<Job>[] = [
  // @ts-expect-error: a Job has no such field
  { spec: { template: {}, replicas: 1 } },
  // @ts-expect-error: nor has a part of it, at any depth
  { spec: { template: { spec: { containers: [{ name: "a", image: "b", comand: ["c"] }] } } } },
  // @ts-expect-error: a string where a number belongs
  { spec: { template: {}, backoffLimit: "4" } },
  // @ts-expect-error: a reference to a string where a number belongs
  { spec: { template: {}, backoffLimit: v.name } },
  // @ts-expect-error: a reference to a number where a string belongs
  { metadata: { name: v.retries } },
  // @ts-expect-error: a reference to a map where a list belongs
  { spec: { template: { spec: { containers: v.labels } } } },
  // @ts-expect-error: a list of strings where a list of objects belongs
  { spec: { template: { spec: { containers: v.args } } } },
  // @ts-expect-error: a condition whose part is of the wrong type
  { spec: { template: {}, suspend: when(v.off, "yes") } },
  // @ts-expect-error: one of two parts is of the wrong type
  { spec: { template: {}, parallelism: choose(v.on, 1, "two") } },
  // @ts-expect-error: a case is of the wrong type
  { spec: { template: {}, parallelism: match(v.kind, { Job: 1, CronJob: "two" }) } },
  // @ts-expect-error: a variable of the wrong type
  { spec: { template: {}, parallelism: bind("name", v.host, (name) => name) } },
  // @ts-expect-error: a named template of another type
  { spec: include(new Define<Service>("t.service", "object", {}, "")) },
  // @ts-expect-error: a constant that is none of the words
  { kind: "Jobs", spec: { template: {} } },
];

// Kubernetes 1.36 has more fields than kubernetes-types; what values hold may be a number where Kubernetes reads a quantity.
export const newerFields: readonly Input<PodSpec>[] = [
  { containers: [], securityContext: { supplementalGroupsPolicy: "Strict" } },
  { containers: [{ name: "main", resources: workload.resources, readinessProbe: workload.readinessProbe }] },
  // @ts-expect-error: none of the words
  { containers: [], securityContext: { supplementalGroupsPolicy: "strict" } },
  // @ts-expect-error: no field of that name
  { containers: [], securityContext: { supplementalGroupPolicy: "Strict" } },
  // @ts-expect-error: what values hold of another kind
  { containers: [{ name: "main", resources: workload.affinity }] },
  // @ts-expect-error: a number where a text belongs
  { containers: [{ name: "main", image: workload.terminationGracePeriodSeconds }] },
];

// What is required is there in any case.
export const requiredFields: readonly Input<Container>[] = [
  { name: v.host },
  { name: orIfEmpty(v.name, "main") },
  { name: given(v.tag) },
  { name: matchOrLast(v.kind, { Job: "a", CronJob: v.host }) },
  { name: v.host, image: v.tag },
  // @ts-expect-error: a required field is missing
  { image: v.host },
  // @ts-expect-error: a reference that may be absent
  { name: v.tag },
  // @ts-expect-error: a condition
  { name: when(v.on, "main") },
  // @ts-expect-error: a match that may name no case
  { name: match(v.kind, { Job: "a" }) },
  // @ts-expect-error: a choice that may leave nothing
  { name: choose(v.on, "a", when(v.off, "b")) },
];

export const items: readonly InputItem<string>[] = [
  v.host,
  when(present(v.tag), given(v.tag)),
  forEachItem(v.args, (arg) => arg),
  // @ts-expect-error: an item that may be absent needs a condition
  v.tag,
  // @ts-expect-error: a repeated part of the wrong type
  forEach(v.ports, (_, port) => port.number),
];

interface Source {
  readonly claim: { readonly name: string };
  readonly size?: number;
}
const source = include(new Define<Source>("t.source", "object", { claim: { name: "a" } }, ""));
type Volume = { readonly name: string } & Source;

export const spreads: readonly Input<Volume>[] = [
  { name: "a", ...spread("source", source) },
  { name: "a", claim: { name: "b" }, ...spread("size", when(v.on, { size: v.retries })) },
  // @ts-expect-error: fields of a wrong type
  { name: "a", ...spread("source", include(new Define<{ claim: number }>("t.other", "object", {}, ""))) },
  // @ts-expect-error: a conditional field of a wrong type
  { name: "a", claim: { name: "b" }, ...spread("size", when(v.on, { size: v.name })) },
  // @ts-expect-error: required fields that are conditional
  { name: "a", ...spread("claim", when(v.on, { claim: { name: "b" } })) },
];

// @ts-expect-error: an expression that is no object has no fields
spread("source", v.host);

export const port: Input<ContainerPort> = {
  containerPort: 80,
  // @ts-expect-error: a number where a word belongs
  protocol: v.retries,
};
