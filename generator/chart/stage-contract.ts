/**
 * What a pipeline reads of a chart that renders one of its stages. A part may be absent: a pipeline that needs it is
 * refused, with the name of the part. Named templates are included with the stage's root, to which the pipeline adds
 * its context (`.Pipeline`, `.Gate`, `.Chain`, `.Hook`).
 */
import { Define } from "../expression/define.ts";
import type { NodeKind } from "../graph/graph.ts";
import type { Documents } from "../manifest/input.ts";
import { nearest } from "../nearest.ts";
import { joinWords, show } from "../values/refusals/words.ts";
import type { ChartTemplate } from "./chart-template.ts";
import type { PlainValues } from "./value-at.ts";

/** Texts by name: labels, or the names of claims by the id of their volume. */
type Texts = Readonly<Record<string, string>>;

/** A stage's address: the host of its Service and the numbers of its ports by name. */
export interface ServiceAddress {
  readonly host: string;
  readonly ports: Readonly<Record<string, number>>;
}

/** What shows that a stage is done: its Job, or the address at which it answers; the other is "" and 0. */
export interface Awaited {
  readonly job: string;
  /** The namespace of the Job. */
  readonly namespace: string;
  readonly host: string;
  readonly port: number;
}

/** The CronJob of a stage. */
export interface Schedule {
  readonly cronJob: string;
  readonly namespace: string;
}

/**
 * What a stage is to its dependents. `batch`: it runs to completion, and they wait for its success. `server`: it runs
 * continuously, and they wait until it answers. `volume`: it has claims and no pods.
 */
export type StageRole = "batch" | "server" | "volume";

/** The keys of the root that only a pipeline gives the templates of its stages. */
export const PIPELINE_KEYS: ReadonlySet<string> = new Set(["Chain", "Gate", "Hook", "Instance", "PartOf", "Pipeline"]);

/** The contract between a chart and the pipelines of which it is a stage. */
export interface StageContract {
  readonly role: StageRole;
  /** The namespace of its objects; absent: that of the release. */
  readonly namespace?: Define<string>;
  /** The labels of the stage's pods, which network policies of other stages select. */
  readonly selectorLabels?: Define<Texts>;
  /** What references in whole objects of other stages can name of it: its names, its claims and its addresses. */
  readonly referables?: Define;
  /** Its address for other stages; empty if its values disable the Service. */
  readonly address?: Define<ServiceAddress>;
  /** The names of its claims, by the id of their volume. */
  readonly claims?: Define<Texts>;
  /** The access modes of those claims that only one node, or one pod, can mount at a time. */
  readonly exclusiveClaims?: Define<Texts>;
  /** The claims of other stages that its pod mounts and no other pod may: the volume by the path of the access modes. */
  readonly podClaims?: Define<Texts>;
  /** What its dependents wait for. */
  readonly awaited?: Define<Partial<Awaited>>;
  /** The value `podSecurity` of its pods: where one is `openshift`, the pods of `helm test` have no ids either. */
  readonly podSecurity?: Define<string>;
  /** The target of `helm test` of the pipeline; absent: the stage is not tested. */
  readonly tested?: Define<Partial<Awaited>>;
  /** The name and the namespace of its CronJob; the name is "" where it has none. */
  readonly schedule?: Define<Schedule>;
  /** The objects of its gate besides the pod; its pod has `gateContainers` and `gateVolumes`. */
  readonly gate?: Define<Documents>;
  /** The checks of a stage with dependents. */
  readonly dependencyChecks?: Define<Documents>;
  /** How it runs in the pod of a later stage. */
  readonly chain?: ChainContract;
  /** Whether it supports `.Hook`: Helm can run its Job as a hook. */
  readonly isHook?: boolean;
  /** The container of its pods that has the stage's log; absent: the one that kubectl takes. */
  readonly logContainer?: string;
  /** How diagrams, lists and notes show it. */
  readonly drawn: DrawnStage;
  /** Facts from its values alone, for use while the pipeline is defined. */
  readonly facts?: StageFacts;
}

/** What a batch stage adds to the pod of a later one. */
export interface ChainContract {
  /** Its containers, as init containers of the pod. */
  readonly containers: Define;
  readonly volumes: Define;
  /** The labels by which pods that mount its claims find one another, where pods wait for one another. */
  readonly labels?: Define<Texts>;
  /** The names of the Secrets that pull its images. */
  readonly pullSecrets: Define;
  /** A hash of the data that its containers read from its own ConfigMaps. */
  readonly checksum: Define;
  /** The checks that always apply. */
  readonly checks: Define<Documents>;
  /** The checks that apply in the pod of another stage. */
  readonly innerChecks: Define<Documents>;
  /** The templates of objects that it keeps; all others belong to the stage that has the pod. */
  readonly ownTemplates: readonly ChartTemplate[];
  /** The values of the pod or its controller: in a chain those of the last stage are used. */
  readonly podSettings: readonly string[];
  /**
   * When its pod would run, by its values alone: a schedule, `once` where they say so, else "". Without it, it runs once.
   */
  readonly runs?: Define<string>;
  /** What those of them mean that are absent and have no default. */
  readonly impliedSettings?: PlainValues;
}

/** How a stage is shown. */
export interface DrawnStage {
  /** The style of its node, and its title in lists. */
  readonly kind: Exclude<NodeKind, "scheduled">;
  /** The kind of its controller, by its values. */
  readonly object: (values: PlainValues) => string;
  /** Short texts, by its values: the image, replicas, ports; without those of the pod, if it has none of its own. */
  readonly details: (values: PlainValues, hasPod: boolean) => readonly string[];
  /** Parts with a node of their own: the volumes of a volume stage, by their ids. */
  readonly volumes?: (values: PlainValues) => readonly (readonly [id: string, details: readonly string[]])[];
  /** The number of one of its Service's ports, as text. */
  readonly port?: (values: PlainValues, name: string) => string;
}

/** A volume of another stage that a stage mounts. */
export interface MountedVolume {
  readonly stage: string;
  readonly volume: string;
  /** Whether all of its mounts are read-only. */
  readonly isReadOnly: boolean;
  /** Whether containers see it as a block device. */
  readonly isBlock: boolean;
}

/** The address of another stage that a container of a stage reads. */
export interface ReadAddress {
  readonly stage: string;
  /** The name of a port; "" where only the host is read. */
  readonly port: string;
}

/** A value that a stage must not have in a pipeline. */
export interface StageViolation {
  /** The value's path below the stage's name. */
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}

/** Facts about a stage, computed from plain values: its own, with those of an environment. */
export interface StageFacts {
  /** Whether it runs on a schedule, and so never completes. */
  readonly isScheduled?: (values: PlainValues) => boolean;
  /** The volumes of the pipeline that it mounts. */
  readonly mounts?: (values: PlainValues) => readonly MountedVolume[];
  /** The addresses that its containers read. */
  readonly addresses?: (values: PlainValues) => readonly ReadAddress[];
  /** The first value that no stage of a pipeline may have. */
  readonly violation?: (values: PlainValues) => StageViolation | undefined;
}

/** The parts that a stage of a role must have. */
const REQUIRED: Readonly<Record<StageRole, readonly (keyof StageContract)[]>> = {
  batch: ["selectorLabels", "awaited"],
  server: ["selectorLabels", "awaited"],
  volume: ["claims", "exclusiveClaims"],
};

/** Whether a role is one of those that are known: JavaScript has no compiler to refuse another one. */
export function isRole(role: string): role is StageRole {
  return Object.hasOwn(REQUIRED, role);
}

/** What a role must be, and what an unknown one is, for a message. */
export function describeRole(role: unknown): readonly [wanted: string, found: string] {
  const roles = Object.keys(REQUIRED);
  const near = typeof role === "string" ? nearest(role, roles) : undefined;
  const hint = near === undefined ? "" : ` (did you mean "${near}"?)`;
  return [joinWords(roles.map(show), "or"), `${show(role)}${hint}`];
}

/** The parts that a contract lacks for its role, by name. */
export function missingParts(contract: StageContract): readonly (keyof StageContract)[] {
  return REQUIRED[contract.role].filter((part) => contract[part] === undefined);
}

/** All named templates of a contract: a pipeline includes them, even if no template of the chart does. */
export function listDefines({ chain, ...contract }: StageContract): readonly Define[] {
  return Object.values({ ...chain, ...contract }).filter((part) => part instanceof Define);
}
