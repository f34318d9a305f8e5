/** A library chart's own templates in a pipeline, in the place of the copies that the pipeline has of them. */
import type { Files } from "../../generator/mod.ts";

/** Where the files of a chart's templates are in a pipeline; their named templates alone are used. */
export function folderOf(chart: string): string {
  return `templates/${chart}/`;
}

/** The path in a pipeline of a file of a chart's; nothing for its tests and notes, of which a pipeline has its own. */
export function pathInPipeline(folder: string, path: string): string | undefined {
  const [, file] = /^templates\/([^/]+)[.](?:tpl|yaml)$/.exec(path) ?? [];
  return file === undefined ? undefined : `${folder}_${file.replace(/^_/, "")}.tpl`;
}

/**
 * The files of a pipeline that includes the named templates of a chart by the names that they have in the chart, instead
 * of its copies, whose names begin with the pipeline's.
 */
export function withOwnTemplates(files: Files, pipeline: string, chart: string, own: Files): Files {
  const folder = folderOf(chart);
  const others = [...files].filter(([path]) => !path.startsWith(folder));
  const renamed = others.map(([path, text]): readonly [string, string] => {
    return [path, path.startsWith("templates/") ? text.replaceAll(`"${pipeline}/${chart}.`, `"${chart}.`) : text];
  });
  const placed = [...own].flatMap(([path, text]): readonly (readonly [string, string])[] => {
    const place = pathInPipeline(folder, path);
    return place === undefined ? [] : [[place, text]];
  });
  return new Map([...renamed, ...placed]);
}

/** Whether a template of a chart is its own, and no copy that a pipeline has of one of a chart of its stages. */
export function isOwnTemplate(path: string): boolean {
  return /^templates\/.+[.](yaml|tpl)$/.test(path) && !/^templates\/(_stage-|[^/]+\/_)/.test(path);
}
