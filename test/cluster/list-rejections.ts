/** Asks the API server whether it would accept objects, and makes none of them. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "../../cli/helm/run-process.ts";
import type { Candidate } from "./acceptance-cases.ts";

/** An object that the API server refuses, and what it said. */
export interface Rejection {
  readonly candidate: Candidate;
  readonly message: string;
}

/** Where objects are tried. */
export interface RejectionContext {
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
 * Lists those of some objects that the API server refuses in a strict dry run, whatever its cluster can do.
 * @throws Error when kubectl does not give an answer for each of them
 */
export async function listRejections(
  candidates: readonly Candidate[],
  { directory, environment }: RejectionContext,
): Promise<readonly Rejection[]> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const byId = new Map<string, Candidate>(candidates.map((candidate) => [candidate.id, candidate]));
  const files = [...candidates.map(({ id, object }) => [id, object] as const), [STRANGE_ID, STRANGE] as const];
  for (const [id, object] of files) await writeFile(join(directory, `${id}.json`), JSON.stringify(object));
  // Unlike kubectl apply, it does not look for each object first.
  const args = ["create", "--dry-run=server", "--validate=strict", "--filename", directory];
  const { stdout, stderr } = await runProcess("kubectl", args, { env: environment });
  const accepted = stdout.split("\n").filter((line) => line.endsWith("(server dry run)")).length;
  const refused = readRefusals(stderr);
  if (accepted + refused.size !== files.length || !refused.delete(STRANGE_ID)) {
    throw new Error(`Cannot read what kubectl said of ${files.length} objects: ${accepted} accepted, then ${stderr}`);
  }
  const everywhere = [...refused].filter(([, message]) => !isOfTheCluster(message));
  return everywhere.map(([id, message]) => {
    const candidate = byId.get(id);
    if (candidate === undefined) throw new Error(`Cannot find the object "${id}" that kubectl names: ${message}`);
    return { candidate, message };
  });
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
