/** What distinguishes the objects of `helm test`. */

/** The label of the pods of `helm test`, in addition to that of the release: network policies admit them. */
export const testLabels = { "app.kubernetes.io/component": "test" } as const;

/** The annotations of an object that exists while `helm test` runs. Helm makes those of one name by kind, the pod last. */
export const TEST_HOOK = {
  "helm.sh/hook": "test",
  "helm.sh/hook-delete-policy": "before-hook-creation,hook-succeeded",
} as const;
