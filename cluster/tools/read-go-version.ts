/**
 * The version in which a go.mod requires a module: `v1.36.3`.
 * @throws Error when it does not require the module
 */
export function readGoVersion(goMod: string, module: string): string {
  const words = goMod.split("\n").map((line) =>
    line
      .trim()
      .replace(/^require /, "")
      .split(/\s+/),
  );
  const version = words.find(([path, found]) => path === module && found?.startsWith("v"))?.[1];
  if (version === undefined) throw new Error(`Cannot find the version of ${module}: the go.mod does not require it`);
  return version;
}
