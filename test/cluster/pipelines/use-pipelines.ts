import { join } from "node:path";
import { type Pipeline, printPipeline } from "../../../generator/mod.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { type Releases, useReleases } from "../use-releases.ts";
import { type Mark, readMarks } from "./marks.ts";

/** How the Job of a stage is. */
export interface JobState {
  readonly stage: string;
  readonly name: string;
  readonly uid: string;
  /** `Complete` or `Failed` when it has ended. */
  readonly end?: string;
  /** When it ended, in milliseconds since 1970. */
  readonly endedAt: number;
}

/** What a gate ended with the last time. */
export interface GateEnd {
  readonly stage: string;
  readonly exitCode: number;
  /** What it said. */
  readonly message: string;
  /** In milliseconds since 1970. */
  readonly finishedAt: number;
}

/** Releases of pipelines in the namespace of one test, under Pod Security at level restricted. */
export interface Pipelines extends Releases {
  /** Writes the chart of a pipeline and returns its path. */
  place(pipeline: Pipeline): Promise<string>;
  /** The Jobs of a release. */
  readJobs(release: string): Promise<readonly JobState[]>;
  /** How the gates of a release ended, as far as they did. */
  readGates(release: string): Promise<readonly GateEnd[]>;
  /** What the stages of a release said of themselves, once they have said as much as is expected. */
  readMarks(release: string, expected: number): Promise<readonly Mark[]>;
}

/** Gives each test of the enclosing `describe` a namespace for releases of pipelines. */
export function usePipelines(): Pipelines {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();
  const list = async (kind: string, release: string): Promise<readonly AnyObject[]> =>
    JSON.parse(await releases.kubectl(["get", kind, selectorOf(release), "--output=json"])).items;
  return {
    ...releases,
    // A getter: the name is another one in each test.
    get namespace() {
      return releases.namespace;
    },
    async place(pipeline) {
      const chart = join(directory.path, pipeline.name);
      await placeFiles(chart, printPipeline(pipeline));
      return chart;
    },
    readJobs: async (release) => (await list("jobs", release)).map(readJob),
    readGates: async (release) => (await list("pods", release)).flatMap(readGate),
    async readMarks(release, expected) {
      const which = [selectorOf(release), "--tail=-1", "--ignore-errors", "--max-log-requests=100"];
      return await readMarks(releases, which, expected);
    },
  };
}

/** The selector of what belongs to a release. */
export function selectorOf(release: string): string {
  return `--selector=app.kubernetes.io/instance=${release}`;
}

/** What is read of Jobs and pods. */
interface AnyObject {
  readonly metadata: { readonly name: string; readonly uid: string; readonly labels: Readonly<Record<string, string>> };
  readonly status: {
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly lastTransitionTime: string;
    }[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}
interface ContainerStatus {
  readonly name: string;
  readonly state: { readonly terminated?: Terminated };
  readonly lastState: { readonly terminated?: Terminated };
}
interface Terminated {
  readonly exitCode: number;
  readonly finishedAt: string;
  readonly message?: string;
}

function stageOf({ metadata }: AnyObject): string {
  return metadata.labels["app.kubernetes.io/name"] ?? "";
}

function readJob(job: AnyObject): JobState {
  const { name, uid } = job.metadata;
  const end = job.status.conditions?.find(
    ({ type, status }) => status === "True" && (type === "Complete" || type === "Failed"),
  );
  const ended = end === undefined ? {} : { end: end.type };
  return { stage: stageOf(job), name, uid, ...ended, endedAt: Date.parse(end?.lastTransitionTime ?? "") };
}

// The gate of a service starts again when it has failed: it is the last end that counts.
function readGate(pod: AnyObject): readonly GateEnd[] {
  const gate = pod.status.initContainerStatuses?.find(({ name }) => name === "gate");
  const terminated = gate?.state.terminated ?? gate?.lastState.terminated;
  if (terminated === undefined) return [];
  const { exitCode, message = "", finishedAt } = terminated;
  return [{ stage: stageOf(pod), exitCode, message, finishedAt: Date.parse(finishedAt) }];
}
