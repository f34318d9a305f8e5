import { readFile } from "node:fs/promises";
import type { TarDirectory, TarEntry } from "../../cli/chart-directory/pack-tar.ts";
import { listShell } from "./busybox.ts";
import { directories, sharedDirectory, textFile } from "./directories.ts";
import type { Image, ImageConfig } from "./image-archive.ts";
import { readLibraries, readProgram } from "./read-program.ts";

/** The user `nginx` of the real images. */
const nginxUser = 101;

const env = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"];

/**
 * The image `nginx`, made of Debian's nginx: like the real one it starts as root, becomes user nginx, listens on port
 * 80, and writes to `/var/cache/nginx` and `/var/run`, which root owns.
 */
export async function nginx(): Promise<Image> {
  const config: ImageConfig = {
    Env: env,
    ExposedPorts: { "80/tcp": {} },
    Cmd: ["nginx", "-g", "daemon off;"],
    StopSignal: "SIGTERM",
  };
  const settings = { port: 80, user: "user nginx;", pid: "/var/run/nginx.pid", temporary: "/var/cache/nginx" };
  const entries = [...directories("var/cache/nginx"), ...(await listFiles(settings))];
  return { name: "docker.io/library/nginx:1.14.2", config, entries: [...rootDirectories, ...entries] };
}

/**
 * The image `nginx-unprivileged`: the same program as user 101 on port 8080, which writes to `/tmp` only and has
 * directories that group 0 may write to.
 */
export async function nginxUnprivileged(): Promise<Image> {
  const config: ImageConfig = {
    User: String(nginxUser),
    Env: env,
    ExposedPorts: { "8080/tcp": {} },
    Entrypoint: ["/docker-entrypoint.sh"],
    Cmd: ["nginx", "-g", "daemon off;"],
    StopSignal: "SIGQUIT",
  };
  const cache: TarDirectory = {
    type: "directory",
    path: "var/cache/nginx",
    mode: 0o775,
    owner: { user: nginxUser, group: 0 },
  };
  const entrypoint: TarEntry = { ...textFile("docker-entrypoint.sh", '#!/bin/sh\nexec "$@"\n'), mode: 0o755 };
  const files = await listFiles({ port: 8080, user: "", pid: "/tmp/nginx.pid", temporary: "/tmp" });
  const entries = [...rootDirectories, cache, entrypoint, ...files];
  return { name: "docker.io/nginxinc/nginx-unprivileged:1.27-alpine", config, entries };
}

const rootDirectories: readonly TarEntry[] = [
  ...directories("bin", "dev", "etc", "etc/nginx", "etc/nginx/conf.d", "run", "usr", "usr/sbin", "usr/share"),
  ...directories("usr/share/nginx", "usr/share/nginx/html", "var", "var/cache", "var/log", "var/log/nginx"),
  sharedDirectory("tmp"),
  { type: "link", path: "var/run", target: "/run" },
  { type: "link", path: "var/log/nginx/access.log", target: "/dev/stdout" },
  { type: "link", path: "var/log/nginx/error.log", target: "/dev/stderr" },
];

/** The differences between the two. */
interface NginxSettings {
  readonly port: number;
  /** The directive that names the user, if any. */
  readonly user: string;
  /** Path of the file with the process id. */
  readonly pid: string;
  /** Directory of temporary files. */
  readonly temporary: string;
}

async function listFiles(settings: NginxSettings): Promise<readonly TarEntry[]> {
  const page = "<!DOCTYPE html>\n<title>Welcome to nginx!</title>\n<h1>Welcome to nginx!</h1>\n";
  const mimeTypes = await readFile("/etc/nginx/mime.types", "utf8");
  return [
    ...(await listShell()),
    await readProgram("nginx", "usr/sbin/nginx"),
    ...(await readLibraries("nginx")),
    textFile(
      "etc/passwd",
      `root:x:0:0:root:/root:/bin/sh\nnginx:x:${nginxUser}:${nginxUser}::/nonexistent:/bin/false\n`,
    ),
    textFile("etc/group", `root:x:0:\nnginx:x:${nginxUser}:\n`),
    textFile("etc/nginx/nginx.conf", printSettings(settings)),
    textFile("etc/nginx/mime.types", mimeTypes),
    textFile("etc/nginx/conf.d/default.conf", printServer(settings)),
    textFile("usr/share/nginx/html/index.html", page),
  ];
}

function printSettings({ user, pid, temporary }: NginxSettings): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const paths = kinds.map((kind) => {
    const directory = kind === "client_body" ? "client_temp" : `${kind}_temp`;
    return `  ${kind}_temp_path ${temporary}/${directory};`;
  });
  return `${user}
worker_processes 1;
error_log /var/log/nginx/error.log warn;
pid ${pid};
events {
  worker_connections 1024;
}
http {
${paths.join("\n")}
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log /var/log/nginx/access.log;
  sendfile on;
  include /etc/nginx/conf.d/*.conf;
}
`;
}

function printServer({ port }: NginxSettings): string {
  return `server {
  listen ${port};
  server_name localhost;
  location / {
    root /usr/share/nginx/html;
    index index.html index.htm;
  }
}
`;
}
