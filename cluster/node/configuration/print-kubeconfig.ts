import type { Buffer } from "node:buffer";

/** Whom a kubeconfig speaks for, and to which API server. */
export interface KubeconfigOptions {
  /** The API server's URL. */
  readonly server: string;
  /** Certificate of the authority that the server's certificate is checked with (PEM). */
  readonly authority: Buffer;
  /** Client certificate and key (PEM). */
  readonly certificate: Buffer;
  readonly key: Buffer;
}

/** Prints a kubeconfig that holds all it needs; JSON, which is YAML too. */
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
