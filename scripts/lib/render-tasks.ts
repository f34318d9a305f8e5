import { mapLimited } from "../../cli/files/map-limited.ts";
import type { Helm } from "../../cli/helm/run-helm.ts";
import { type Rendered, type RenderTask, renderTask } from "./render-task.ts";
import { startProgress } from "./start-progress.ts";

/**
 * Renders tasks, two at a time, and shows the progress.
 * @throws AggregateError with the error of each task that failed, not only the first
 */
export async function renderTasks(
  helm: Pick<Helm, "path">,
  tasks: readonly RenderTask[],
  progress = startProgress(),
): Promise<readonly Rendered[]> {
  const results = await mapLimited(tasks, 2, async (task) => {
    try {
      return { rendered: await renderTask(helm, task) };
    } catch (error) {
      return { error: new Error(`${task.subject} (${task.variant})`, { cause: error }) };
    } finally {
      progress.advance();
    }
  }).finally(progress.end);
  const errors = results.flatMap(({ error }) => (error === undefined ? [] : [error]));
  if (errors.length > 0) throw new AggregateError(errors, `Cannot pass ${errors.length} of ${tasks.length} renders`);
  return results.flatMap(({ rendered }) => (rendered === undefined ? [] : [rendered]));
}
