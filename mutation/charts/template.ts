/** A template's text and its actions, for those who change one of them. */

/** `{{- if .Values.enabled }}`, where it stands and what it says. */
export interface Action {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces; line breaks and all. */
  readonly code: string;
  /** Its first word where that opens, divides or closes a block, else "". */
  readonly keyword: "if" | "with" | "range" | "define" | "else" | "end" | "";
}

/** A template file of a chart. */
export interface Template {
  readonly text: string;
  /** Its actions in order; comments are left out. */
  readonly actions: readonly Action[];
}

/** A piece of a text, and what shall stand there. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const STRING = `"(?:\\\\.|[^"\\\\])*"|\`[^\`]*\``;
const ACTION = new RegExp(`\\{\\{-?(/\\*[\\s\\S]*?\\*/|\\s(?:${STRING}|[^"\`])*?)\\s?-?\\}\\}`, "g");
const KEYWORD = /^(if|with|range|define|else|end)\b/;

/** Finds the actions of a template. */
export function readTemplate(text: string): Template {
  const actions = [...text.matchAll(ACTION)].flatMap((match): readonly Action[] => {
    const [whole, inside = ""] = match;
    const code = inside.trim();
    if (code.startsWith("/*")) return [];
    const keyword = (KEYWORD.exec(code)?.[1] ?? "") as Action["keyword"]; // what the pattern admits
    return [{ start: match.index, end: match.index + whole.length, code, keyword }];
  });
  return { text, actions };
}

/** Where the code of an action starts in its template. */
export function codeStart({ text }: Template, { start, code }: Action): number {
  return text.indexOf(code, start);
}

/** A text with pieces of it replaced. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  const inOrder = replacements.toSorted((a, b) => b.start - a.start);
  return inOrder.reduce(
    (changed, { start, end, text: own }) => changed.slice(0, start) + own + changed.slice(end),
    text,
  );
}

/** The number of the line, from 1, on which a piece of a text starts. */
export function lineAt(text: string, start: number): number {
  return text.slice(0, start).split("\n").length;
}
