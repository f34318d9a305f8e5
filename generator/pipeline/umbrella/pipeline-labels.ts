/** The labels of the objects that belong to a pipeline, and to none of its stages. */
import { chart, release } from "../../expression/built-in.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { merge } from "../../functions/maps.ts";
import { fitName, text } from "../../functions/strings.ts";
import { placeLabels, recommendedLabels, versionLabel } from "../../library/common/labels.ts";
import type { Strings } from "../../library/common/names.ts";
import type { PipelineValues } from "../environments/pipeline-model.ts";
import type { Pipeline } from "../pipeline.ts";
import { instanceOf } from "./pipeline-names.ts";

/** What the objects of a pipeline are part of: its name, or its alias in an umbrella. */
export const wholeName: Expression<string> = fitName(chart.name, 63);

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
      "helm.sh/chart": versionLabel(text`${chart.name}-${chart.version}`),
    },
    v.global.commonLabels,
    recommendedLabels(placeLabels(wholeName, wholeName)),
  );
}
