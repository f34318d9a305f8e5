/** A library chart's own templates in a pipeline, in the place of the copies that the pipeline has of them. */
import type { Files } from "../../generator/mod.ts";

/** A file of a chart where a pipeline has it; nothing for tests and notes, of which a pipeline has its own. */
export function placeInPipeline(chart: string, path: string, text: string): readonly [string, string] | undefined {
  const [, file = "", extension] = /^templates\/_?([^/]+)[.](tpl|yaml)$/.exec(path) ?? [];
  if (extension === undefined) return undefined;
  return [`${folderOf(chart)}_${file}.tpl`, extension === "yaml" ? asNamedTemplate(chart, file, text) : text];
}

// A pipeline includes the objects of a stage, where a chart alone has them in a file.
function asNamedTemplate(chart: string, file: string, text: string): string {
  const kind = file.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `{{- define "${chart}.${kind}" -}}\n${text}{{- end }}\n`;
}

function folderOf(chart: string): string {
  return `templates/${chart}/`;
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
  const placed = [...own].flatMap(([path, text]) => {
    const file = placeInPipeline(chart, path, text);
    return file === undefined ? [] : [file];
  });
  return new Map([...renamed, ...placed]);
}

/** Whether a template of a chart is its own, and no copy that a pipeline has of one of a chart of its stages. */
export function isOwnTemplate(path: string): boolean {
  return /^templates\/.+[.](yaml|tpl)$/.test(path) && !/^templates\/(_stage-|[^/]+\/_)/.test(path);
}
