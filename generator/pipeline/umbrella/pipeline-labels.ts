/** The labels of the objects that belong to a pipeline, and to none of its stages. */
import { chart, release } from "../../expression/built-in.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { merge } from "../../functions/maps.ts";
import { fitName, replace, text } from "../../functions/strings.ts";
import type { Strings } from "../../library/common/names.ts";
import type { PipelineValues } from "../environments/pipeline-model.ts";
import type { Pipeline } from "../pipeline.ts";
import { instanceOf } from "./pipeline-names.ts";

/** The labels of an object, with `more` of its own. */
export function pipelineLabels(
  pipeline: Pipeline,
  v: Reference<PipelineValues>,
  name: Operand<string>,
  more: Strings = {},
): Expression<Strings> {
  return merge<string>(
    {
      "app.kubernetes.io/name": name,
      ...more,
      "app.kubernetes.io/instance": instanceOf(pipeline),
      "app.kubernetes.io/managed-by": release.service,
      "helm.sh/chart": fitName(replace(text`${chart.name}-${chart.version}`, "+", "_"), 63),
    },
    v.global.commonLabels,
  );
}
