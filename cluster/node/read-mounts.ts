/** A mounted file system. */
export interface Mount {
  readonly mountPoint: string;
  /** Type of the file system: `ext4`, `cgroup`. */
  readonly type: string;
}

/** Reads the text of `/proc/self/mountinfo`, in the order of mounting. */
export function readMounts(mountInfo: string): readonly Mount[] {
  const lines = mountInfo.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    // See proc_pid_mountinfo(5): the fifth field is the mount point; the type follows a field of one dash.
    const [before = "", after = ""] = line.split(" - ");
    return { mountPoint: unescapePath(before.split(" ")[4] ?? ""), type: after.split(" ")[0] ?? "" };
  });
}

/** The kernel writes spaces, tabs, line ends and backslashes as a backslash and three octal digits. */
function unescapePath(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
