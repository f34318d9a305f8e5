// What must not compile in values models and values. Checked by `npm run types`; there is nothing to run.
import type { Static } from "typebox";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, enumOf, optional, union } from "../../generator/values/model.ts";
import type { Overrides } from "../../generator/values/overrides.ts";
import type { SampleValues } from "../expression/sample-values.ts";

const description = "For tests";

// @ts-expect-error: a default that is none of the words
enumOf(["a", "b"], { description, default: "c" });
// @ts-expect-error: every value is described
boolean({ default: true });
// @ts-expect-error: a default of another type
format.count({ description, default: "1" });
// @ts-expect-error: a default is never null
format.string({ description, default: null });

const volume = union(
  { claim: format.objectName({ description }), emptyDir: closed({}, { description }) },
  { enabled: boolean({ description, default: true }), mountPath: optional(format.absolutePath({ description })) },
  { description },
);
type Volume = Static<typeof volume>;

export const volumes: readonly Volume[] = [
  { enabled: true, claim: "a" },
  { enabled: true, type: "emptyDir", claim: "a", emptyDir: {} },
  // @ts-expect-error: a type that is no branch
  { enabled: true, type: "hostPath", claim: "a" },
  // @ts-expect-error: a branch of the wrong type
  { enabled: true, claim: 1 },
];

export const overrides: readonly Overrides<SampleValues>[] = [
  {},
  { job: { deep: { on: false } } },
  { ports: { http: { number: 80 } } },
  { claim: { size: "1Gi" }, args: ["a"] },
  { kind: undefined },
  // @ts-expect-error: no such value
  { replica: 1 },
  // @ts-expect-error: no such value, at any depth
  { job: { deep: { off: true } } },
  // @ts-expect-error: a value of the wrong type
  { replicas: "1" },
  // @ts-expect-error: none of the words
  { kind: "DaemonSet" },
  // @ts-expect-error: null is no signal
  { name: null },
  // @ts-expect-error: an item of a list is whole
  { rules: [{ protocol: "TCP" }] },
  // @ts-expect-error: an entry of a map has no such field
  { ports: { http: { numbr: 80 } } },
];
