/** What Helm prints after an install of batch-job. */

import type { Lines } from "../../chart/notes.ts";
import { bind } from "../../expression/bind.ts";
import { release } from "../../expression/built-in.ts";
import type { Expression } from "../../expression/expression.ts";
import { choose } from "../../expression/when.ts";
import { eq } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import { claimNotes } from "../workload/volumes/claim-notes.ts";
import type { Workload } from "../workload/workload.ts";
import type { Jobs } from "./job.ts";
import type { BatchJobValues } from "./values.ts";

/** How to watch the task and read its log. */
export function notes(
  { v, names }: Workload<BatchJobValues>,
  kind: Expression<string>,
  { jobName, cronJobName }: Jobs,
): Lines {
  return [
    bind("namespace", names.namespace, (namespace) => [
      choose(
        eq(kind, "Job"),
        bind("job", jobName, (job) => [
          text`Job ${job} runs in namespace ${namespace}.`,
          "",
          "Watch it:",
          text`  kubectl get job ${job} --namespace ${namespace} --watch`,
          "Read its log:",
          text`  kubectl logs job/${job} --namespace ${namespace} --container main --follow`,
          "Run it again unchanged, with another run id:",
          text`  helm upgrade ${release.name} <chart> --namespace ${release.namespace} --reuse-values \\`,
          "    --set-string global.pipeline.runId=<run id>",
        ]),
        bind("cronJob", cronJobName, (cronJob) => [
          text`CronJob ${cronJob} runs in namespace ${namespace}.`,
          "",
          "Show when it runs:",
          text`  kubectl get cronjob ${cronJob} --namespace ${namespace}`,
          "Run it now:",
          text`  kubectl create job ${cronJob}-now --from=cronjob/${cronJob} --namespace ${namespace}`,
        ]),
      ),
      claimNotes(v, names, namespace),
    ]),
  ];
}
