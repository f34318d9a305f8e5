import pLimit from "p-limit";

/**
 * Maps items with at most `limit` calls at a time, and returns the results in the order of the items.
 * When a call rejects, no further ones start, and the result rejects as soon as the running ones have ended.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const failures: unknown[] = [];
  const queue = pLimit({ concurrency: limit, rejectOnClear: true });
  const all = items.map((item, index) =>
    queue(async () => {
      try {
        return await map(item, index);
      } catch (error) {
        queue.clearQueue();
        failures.push(error);
        throw error;
      }
    }),
  );
  const results = await Promise.allSettled(all);
  if (failures.length > 0) throw failures[0];
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}
