/** The test of a pipeline for `helm test`: it checks all stages, and looks for files in the volumes. */
import type { Volume, VolumeMount } from "kubernetes-types/core/v1.d.ts";
import type { MountedVolume } from "../../chart/stage-contract.ts";
import type { PlainValues } from "../../chart/value-at.ts";
import { bind } from "../../expression/bind.ts";
import { release } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { type Reference, valuesOf } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { hasItem } from "../../functions/lists.ts";
import { and, nonEmpty, or } from "../../functions/logic.ts";
import { type ByName, hasEntry, lookUp, withoutEmpty } from "../../functions/maps.ts";
import { fitName, text, trimName } from "../../functions/strings.ts";
import type { ObjectMetadata } from "../../library/common/names.ts";
import type { GateContext, PipelineContext } from "../../library/common/pipeline-context.ts";
import { GATE_DIRECTORY } from "../../library/workload/gate/gate-script.ts";
import { TEST_HOOK, testLabels } from "../../library/workload/helm-test/test-metadata.ts";
import { createTestObjects } from "../../library/workload/helm-test/test-objects.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { type PipelineValues, pipelineValues } from "../environments/pipeline-model.ts";
import { contractOf } from "../orderings/check-dependencies.ts";
import { podsOf } from "../orderings/pods.ts";
import type { Pipeline } from "../pipeline.ts";
import { pipelineLabels } from "./pipeline-labels.ts";
import { ownNameOf } from "./pipeline-names.ts";
import type { StageParts } from "./stage-parts.ts";
import { lastKey, subchart, subcharts } from "./subchart.ts";

const VOLUMES = "/volumes";

/** Waits for the stages, then looks for a file in each volume. */
const TEST_SCRIPT = `sh ${GATE_DIRECTORY}/gate.sh run || exit
for volume in ${VOLUMES}/*/*; do
  if [ ! -d "$volume" ]; then continue; fi
  if [ -z "$(find "$volume" -type f | head -n 1)" ]; then
    echo "There is no file in volume $volume"
    exit 1
  fi
  echo "There are files in volume $volume"
done`;

/** Makes the documents of a pipeline's test. */
export function createTest(
  pipeline: Pipeline,
  stages: readonly StageParts[],
  context: Expression<PipelineContext>,
): Documents {
  const v = valuesOf<PipelineValues>(pipelineValues);
  const tested = defineTested(pipeline, stages);
  const body = bind("tested", withoutEmpty(include(tested)), (upstream) =>
    when(
      nonEmpty(upstream),
      bind("pipeline", context, (pipelineContext) =>
        bind("name", fitName(text`${ownNameOf(pipeline)}-tests`, 63), (name) =>
          documentsOf(pipeline, v, name, { upstream, pipelineContext }),
        ),
      ),
    ),
  );
  return when(v.tests.enabled, body);
}

function defineTested({ name }: Pipeline, stages: readonly StageParts[]): Define<GateContext["upstream"]> {
  const tested = stages.flatMap((parts) => (parts.tested === undefined ? [] : [[parts.stage, parts.tested] as const]));
  return new Define<GateContext["upstream"]>(
    `${name}.tested`,
    "object",
    Object.fromEntries(tested) as Input<GateContext["upstream"]>, // the target of each stage
    "The targets of helm test: the Jobs and addresses of the stages.",
  );
}

interface Tested {
  readonly upstream: Expression<GateContext["upstream"]>;
  readonly pipelineContext: Expression<PipelineContext>;
}

function documentsOf(
  pipeline: Pipeline,
  v: Reference<PipelineValues>,
  name: Expression<string>,
  { upstream, pipelineContext }: Tested,
): Documents {
  const metadata: ObjectMetadata = {
    name,
    namespace: release.namespace,
    labels: pipelineLabels(pipeline, v, name, testLabels),
    annotations: TEST_HOOK,
  };
  const claims = mountClaims(pipeline, { upstream, pipelineContext });
  return createTestObjects({
    name,
    namespace: release.namespace,
    metadata,
    global: v.global,
    image: v.global.pipeline.gate.image,
    timeout: v.tests.timeoutSeconds,
    awaiting: { upstream },
    leavesIds: hasItem(include(defineLevels(pipeline)), "openshift"),
    command: ["sh", "-c", TEST_SCRIPT],
    mounts: claims.map(({ mount }) => mount),
    volumes: claims.map(({ volume }) => volume),
  });
}

function defineLevels({ name, parts }: Pipeline): Define<readonly string[]> {
  const levels = [...parts].flatMap(([stage, part]) => {
    const { podSecurity } = contractOf(part);
    const own = subchart(stage);
    return podSecurity === undefined ? [] : [when(nonEmpty(own), include(podSecurity, own))];
  });
  return new Define<readonly string[]>(
    `${name}.podSecurity`,
    "array",
    levels,
    "The levels of Pod Security of the stages.",
  );
}

/** The claims that Jobs write to, as volumes of the test's pod; each is present if its claim is, and a Job is tested. */
function mountClaims(pipeline: Pipeline, { upstream, pipelineContext }: Tested) {
  return writtenVolumes(pipeline).map(({ mounted: { stage, volume }, writers }) => {
    const claimName = lookUp<string>("string", pipelineContext, "claims", stage, volume);
    const isWritten = and(nonEmpty(claimName), hasJobOf(pipeline, writers, upstream));
    const name = trimName(63, `${stage}-${volume}`);
    const own: Input<Volume> = { name, persistentVolumeClaim: { claimName, readOnly: true } };
    const place: VolumeMount = { name, mountPath: `${VOLUMES}/${stage}/${volume}`, readOnly: true };
    return { volume: when(isWritten, own), mount: when(isWritten, place) };
  });
}

// The Job of a shared pod is that of its last enabled stage; where it has a schedule instead, it may not have run yet.
function hasJobOf(
  pipeline: Pipeline,
  writers: readonly string[],
  tested: Expression<GateContext["upstream"]>,
): Expression<boolean> {
  const pods = podsOf(pipeline);
  const alone = writers.filter((stage) => !pods.flat().includes(stage));
  const ofPods = pods.flatMap((pod) => {
    const inPod = writers.filter((stage) => pod.includes(stage));
    return inPod.length === 0 ? [] : [and(hasOneOf(subcharts, inPod), hasOneOf(tested, pod))];
  });
  const tests = [...(alone.length === 0 ? [] : [hasOneOf(tested, alone)]), ...ofPods];
  return tests.reduce((before, test) => or(before, test));
}

function hasOneOf(map: Expression<ByName<object>>, names: readonly string[]): Expression<boolean> {
  const [only, ...others] = names;
  return only !== undefined && others.length === 0 ? hasEntry(map, only) : nonEmpty(lastKey(map, names));
}

/** A volume, and the stages that write to it. */
interface WrittenVolume {
  readonly mounted: MountedVolume;
  readonly writers: readonly string[];
}

// The volumes that batch stages write to; when their Jobs have succeeded, there must be files.
function writtenVolumes({ parts }: Pipeline): readonly WrittenVolume[] {
  const written = new Map<string, WrittenVolume>();
  for (const [stage, part] of parts) {
    const { role, facts } = contractOf(part);
    if (role !== "batch") continue;
    const values = part.values as PlainValues; // a map
    for (const mounted of facts?.mounts?.(values) ?? []) {
      if (mounted.isReadOnly || mounted.isBlock) continue;
      const place = `${mounted.stage}/${mounted.volume}`;
      written.set(place, { mounted, writers: [...(written.get(place)?.writers ?? []), stage] });
    }
  }
  return [...written.values()];
}
