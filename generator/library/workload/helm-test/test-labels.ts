/** The label of the pods that `helm test` runs, beside that of the release: network policies let them in. */
export const testLabels = { "app.kubernetes.io/component": "test" } as const;
