/** The label of the pods of `helm test`, in addition to that of the release: network policies admit them. */
export const testLabels = { "app.kubernetes.io/component": "test" } as const;
