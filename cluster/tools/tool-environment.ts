import { delimiter } from "node:path";
import process from "node:process";

// Not every PATH includes the programs for root, or Go as unpacked from its official archive.
const systemDirectories = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/go/bin"];

/** The environment of this process, with the directories of built programs first on its PATH. */
export function toolEnvironment(directories: readonly string[] = []): Readonly<Record<string, string>> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const path = [...directories, process.env["PATH"] ?? "", ...systemDirectories].filter((part) => part !== "");
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) };
}
