import type { Buffer } from "node:buffer";

/** The user and the API server of a kubeconfig. */
export interface KubeconfigOptions {
  /** The API server's URL. */
  readonly server: string;
  /** Certificate of the authority of the server's certificate (PEM). */
  readonly authority: Buffer;
  /** Client certificate and key (PEM). */
  readonly certificate: Buffer;
  readonly key: Buffer;
}

/** Prints a self-contained kubeconfig; JSON, which is YAML too. */
export function printKubeconfig({ server, authority, certificate, key }: KubeconfigOptions): string {
  const name = "chartwright";
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster: { server, "certificate-authority-data": authority.toString("base64") } }],
    users: [
      {
        name,
        user: {
          "client-certificate-data": certificate.toString("base64"),
          "client-key-data": key.toString("base64"),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
