/** Where the files of a chart lie when many copies of it lie below one parent, so that Helm reads few of them often. */

/** A place: in each copy of the chart, or once in the parent. */
export interface Place {
  readonly isShared: boolean;
  readonly path: string;
}

/**
 * The place of a file of a chart; nothing for a file that Helm does not need. Named templates are Helm's own, not their
 * chart's: the parent has them once.
 */
export function placeInParent(chart: string, path: string): Place | undefined {
  if (path.endsWith("templates/NOTES.txt")) return undefined;
  // Helm takes a file for one of named templates by the start of its name, whatever the directory is called.
  const [, file] = /^templates\/((?:.+\/)?_[^/]+)$/.exec(path) ?? [];
  if (file !== undefined) {
    const names = [chart, ...file.split("/").map((name) => name.replace(/^_/, ""))];
    return { isShared: true, path: `templates/_${names.join("-")}` };
  }
  const isOwn = path.startsWith("templates/") || /^(charts\/[^/]+\/)?(Chart|values)\.yaml$/.test(path);
  return isOwn ? { isShared: false, path } : undefined;
}
