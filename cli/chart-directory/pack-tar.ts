import { Buffer } from "node:buffer";
import { Header, Pax } from "tar";

/** An entry of an archive. */
export type TarEntry = TarFile | TarDirectory | TarLink;

interface TarBase {
  /** Path without a leading slash. */
  readonly path: string;
  /** Ids of its user and group (default: 0, root). */
  readonly owner?: { readonly user: number; readonly group: number };
}

/** A file. */
export interface TarFile extends TarBase {
  readonly type: "file";
  readonly content: Uint8Array;
  /** Permissions (default: 0644). */
  readonly mode?: number;
}

/** A directory. */
export interface TarDirectory extends TarBase {
  readonly type: "directory";
  /** Permissions (default: 0755). */
  readonly mode?: number;
}

/** A symbolic link. */
export interface TarLink extends TarBase {
  readonly type: "link";
  readonly target: string;
}

const typeNames = { file: "File", directory: "Directory", link: "SymbolicLink" } as const;

/**
 * Packs entries into a tar archive, in their order; the same entries yield the same bytes.
 * @param date of every entry (default: 1970-01-01)
 */
export function packTar(entries: readonly TarEntry[], date: Date = new Date(0)): Buffer {
  // Two empty blocks end an archive.
  return Buffer.concat([...entries.flatMap((entry) => packEntry(entry, date)), Buffer.alloc(1024)]);
}

function packEntry(entry: TarEntry, mtime: Date): readonly Uint8Array[] {
  const content = entry.type === "file" ? entry.content : Buffer.alloc(0);
  const linkpath = entry.type === "link" ? entry.target : "";
  const header = new Header({
    path: entry.path,
    type: typeNames[entry.type],
    mode: readMode(entry),
    uid: entry.owner?.user ?? 0,
    gid: entry.owner?.group ?? 0,
    size: content.length,
    mtime,
    linkpath,
  });
  const block = Buffer.alloc(512);
  // What does not fit into the header is in an entry before it.
  const target = linkpath === "" ? {} : { linkpath };
  const pax = header.encode(block) ? new Pax({ path: entry.path, ...target }).encode() : Buffer.alloc(0);
  return [pax, block, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
}

function readMode(entry: TarEntry): number {
  if (entry.type === "link") return 0o777;
  return entry.mode ?? (entry.type === "file" ? 0o644 : 0o755);
}
