import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { TarDirectory, TarEntry } from "../../cli/chart-directory/pack-tar.ts";
import { ClusterError } from "../cluster-error.ts";
import { listShell } from "./busybox.ts";
import { directories, sharedDirectory, textFile } from "./directories.ts";
import { findPostgres, postgresPrograms } from "./find-postgres.ts";
import type { Image } from "./image-archive.ts";
import { readDirectory } from "./read-directory.ts";
import { readLibraries } from "./read-program.ts";

/** The user `postgres` of the real image. */
const owner = { user: 999, group: 999 };

/**
 * The image `postgres`: Debian's PostgreSQL, whichever version that is, with the user, the port, the directories and
 * the variables of the real one. Its entry point is a shortened version of the real one.
 */
export async function postgres(): Promise<Image> {
  const home = await findPostgres();
  if (home === undefined) throw new ClusterError("MISSING", "Cannot make an image of PostgreSQL: it is not installed");
  const entrypoint = await readFile(new URL("postgres-entrypoint.sh", import.meta.url), "utf8");
  const own = (path: string, mode: number): TarDirectory => ({ type: "directory", path, mode, owner });
  const isNeeded = (path: string): boolean => !/^(bitcode|llvmjit.*|pgxs|man)$/.test(path);
  return {
    name: "docker.io/library/postgres:17.2",
    config: {
      Env: [`PATH=${home}/bin:/usr/local/bin:/usr/bin:/bin`, "LANG=C.UTF-8", "PGDATA=/var/lib/postgresql/data"],
      ExposedPorts: { "5432/tcp": {} },
      Entrypoint: ["docker-entrypoint.sh"],
      Cmd: ["postgres"],
      StopSignal: "SIGINT",
    },
    entries: [
      ...directories(
        "bin",
        "dev",
        "etc",
        "run",
        "usr",
        "usr/bin",
        "usr/lib",
        "usr/local",
        "usr/local/bin",
        "usr/share",
      ),
      ...directories("var", "var/lib"),
      sharedDirectory("tmp"),
      { type: "link", path: "var/run", target: "/run" },
      own("run/postgresql", 0o3777),
      own("var/lib/postgresql", 0o755),
      own("var/lib/postgresql/data", 0o1777),
      ...(await listShell()),
      ...(await readDirectory(`${home}/bin`)),
      ...(await readDirectory(`${home}/lib`, isNeeded)),
      ...(await readDirectory(`/usr/share/postgresql/${basename(home)}`, isNeeded)),
      ...(await readDirectory("/usr/share/zoneinfo/Etc")),
      ...(await readDirectory("/usr/lib/locale/C.utf8")),
      ...(await listLibraryFiles(home)),
      { ...textFile("usr/local/bin/docker-entrypoint.sh", entrypoint), mode: 0o755 },
      textFile("etc/passwd", "root:x:0:0:root:/root:/bin/sh\npostgres:x:999:999::/var/lib/postgresql:/bin/sh\n"),
      textFile("etc/group", "root:x:0:\npostgres:x:999:\n"),
    ],
  };
}

/** The libraries of all programs, each once. */
async function listLibraryFiles(home: string): Promise<readonly TarEntry[]> {
  const lists = await Promise.all(postgresPrograms.map((name) => readLibraries(`${home}/bin/${name}`)));
  return [...new Map(lists.flat().map((file) => [file.path, file])).values()];
}
