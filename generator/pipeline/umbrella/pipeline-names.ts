/**
 * What keeps the names and selectors of a pipeline apart from those of others in one release: its alias in an umbrella,
 * or its `nameOverride`.
 */
import { bind } from "../../expression/bind.ts";
import { chart, release } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import { Expression } from "../../expression/expression.ts";
import { atom, command, stringConstant } from "../../expression/go/go-syntax.ts";
import { guard } from "../../expression/guard.ts";
import { pathNode } from "../../expression/node.ts";
import { valuesOf } from "../../expression/reference.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { choose } from "../../expression/when.ts";
import { call } from "../../functions/call.ts";
import { eq, ne, nonEmpty, orIfEmpty, ternary } from "../../functions/logic.ts";
import type { ByName } from "../../functions/maps.ts";
import { ownEntry } from "../../functions/own-entry.ts";
import { fitName, lower, replace, text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { oncePer } from "../../once-per.ts";
import { type PipelineValues, pipelineValues } from "../environments/pipeline-model.ts";
import type { Pipeline } from "../pipeline.ts";

const { nameOverride } = valuesOf<PipelineValues>(pipelineValues);

// An alias may have capital letters and underscores.
const chartName = lower(replace(chart.name, "_", "-"));

function nameInRelease(own: Expression<string>) {
  return choose(nonEmpty(own), fitName(text`${release.name}-${own}`, 63), release.name);
}

const defineInstance = oncePer(
  ({ name }: Pipeline) =>
    new Define<string>(
      `${name}.instance`,
      "string",
      bind("own", orIfEmpty(nameOverride, ternary(eq(chart.name, name), "", chartName)), nameInRelease),
      `What the names of all objects begin with, and their label app.kubernetes.io/instance: the name of the release, and
that of the pipeline where nameOverride or an alias gives it one of its own.`,
    ),
);

/** The instance of a pipeline in its release: `rel`, or `rel-clicks` for the alias `clicks`. */
export function instanceOf(pipeline: Pipeline): Expression<string> {
  return include(defineInstance(pipeline));
}

const defineOwnName = oncePer(
  ({ name }: Pipeline) =>
    new Define<string>(
      `${name}.fullname`,
      "string",
      bind("own", orIfEmpty(nameOverride, ternary(chart.isRoot, "", chartName)), (own) =>
        choose(
          nonEmpty(own),
          fitName(replace(text`${release.name}-${own}`, ".", "-"), 63),
          fitName(replace(release.name, ".", "-"), 63),
        ),
      ),
      "The name of the pipeline's own objects, which in an umbrella no other pipeline has.",
    ),
);

/** The name of the objects of a pipeline's own, those of no stage: `rel`, in an umbrella `rel-etl` or `rel-clicks`. */
export function ownNameOf(pipeline: Pipeline): Expression<string> {
  return include(defineOwnName(pipeline));
}

const OWNERS = "StageOwners";

// Helm passes all charts the same `.Release`: what one of them stores there, the others find.
const ownersFunction = templateFunction({
  name: "stageOwners",
  go: ([builtIn]) =>
    command(
      "get",
      command("merge", builtIn, command("dict", stringConstant(OWNERS), atom("dict"))),
      stringConstant(OWNERS),
    ),
  js: (builtIn: { readonly [OWNERS]?: ByName<string> }) => builtIn[OWNERS] ?? {},
});
// `merge` keeps an entry that is there.
const ownerFunction = templateFunction({
  name: "ownerOfStage",
  go: ([owners, name, own]) => command("get", command("merge", owners, command("dict", name, own)), name),
  js: (owners: ByName<unknown>, name: string, own: unknown) => ownEntry(owners, name) ?? own,
});

/** Refuses a stage of which another pipeline in the release has one of the same name: their objects would collide. */
export function ownerGuard(pipeline: Pipeline, stage: string): Documents {
  const builtIn = new Expression<object>(pathNode({ type: "object", root: ".", keys: ["Release"] }));
  const templates = new Expression<string>(pathNode({ type: "string", root: ".", keys: ["Template", "BasePath"] }));
  return bind("owners", call<object>(ownersFunction, [builtIn], { type: "object" }), (owners) =>
    bind("name", text`${instanceOf(pipeline)}/${stage}`, (name) =>
      bind("owner", call<string>(ownerFunction, [owners, name, templates], { type: "string" }), (owner) =>
        guard(
          ne(owner, templates),
          text`${stage}: expected a name that no stage of another pipeline in the release has, got one of ${owner} (an alias or nameOverride of a pipeline keeps them apart)`,
        ),
      ),
    ),
  );
}
