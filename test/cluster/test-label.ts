/** Label of all that tests make in the cluster themselves: so the next run finds what one that was killed left. */
export const testLabels = { "app.kubernetes.io/managed-by": "chartwright-tests" } as const;

/** The same as a selector of kubectl's. */
export const testSelector = Object.entries(testLabels)
  .map(([key, value]) => `${key}=${value}`)
  .join(",");
