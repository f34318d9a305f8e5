import { ClusterError } from "./cluster-error.ts";
import { findStaticBusybox } from "./image/busybox.ts";
import { findPostgres } from "./image/find-postgres.ts";
import { findProgram } from "./tools/find-program.ts";
import { toolEnvironment } from "./tools/tool-environment.ts";

/** Programs, by the package of Debian and Ubuntu that has each. */
export type Needs = Readonly<Record<string, string>>;

/** The programs that a cluster without Docker needs on the machine. */
export const nodeNeeds: Needs = {
  conntrack: "conntrack",
  ethtool: "ethtool",
  ip: "iproute2",
  iptables: "iptables",
  mount: "mount",
  nft: "nftables",
  nsenter: "util-linux",
  openssl: "openssl",
  runc: "runc",
  sysctl: "procps",
};

/** The programs in the images of the examples. */
export const imageNeeds: Needs = {
  "static busybox": "busybox-static",
  "/usr/bin/curl": "curl",
  nginx: "nginx-light",
  postgres: "postgresql",
  "/usr/bin/python3": "python3",
};

/** How programs are found other than by their name on the PATH. */
const finders: Readonly<Record<string, () => Promise<string | undefined>>> = {
  "static busybox": findStaticBusybox,
  postgres: findPostgres,
};

/**
 * Checks that programs are installed.
 * @throws ClusterError that names all missing programs and the apt command that installs them
 */
export async function checkNeeds(needs: Needs): Promise<void> {
  const missing = await listMissing(needs);
  if (missing.length > 0) throw new ClusterError("MISSING", describeMissing(missing, needs));
}

/** Lists those of the programs that are not installed. */
export async function listMissing(needs: Needs): Promise<readonly string[]> {
  const path = toolEnvironment()["PATH"] ?? "";
  const missing: string[] = [];
  for (const name of Object.keys(needs)) {
    const found = await (finders[name]?.() ?? findProgram(name, path));
    if (found === undefined) missing.push(name);
  }
  return missing;
}

/** The message about missing programs, with the command that installs them. */
export function describeMissing(missing: readonly string[], needs: Needs): string {
  const wanted = [...new Set(missing.map((name) => needs[name] ?? name))].sort();
  const install = `apt-get update && apt-get install --no-install-recommends ${wanted.join(" ")}`;
  const count = missing.length === 1 ? "a program is" : "programs are";
  return `Cannot start: ${count} missing: ${missing.join(", ")}; on Debian and Ubuntu run\n  ${install}`;
}
