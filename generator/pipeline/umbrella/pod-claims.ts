/** Claims that only one pod can mount, and that pods of several stages mount: a pod that waits would keep it for ever. */
import type { Chart } from "../../chart/define-chart.ts";
import { releaseOf, withDefaults } from "../../evaluate/evaluate-chart.ts";
import { evaluateDocuments } from "../../evaluate/evaluate-manifest.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import { defineCheck, defineFunction, entry, param, stringParam } from "../../expression/define-function.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { when } from "../../expression/when.ts";
import { hasItem } from "../../functions/lists.ts";
import { and, nonEmpty, not, orIfEmpty } from "../../functions/logic.ts";
import { type ByName, hasEntry, lookUp } from "../../functions/maps.ts";
import { contains, text, toJson } from "../../functions/strings.ts";
import type { PipelineContext } from "../../library/common/pipeline-context.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { oncePer } from "../../once-per.ts";
import { podsOf, stagesInPodOf } from "../orderings/pods.ts";
import type { EnabledValues, Part, Pipeline, Violation } from "../pipeline.ts";
import { includeAll } from "./context/pipeline-context.ts";
import { share } from "./shared-context.ts";
import { type StageContext, stageRoot, subchart } from "./subchart.ts";

/** By stage, the claims that its pod mounts and no other pod may: the volume by the path of the access modes. */
type PodClaims = ByName<ByName<string>>;

const params = {
  stage: stringParam,
  pod: param<readonly string[]>({ type: "array", items: { type: "string" } }),
  claims: param<PodClaims>({ type: "object", additionalProperties: { type: "object" } }),
};

const WANTED = 'access modes that let several pods in (ordering "inPod" runs a chain of stages in one)';

const sharedPodClaim = defineFunction<ByName<string> | Violation, typeof params>({
  name: "sharedPodClaim",
  comment: "A claim of a stage that only one pod can mount and that the pod of another stage mounts too, as a refusal.",
  params,
  result: "map",
  body: ({ stage, pod, claims }) =>
    bind(
      "mounted",
      orIfEmpty(lookUp("object", claims, stage), {}) as Expression<ByName<string>>, // "" is empty
      (mounted) =>
        forEach(
          mounted,
          (path) =>
            forEach(
              claims,
              (other, held) =>
                when(and(not(hasItem(pod, other)), hasEntry(held, path)), [
                  entry("path", path),
                  entry("wanted", WANTED),
                  entry("found", text`ReadWriteOncePod, which ${other} and ${stage} share`),
                ]),
              { as: "held" },
            ),
          { as: "id" },
        ),
      { type: "object" },
    ),
});

const violation = {
  type: "object",
  required: ["path", "wanted", "found"],
  properties: Object.fromEntries(["path", "wanted", "found"].map((name) => [name, { type: "string" }])),
} as const;

const checkSharedPodClaim = defineCheck({
  name: "checkSharedPodClaim",
  comment: "Refuses a claim of one pod that pods of several stages mount, of which one holds it while the others wait.",
  params,
  body: ({ stage, pod, claims }) =>
    bind<Violation, unknown>(
      "shared",
      sharedPodClaim<Violation>(stage, pod, claims),
      (shared) => guard(nonEmpty(shared), text`${shared.path}: expected ${shared.wanted}, got ${shared.found}`),
      violation,
    ),
});

/** By stage, the claims of its pod, where some charts have claims and others pods that mount them. */
function claimsOfPods(pipeline: Pipeline, context: Context): Input<PodClaims> {
  const entries = [...pipeline.parts].flatMap(([stage, { stage: model }]) => {
    const define = model.chart.stage?.podClaims;
    if (define === undefined) return [];
    return [
      [stage, when(nonEmpty(subchart(stage)), include(define, stageRoot(pipeline, stage, { Pipeline: context })))],
    ];
  });
  return Object.fromEntries(entries) as Input<PodClaims>; // each named template yields a map of texts
}

type Context = NonNullable<StageContext["Pipeline"]>;

const defineClaims = oncePer((pipeline: Pipeline) =>
  oncePer(
    (context: Context) =>
      new Define<PodClaims>(
        `${pipeline.name}.podClaims`,
        "object",
        // Few pipelines have such a claim.
        when(contains(toJson(lookUp("object", context as Expression<object>, "accessModes")), "ReadWriteOncePod"), {
          ...claimsOfPods(pipeline, context),
        }),
        `The claims that only one pod can mount, by the stage whose pod mounts them. The first file that needs it stores it
in the root, as .PodClaims, for the others.`,
      ),
  ),
);

function mayShareClaims({ parts }: Pipeline): boolean {
  const contracts = [...parts.values()].map(({ stage }) => stage.chart.stage);
  const mounting = contracts.filter((contract) => contract?.podClaims !== undefined);
  return mounting.length > 1 && contracts.some((contract) => contract?.exclusiveClaims !== undefined);
}

/**
 * Refuses a claim that only one pod can mount where the pod of a stage mounts it while it waits, or for as long as it
 * serves, and that of another stage too.
 */
export function podClaimGuard(
  pipeline: Pipeline,
  stage: string,
  { stage: { chart } }: Part,
  { Pipeline: context, Gate: gate }: StageContext,
): Documents {
  if (chart.stage?.podClaims === undefined || context === undefined || !mayShareClaims(pipeline)) return [];
  if (gate === undefined && !isServer(chart)) return [];
  const claims = share("PodClaims", defineClaims(pipeline)(context));
  const check = checkSharedPodClaim(stage, stagesInPodOf(stage, podsOf(pipeline)), claims);
  return isServer(chart) ? check : when(nonEmpty(lookUp("object", gate as Expression<object>, "upstream")), check);
}

/** The first claim that only one pod can mount, and that stages with these values would keep from one another. */
export function findSharedPodClaim(pipeline: Pipeline, values: EnabledValues): Violation | undefined {
  if (!mayShareClaims(pipeline)) return undefined;
  const { parts, ordering } = pipeline;
  const subcharts = [...parts].flatMap(([stage, { stage: model }]) => {
    const own = values.get(stage);
    return own === undefined ? [] : [[stage, { Values: withDefaults(model.chart, own) }] as const];
  });
  // All that is read of the context.
  const context = new Define<PipelineContext>(
    `${pipeline.name}.accessModes`,
    "object",
    { accessModes: includeAll(pipeline, "exclusiveClaims") } as never,
    "The access modes of claims.",
  );
  const root = {
    Values: {},
    Release: releaseOf(),
    Chart: { Name: pipeline.name, IsRoot: true },
    Subcharts: Object.fromEntries(subcharts),
  };
  const [claims] = evaluateDocuments(claimsOfPods(pipeline, include(context)), root);
  for (const [stage, { stage: model }] of parts) {
    if (!values.has(stage) || !(isServer(model.chart) || ordering.waits(stage, parts, values))) continue;
    const shared = sharedPodClaim(stage, stagesInPodOf(stage, podsOf(pipeline)), claims as Operand<PodClaims>);
    const [found] = evaluateDocuments(shared, {}) as readonly [Violation | Record<never, never>];
    if ("path" in found) return found;
  }
  return undefined;
}

// Its pod holds a claim for as long as it serves.
function isServer({ stage }: Chart): boolean {
  return stage?.role === "server";
}
