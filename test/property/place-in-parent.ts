/** Where the files of a chart lie when many copies of it lie below one parent, so that Helm reads few of them often. */

/** A place: in each copy of the chart, or once in the parent. */
export interface Place {
  readonly isShared: boolean;
  readonly path: string;
}

/**
 * The place of a file of a chart; nothing for a file that Helm does not need. Named templates are Helm's own, not their
 * chart's: the parent has them once. Of the templates of charts below a pipeline nothing else is used.
 */
export function placeInParent(chart: string, path: string): Place | undefined {
  // Helm takes a file for one of named templates by the start of its name, whatever the directory is called.
  const shared = (owner: string, file: string): Place => ({
    isShared: true,
    path: `templates/_${owner}-${file.replaceAll("/", "-")}`,
  });
  const [, owner = "", file = ""] = /^charts\/([^/]+)\/templates\/(.+)$/.exec(path) ?? [];
  if (path.endsWith("templates/NOTES.txt")) return undefined;
  if (owner !== "") return shared(owner, file);
  if (path.startsWith("templates/_")) return shared(chart, path.slice("templates/_".length));
  const isOwn = path.startsWith("templates/") || /^(charts\/[^/]+\/)?(Chart|values)\.yaml$/.test(path);
  return isOwn ? { isShared: false, path } : undefined;
}
