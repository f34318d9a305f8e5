/** Asks the API server what it would make of objects, and makes none of them. */
import { Buffer } from "node:buffer";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "../../cli/helm/run-process.ts";
import { isKubernetesObject, type KubernetesObject } from "../../generator/mod.ts";
import type { Candidate } from "./acceptance-cases.ts";
import { findLosses } from "./find-losses.ts";

/** An object that the API server refuses, and what it said. */
export interface Rejection {
  readonly candidate: Candidate;
  readonly message: string;
}

/** An object that the API server accepts, and one of the fields that it does not keep. */
export interface Loss {
  readonly candidate: Candidate;
  /** As `findLosses` names it. */
  readonly field: string;
}

/** What the API server does not take as it is. */
export interface DryRun {
  readonly rejections: readonly Rejection[];
  readonly losses: readonly Loss[];
}

/** Where objects are tried. */
export interface DryRunContext {
  /** For the files of the objects; what is in it is removed. */
  readonly directory: string;
  /** In which kubectl finds the cluster. */
  readonly environment: Readonly<Record<string, string>>;
}

// It must be refused. With it there is always more than one refusal where there is one: kubectl then names their files.
const STRANGE = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "strange" }, colour: "red" };
const STRANGE_ID = "strange";
const REFUSED = /^error when creating "[^"]*\/([^"/]+)\.json": (.*)$/s;

/** What is the cluster's affair, and not that of the values: a Service's IP families, and ports of its nodes. */
const OF_THE_CLUSTER = [
  /^ipFamil(ies\[\d+\]|yPolicy): Invalid value: "\w+": (not|this cluster is not) configured /,
  // A dry run takes any nodePort, also beyond the cluster's range, and for the next one counts on from it.
  /^healthCheckNodePort: Invalid value: 65536: /,
];

function isOfTheCluster(message: string): boolean {
  const [, list] = /^Service "[^"]*" is invalid: \[?spec\.(.*?)\]?$/.exec(message) ?? [];
  const faults = list?.split(", spec.") ?? [];
  return faults.length > 0 && faults.every((fault) => OF_THE_CLUSTER.some((known) => known.test(fault)));
}

/**
 * Sends objects for a strict dry run, and finds those that the API server refuses, whatever its cluster can do, and the
 * fields that it drops.
 * @throws Error when kubectl does not give an answer for each of them
 */
export async function dryRunObjects(
  candidates: readonly Candidate[],
  { directory, environment }: DryRunContext,
): Promise<DryRun> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const byId = new Map<string, Candidate>(candidates.map((candidate) => [candidate.id, candidate]));
  const files = [...candidates.map(({ id, object }) => [id, object] as const), [STRANGE_ID, STRANGE] as const];
  for (const [id, object] of files) await writeFile(join(directory, `${id}.json`), JSON.stringify(object));
  // Unlike kubectl apply, it does not look for each object first.
  const args = ["create", "--dry-run=server", "--validate=strict", "--output=json", "--filename", directory];
  const { stdout, stderr } = await runProcess("kubectl", args, { env: environment });
  const answers = readAnswers(stdout);
  const refused = readRefusals(stderr);
  if (answers.length + refused.size !== files.length || !refused.delete(STRANGE_ID)) {
    throw new Error(`Cannot read what kubectl said of ${files.length} objects: ${answers.length} accepted, ${stderr}`);
  }
  const accepted = candidates.filter(({ id }) => !refused.has(id)).toSorted(compareFiles);
  const everywhere = [...refused].filter(([, message]) => !isOfTheCluster(message));
  return {
    rejections: everywhere.map(([id, message]) => {
      const candidate = byId.get(id);
      if (candidate === undefined) throw new Error(`Cannot find the object "${id}" that kubectl names: ${message}`);
      return { candidate, message };
    }),
    losses: accepted.flatMap((candidate, i) =>
      findLosses(candidate.object, answers[i]).map((field) => ({ candidate, field })),
    ),
  };
}

/** The objects that kubectl printed, one after the other. */
function readAnswers(printed: string): readonly KubernetesObject[] {
  const texts = printed.split(/^(?=\{$)/m).filter((text) => text !== "");
  return texts.map((text) => JSON.parse(text)).filter(isKubernetesObject);
}

/** kubectl reads the files of a directory in the order of the bytes of their names. */
function compareFiles({ id: a }: Candidate, { id: b }: Candidate): number {
  return Buffer.compare(Buffer.from(`${a}.json`), Buffer.from(`${b}.json`));
}

/** What kubectl said of each file, by its name without the end. */
function readRefusals(printed: string): Map<string, string> {
  const messages = printed.split(/^Error from server \(\w+\): /m);
  const found = messages.flatMap((message) => {
    const [, id, said] = REFUSED.exec(message.trim()) ?? [];
    return id === undefined || said === undefined ? [] : [[id, said] as const];
  });
  return new Map(found);
}
