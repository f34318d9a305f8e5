import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../../run-command.ts";
import { addresses, nodeName } from "../addresses.ts";
import type { Identity, NodeLayout } from "../node-layout.ts";

/** The input of a certificate. */
interface CertificateRequest {
  /** Name of its files. */
  readonly name: string;
  /** Its subject: `/O=group/CN=user`. */
  readonly subject: string;
  /** Names and addresses of a server: `DNS:localhost,IP:127.0.0.1`. */
  readonly alternativeNames?: string;
}

const subjects: Readonly<Record<Identity, string>> = {
  admin: "/O=system:masters/CN=admin",
  "controller-manager": "/CN=system:kube-controller-manager",
  scheduler: "/CN=system:kube-scheduler",
  node: `/O=system:nodes/CN=system:node:${nodeName}`,
  proxy: "/CN=system:kube-proxy",
  coredns: "/CN=system:coredns",
};

const requests: readonly CertificateRequest[] = [
  {
    name: "apiserver",
    subject: "/CN=kube-apiserver",
    alternativeNames: [
      ...["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc"].map((name) => `DNS:${name}`),
      ...["127.0.0.1", addresses.node, addresses.apiService].map((address) => `IP:${address}`),
    ].join(","),
  },
  ...Object.entries(subjects).map(([name, subject]) =>
    name === "node" ? { name, subject, alternativeNames: `DNS:${nodeName},IP:${addresses.node}` } : { name, subject },
  ),
];

const days = "365";
const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/**
 * Writes an authority, a certificate with its key for each client and server, and the key that signs the tokens of
 * service accounts: `ca.crt`, `NAME.crt`, `NAME.key`, `service-accounts.key`.
 * @throws ClusterError when openssl fails
 */
export async function writeCertificates({ certificates: directory }: NodeLayout): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Without our own configuration openssl uses the machine's, which makes every certificate an authority.
  await writeFile(join(directory, "openssl.cnf"), "[req]\ndistinguished_name = name\n[name]\n");
  const openssl = (args: readonly string[]): Promise<string> => runCommand("openssl", args, { cwd: directory });
  const base = ["req", "-x509", "-config", "openssl.cnf", "-days", days, ...newKey];
  const authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];
  await openssl([...base, "-subj", "/CN=chartwright", ...extend(authority), "-keyout", "ca.key", "-out", "ca.crt"]);
  for (const { name, subject, alternativeNames } of requests) {
    const extensions = ["basicConstraints=CA:FALSE", "extendedKeyUsage=serverAuth,clientAuth"];
    if (alternativeNames !== undefined) extensions.push(`subjectAltName=${alternativeNames}`);
    const files = ["-keyout", `${name}.key`, "-out", `${name}.crt`];
    await openssl([...base, "-CA", "ca.crt", "-CAkey", "ca.key", "-subj", subject, ...extend(extensions), ...files]);
  }
  await openssl(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "service-accounts.key"]);
}

function extend(extensions: readonly string[]): readonly string[] {
  return extensions.flatMap((extension) => ["-addext", extension]);
}
