/** How the time to print and to render a pipeline grows with its stages. */
import { BatchJob, CsiVolume, definePipeline, evaluate, type Pipeline, printPipeline } from "../../generator/mod.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

const FEW = 10;
const MANY = 1000;
// A hundred times the stages may take a little more than a hundred times the time.
const LIMIT = 120;

// The length of a lane: each stage depends on the one before it.
const LANE = 5;

/** Measures pipelines of 10 and of 1,000 batch stages on one volume, in lanes of five, ordered by gates. */
export async function measureGrowth(advance: () => void): Promise<readonly Row[]> {
  const few = createPipeline(FEW);
  const many = createPipeline(MANY);
  const rowOf = async (what: string, work: (pipeline: Pipeline) => unknown): Promise<Row> => {
    // As many stages a run as the large pipeline has, so that the garbage collector has as much to do.
    const repeats = MANY / FEW;
    const runFew = (): void => {
      for (let i = 0; i < repeats; i += 1) work(few);
    };
    const times = await timeByTurns({ few: { run: runFew, repeats }, many: { run: () => work(many) } }, advance);
    const ratio = times.many / times.few;
    return {
      what: `${what} a pipeline of ${MANY} stages in process`,
      ours: formatTime(times.many),
      other: { what: `the same with ${FEW} stages`, value: formatTime(times.few) },
      ratio,
      target: { text: `<= ${LIMIT}`, isMet: ratio <= LIMIT },
    };
  };
  return [await rowOf("Print", printPipeline), await rowOf("Render", (pipeline) => evaluate(pipeline))];
}

function createPipeline(count: number): Pipeline {
  const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
  const data = { mountPath: "/data", pipelineVolume: workspace.volume("data") };
  const image = { repository: "busybox", tag: "1.36" };
  const stages = Array.from({ length: count }, (_, i) => {
    const dependsOn = i % LANE === 0 ? [] : [`stage${i - 1}`];
    return [`stage${i}`, new BatchJob({ image, command: ["true"], volumes: { data }, dependsOn })] as const;
  });
  return definePipeline({
    name: "growth",
    version: "0.1.0",
    ordering: "gates",
    volumes: { workspace },
    stages: Object.fromEntries(stages),
  });
}
