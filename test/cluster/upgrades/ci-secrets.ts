/** Secrets that ci files name: without them no pod gets the volumes of those. */
export const ciSecrets = ["node-stage", "node-publish"].map((name) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name },
  stringData: { key: "secret" },
}));
