/** Asserts that two instances of the pipeline `shop` in one namespace share nothing. */
import assert from "node:assert/strict";
import { patience } from "../patience.ts";
import { listEvents, type Mark } from "../pipelines/marks.ts";
import { type Pipelines, selectorOf } from "../pipelines/use-pipelines.ts";
import { runPod } from "../run-pod.ts";

/** What is read of objects, those of pods included. */
interface AnyObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly uid: string };
  readonly spec?: {
    readonly serviceAccountName?: string;
    readonly volumes?: readonly {
      readonly persistentVolumeClaim?: { readonly claimName: string };
      readonly configMap?: { readonly name: string };
    }[];
  };
  readonly endpoints?: readonly { readonly targetRef?: { readonly name: string } }[];
}

const KINDS = [
  ...["jobs", "cronjobs", "deployments", "statefulsets", "pods", "services", "endpointslices"],
  ...["persistentvolumeclaims", "configmaps", "serviceaccounts", "roles", "rolebindings"],
].join(",");

const nameOf = ({ kind, metadata }: AnyObject): string => `${kind}/${metadata.name}`;

async function listObjects({ kubectl }: Pipelines, ...which: readonly string[]): Promise<readonly AnyObject[]> {
  return JSON.parse(await kubectl(["get", KINDS, ...which, "--output=json"])).items;
}

/** The uids of the objects of an instance, by kind and name. */
export async function readObjects(pipelines: Pipelines, instance: string): Promise<ReadonlyMap<string, string>> {
  const objects = await listObjects(pipelines, selectorOf(instance));
  return new Map(objects.map((object) => [nameOf(object), object.metadata.uid]));
}

/** Asserts that each object belongs to one of the instances, by its name and by all that it refers to. */
export async function assertApart(pipelines: Pipelines, ...instances: readonly string[]): Promise<void> {
  const all = await Promise.all(instances.map((instance) => listObjects(pipelines, selectorOf(instance))));
  for (const [i, objects] of all.entries()) {
    const names = new Set(objects.map(nameOf));
    for (const kind of [
      "Job/",
      "CronJob/",
      "Deployment/",
      "StatefulSet/",
      "Service/",
      "Role/",
      "PersistentVolumeClaim/",
    ])
      assert.ok(
        [...names].some((name) => name.startsWith(kind)),
        `${instances[i]} has a ${kind} among ${[...names]}`,
      );
    for (const object of objects) {
      for (const name of listReferences(object)) assert.ok(names.has(name), `${nameOf(object)} refers to ${name}`);
    }
  }
  const found = all.flatMap((objects) => objects.map(nameOf)).sort();
  assert.deepEqual(found, [...new Set(found)], "no object is of two instances");
  // Those that a namespace has of itself are of none.
  const others = (await listObjects(pipelines)).map(nameOf).filter((name) => !found.includes(name));
  assert.deepEqual(others.sort(), ["ConfigMap/kube-root-ca.crt", "ServiceAccount/default"]);
}

function listReferences({ spec = {}, endpoints = [] }: AnyObject): readonly string[] {
  const { serviceAccountName, volumes = [] } = spec;
  const account = serviceAccountName === undefined ? [] : [`ServiceAccount/${serviceAccountName}`];
  const mounted = volumes.flatMap(({ persistentVolumeClaim: claim, configMap }) => [
    ...(claim === undefined ? [] : [`PersistentVolumeClaim/${claim.claimName}`]),
    ...(configMap === undefined ? [] : [`ConfigMap/${configMap.name}`]),
  ]);
  const pods = endpoints.flatMap(({ targetRef }) => (targetRef === undefined ? [] : [`Pod/${targetRef.name}`]));
  return [...account, ...mounted, ...pods];
}

/** Asserts that an instance has loaded what its own first stage wrote, and what its own store serves. */
export async function assertOwnData(pipelines: Pipelines, instance: string, owner: string): Promise<void> {
  const loaded = await runPod(pipelines, `wget -qO- http://${instance}-web/loaded`);
  assert.equal(loaded, `${owner}\n${instance}-store-0\n`);
}

/** Asserts that `load` waited for `extract` of its own instance, and did not for that of the one that is slower. */
export async function assertOwnGates(pipelines: Pipelines, quick: string, slow: string): Promise<void> {
  const [ofQuick, ofSlow] = await Promise.all([quick, slow].map((instance) => pipelines.readMarks(instance, 4)));
  const events = ["extract began", "extract done", "load began", "load done"];
  assert.deepEqual(
    [ofQuick, ofSlow].map((marks = []) => listEvents(marks)),
    [events, events],
  );
  const at = (marks: readonly Mark[] = [], stage: string, event: string): number =>
    marks.find((mark) => mark.stage === stage && mark.event === event)?.uptime ?? Number.NaN;
  assert.ok(at(ofQuick, "extract", "done") <= at(ofQuick, "load", "began"));
  assert.ok(at(ofSlow, "extract", "done") <= at(ofSlow, "load", "began"));
  assert.ok(at(ofQuick, "load", "began") < at(ofSlow, "extract", "done"), `${quick} did not wait for ${slow}`);
}

/** Runs the tests of a release and asserts that those and no others have run, each with success. */
export async function assertTested(pipelines: Pipelines, release: string, ...pods: readonly string[]): Promise<void> {
  const printed = await pipelines.helm(["test", release, `--timeout=${patience}s`]);
  const suites = printed.matchAll(/^TEST SUITE: +(\S+)\n(?:.*\n)*?Phase: +(\S+)$/gm);
  // An object that a test needs is a suite of the same name.
  const ends = [...suites].map(([, name, phase]) => `${name} ${phase}`);
  assert.deepEqual([...new Set(ends)].sort(), pods.map((name) => `${name} Succeeded`).sort());
}
