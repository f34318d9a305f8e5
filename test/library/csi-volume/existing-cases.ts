/** Upgrades of a release `rel` in a cluster that has its objects already, and the expected message of each. */

import type { ExistingCase } from "../test-upgrades.ts";
import type { Values } from "./render-volumes.ts";
import { type ExistingObject, owned } from "./serve-objects.ts";

const claim = (name: string, requested: string, rest: object = {}): ExistingObject => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: `rel-csi-volume-${name}`, namespace: "default", ...owned },
  spec: { storageClassName: "standard", resources: { requests: { storage: requested } } },
  ...rest,
});

const storageClass = (name: string, fields: object = {}): ExistingObject => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name, ...owned },
  provisioner: "disk.csi.example.com",
  reclaimPolicy: "Retain",
  volumeBindingMode: "Immediate",
  ...fields,
});

/** What the cluster has. */
export const existingObjects: readonly ExistingObject[] = [
  claim("bound", "10Gi", { status: { capacity: { storage: "10Gi" } } }),
  claim("stuck", "10Gi", { status: { capacity: { storage: "4Gi" } } }),
  claim("pending", "10Gi"),
  claim("exponent", "1e10", { status: { capacity: { storage: "1e10" } } }),
  claim("plain", "10000000000", { status: { capacity: { storage: "10000000000" } } }),
  claim("bare", "", { spec: {} }),
  claim("theirs", "10Gi", { metadata: { name: "theirs", namespace: "default" } }),
  storageClass("plain"),
  storageClass("default-rel-own"),
  // By its name it has what is wanted: nothing is compared.
  storageClass("default-rel-own-6bf9d1c8"),
  storageClass("full", { parameters: { tier: "fast" }, reclaimPolicy: "Delete" }),
];

const volume = (name: string, size: string, more: object = {}): Values => ({
  volumes: { [name]: { claim: { size, ...more } } },
});
const smaller = (name: string, has: string, size: string): string =>
  `volumes.${name}.claim.size: expected at least ${has}, which claim rel-csi-volume-${name} has, got ${size}`;

const provisioner = "disk.csi.example.com";
const classOf = (fields: object): Values => ({ storageClasses: { own: { provisioner, ...fields } } }) as Values; // as the model wants it
const changed = (field: string, name: string): string =>
  `storageClasses.own.${field}: expected what StorageClass ${name} has, got something else`;

/** Upgrades of claims. */
const claims: readonly ExistingCase[] = [
  { title: "a claim of the same size", values: volume("bound", "10Gi") },
  { title: "a claim of the same size in another unit", values: volume("bound", "10240Mi") },
  { title: "a claim that grows", values: volume("bound", "1Ti") },
  { title: "a claim that is new", values: volume("other", "1Gi") },
  { title: "a claim that shrinks", values: volume("bound", "9.5Gi"), refusal: smaller("bound", "10Gi", "9.5Gi") },
  {
    title: "a claim that shrinks to a number without a unit",
    values: volume("bound", "1000000000"),
    refusal: smaller("bound", "10Gi", "1000000000"),
  },
  {
    title: "a claim whose size the cluster has with an exponent",
    values: volume("exponent", "9G"),
    refusal: smaller("exponent", "1e10", "9G"),
  },
  {
    title: "a claim whose size the cluster has without a unit",
    values: volume("plain", "9G"),
    refusal: smaller("plain", "10000000000", "9G"),
  },
  { title: "a claim that could not grow and goes back", values: volume("stuck", "5Gi") },
  {
    title: "a claim that could not grow and goes below what it has",
    values: volume("stuck", "3Gi"),
    refusal: smaller("stuck", "10Gi", "3Gi"),
  },
  { title: "a claim that is not bound yet", values: volume("pending", "5Gi") },
  { title: "a claim that says nothing of its size or class", values: volume("bare", "5Gi") },
  {
    title: "a claim that shrinks behind one that is new",
    values: { volumes: { alone: { claim: { size: "1Gi" } }, bound: { claim: { size: "9Gi" } } } },
    refusal: smaller("bound", "10Gi", "9Gi"),
  },
  {
    title: "a claim that could not grow and goes back to just what it has",
    values: volume("stuck", "4Gi"),
    refusal: smaller("stuck", "10Gi", "4Gi"),
  },
  {
    title: "a bound claim that another chart may have made",
    values: volume("other", "1Gi", { existingClaim: "rel-csi-volume-bound" }),
  },
  { title: "a claim of someone else's", values: volume("bound", "1Gi", { existingClaim: "theirs" }) },
  { title: "a claim that the chart does not make", values: volume("bound", "1Gi", { create: false }) },
  {
    title: "a claim that moves to a class of the chart",
    values: { ...volume("bound", "10Gi", { ownStorageClass: "own" }), ...classOf({ name: "new" }) },
    refusal: "volumes.bound.claim: expected StorageClass standard, as rel-csi-volume-bound has it, got new",
  },
  {
    title: "a claim that stays in a class of the chart",
    values: { ...volume("bound", "10Gi", { ownStorageClass: "own" }), ...classOf({ name: "standard" }) },
  },
  {
    title: "a claim without a class that gets one of the chart",
    values: { ...volume("bare", "10Gi", { ownStorageClass: "own" }), ...classOf({ name: "new" }) },
  },
];

/** Upgrades of StorageClasses. */
const classes: readonly ExistingCase[] = [
  { title: "a class that stays as it is", values: classOf({ name: "plain" }) },
  {
    title: "a class that stays as it is, all told",
    values: classOf({
      name: "full",
      parameters: { tier: "fast" },
      reclaimPolicy: "Delete",
      volumeBindingMode: "Immediate",
    }),
  },
  { title: "a class that is new", values: classOf({ name: "new", reclaimPolicy: "Delete" }) },
  {
    title: "a class with another reclaim policy",
    values: classOf({ name: "plain", reclaimPolicy: "Delete" }),
    refusal: changed("reclaimPolicy", "plain"),
  },
  {
    title: "a class that leaves its reclaim policy out",
    values: classOf({ name: "full", parameters: { tier: "fast" } }),
    refusal: changed("reclaimPolicy", "full"),
  },
  {
    title: "a class with another binding mode",
    values: classOf({ name: "plain", volumeBindingMode: "WaitForFirstConsumer" }),
    refusal: changed("volumeBindingMode", "plain"),
  },
  {
    title: "a class with parameters that it did not have",
    values: classOf({ name: "plain", parameters: { tier: "fast" } }),
    refusal: changed("parameters", "plain"),
  },
  {
    title: "a class without the parameters that it had",
    values: classOf({ name: "full", reclaimPolicy: "Delete" }),
    refusal: changed("parameters", "full"),
  },
  {
    title: "a class with another provisioner, which is the field that is named among several",
    values: classOf({ name: "plain", provisioner: "other.csi.example.com", volumeBindingMode: "WaitForFirstConsumer" }),
    refusal: changed("provisioner", "plain"),
  },
  {
    title: "a class without a hash in its name",
    values: {
      fullnameOverride: "rel",
      storageClasses: { own: { provisioner, nameSuffixHash: false, reclaimPolicy: "Delete" } },
    },
    refusal: changed("reclaimPolicy", "default-rel-own"),
  },
  {
    title: "a class with a hash in its name",
    values: { fullnameOverride: "rel", storageClasses: { own: { provisioner, reclaimPolicy: "Delete" } } },
  },
];

/** All of them. */
export const existingCases: readonly ExistingCase[] = [...claims, ...classes];
