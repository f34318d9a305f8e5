import type { TarEntry } from "../../cli/chart-directory/pack-tar.ts";
import { runCommand } from "../run-command.ts";
import { findProgram } from "../tools/find-program.ts";
import { directories, sharedDirectory, textFile } from "./directories.ts";
import type { Image } from "./image-archive.ts";
import { isStatic, readProgram } from "./read-program.ts";

const busyboxPath = "/usr/bin/busybox";

/** Finds the busybox of Debian's `busybox-static`; that of its `busybox` needs libraries that the images lack. */
export async function findStaticBusybox(path = busyboxPath): Promise<string | undefined> {
  const file = await findProgram(path, "");
  return file !== undefined && (await isStatic(file)) ? file : undefined;
}

/** The image `busybox`: Debian's static build, at the paths and with the user and the command of the real one. */
export async function busybox(): Promise<Image> {
  return {
    name: "docker.io/library/busybox:1.36",
    config: { Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"], Cmd: ["sh"] },
    entries: [
      ...directories("bin", "dev", "etc", "home", "root", "usr", "usr/bin", "var", "var/www"),
      sharedDirectory("tmp"),
      ...(await listShell()),
      { type: "link", path: "usr/bin/env", target: "../../bin/env" },
      textFile("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n"),
      textFile("etc/group", "root:x:0:\nnobody:x:65534:\n"),
    ],
  };
}

/** A shell and all commands of busybox, in `bin`. */
export async function listShell(): Promise<readonly TarEntry[]> {
  const commands = (await runCommand(busyboxPath, ["--list"])).trim().split("\n");
  return [
    await readProgram(busyboxPath, "bin/busybox"),
    ...commands
      .filter((name) => name !== "busybox")
      .map((name): TarEntry => ({ type: "link", path: `bin/${name}`, target: "busybox" })),
  ];
}
