import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { type Image, packImage } from "./image-archive.ts";

/** Writes the archive of an image into a directory and returns its path; an old one with its name is replaced. */
export async function writeImage(image: Image, directory: string): Promise<string> {
  const path = join(directory, `${image.name.replaceAll(/[^A-Za-z0-9.-]+/g, "-")}.tar`);
  await mkdir(directory, { recursive: true });
  // Renamed when it is complete, because two processes may write it at once.
  const unfinished = join(directory, `.${process.pid}-${randomBytes(4).toString("hex")}.tar`);
  try {
    await writeFile(unfinished, packImage(image, process.arch));
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return path;
}
