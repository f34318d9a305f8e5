/** The generator of another commit, imported next to the one of this checkout. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { extract } from "tar";
import { runProcess } from "../../cli/helm/run-process.ts";

/** What is compared of a generator. */
export type Side = typeof import("./side.ts");

/** The generator of another commit. */
export interface Base {
  readonly side: Side;
  /** Removes what is on disk. */
  readonly close: () => Promise<void>;
}

/** Where the other generator comes from: git, or a directory that has its dependencies too and stays as it is. */
export type BaseSource = { readonly ref: string } | { readonly directory: string };

/** Says that the generator of another commit cannot be had. */
export class BaseError extends Error {
  readonly code = "BASE";
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is placed next to the other generator, for it imports nothing of a generator but `generator/mod.ts`. */
const CARRIED = ["examples", "mutation/charts/cases", "test/against/side.ts", "test/property/pipeline-plan.ts"];

/**
 * Imports the generator of a commit, with the examples and the plans of this checkout.
 *
 * @throws BaseError where git does not know the commit, or the commit wants other dependencies
 */
export async function openBase(source: BaseSource): Promise<Base> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-against-"));
  const close = async (): Promise<void> => await rm(directory, { recursive: true, force: true });
  try {
    const base = "ref" in source ? await checkOut(source.ref, join(directory, "base")) : resolve(source.directory);
    return { side: await importSide(base, join(directory, "beside")), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function checkOut(ref: string, directory: string): Promise<string> {
  await mkdir(directory);
  const archive = `${directory}.tar`;
  const args = ["archive", "--format=tar", `--output=${archive}`, ref, "generator", "package.json"];
  const { code, stderr } = await runProcess("git", args, { cwd: root });
  if (code !== 0) throw new BaseError(`Cannot check out "${ref}": ${stderr.trim()}`);
  await extract({ file: archive, cwd: directory });
  const wanted = await readManifest(directory);
  const here = await readManifest(root);
  const differing = listDiffering(wanted.dependencies ?? {}, { ...here.devDependencies, ...here.dependencies });
  if (differing.length > 0) {
    throw new BaseError(
      `Cannot use the dependencies of this checkout for "${ref}": ${differing.join(", ")}; ` +
        "check it out, run npm ci there, and name the directory with --base-dir",
    );
  }
  await symlink(join(root, "node_modules"), join(directory, "node_modules"));
  return directory;
}

/** Dependencies by name. */
type Dependencies = Readonly<Record<string, string>>;

async function readManifest(
  directory: string,
): Promise<{ readonly dependencies?: Dependencies; readonly devDependencies?: Dependencies }> {
  return JSON.parse(await readFile(join(directory, "package.json"), "utf8"));
}

/** What a commit needs that is not there in that version. */
export function listDiffering(wanted: Dependencies, there: Dependencies): readonly string[] {
  return Object.entries(wanted)
    .filter(([name, version]) => there[name] !== version)
    .map(([name, version]) => `${name} ${version} expected, ${there[name] ?? "none"} installed`);
}

async function importSide(base: string, directory: string): Promise<Side> {
  for (const path of CARRIED) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(root, path), target, { recursive: true });
  }
  await writeFile(join(directory, "package.json"), '{ "type": "module" }\n');
  await symlink(join(base, "generator"), join(directory, "generator"));
  return await import(pathToFileURL(join(directory, "test/against/side.ts")).href);
}
