import { listShell } from "./busybox.ts";
import { directories, sharedDirectory, textFile } from "./directories.ts";
import type { Image } from "./image-archive.ts";
import { readLibraries, readProgram } from "./read-program.ts";

const curlPath = "/usr/bin/curl";

/** The image `curlimages/curl`: Debian's curl, of its own version, and a shell, with the user of the real one. */
export async function curl(): Promise<Image> {
  return {
    name: "docker.io/curlimages/curl:8.16.0",
    config: {
      User: "curl_user",
      Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
      Entrypoint: ["/entrypoint.sh"],
      Cmd: ["curl"],
    },
    entries: [
      ...directories("bin", "dev", "etc", "home", "home/curl_user", "usr", "usr/bin", "usr/lib"),
      sharedDirectory("tmp"),
      ...(await listShell()),
      await readProgram(curlPath, curlPath.slice(1)),
      ...(await readLibraries(curlPath)),
      { type: "file", path: "entrypoint.sh", mode: 0o755, content: Buffer.from('#!/bin/sh\nexec "$@"\n') },
      textFile("etc/passwd", "root:x:0:0:root:/root:/bin/sh\ncurl_user:x:100:101::/home/curl_user:/bin/sh\n"),
      textFile("etc/group", "root:x:0:\ncurl_group:x:101:\n"),
    ],
  };
}
