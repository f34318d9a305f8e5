import { readFile } from "node:fs/promises";
import { runCommand } from "../run-command.ts";
import { listShell } from "./busybox.ts";
import { directories, sharedDirectory, textFile } from "./directories.ts";
import type { Image } from "./image-archive.ts";
import { readDirectory } from "./read-directory.ts";
import { readLibraries } from "./read-program.ts";

/** Prints the paths of the program and the standard library. */
const locate = "import os, sys; print(os.path.realpath(sys.executable)); print(os.path.dirname(os.__file__))";

/**
 * The image `python`: Debian's Python, whichever version that is, with its standard library and a shell, started by
 * root as `python` or `python3`, as the real one.
 */
export async function python(): Promise<Image> {
  // Not the first python3 of the PATH, which may have been built elsewhere and need more than its own directory.
  const [program = "", library = ""] = (await runCommand("/usr/bin/python3", ["-c", locate])).split("\n");
  const isNeeded = (path: string): boolean => !/(^|\/)(__pycache__|test|idlelib|tkinter|dist-packages)$/.test(path);
  return {
    name: "docker.io/library/python:3.13-slim",
    config: {
      Env: ["PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"],
      Cmd: ["python3"],
    },
    entries: [
      ...directories("bin", "dev", "etc", "root", "usr", "usr/bin", "usr/lib", "usr/local", "usr/local/bin"),
      sharedDirectory("tmp"),
      ...(await listShell()),
      { type: "file", path: program.slice(1), mode: 0o755, content: await readFile(program) },
      { type: "link", path: "usr/local/bin/python", target: program },
      { type: "link", path: "usr/local/bin/python3", target: program },
      ...(await readLibraries(program)),
      ...(await readDirectory(library, isNeeded)),
      textFile("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"),
      textFile("etc/group", "root:x:0:\n"),
    ],
  };
}
