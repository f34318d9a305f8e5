/** Text and names in Mermaid. */

// What Mermaid, HTML or the Markdown in labels could take for syntax.
const special = /[^A-Za-z0-9 ,./:-]/gu;
// What old versions of Mermaid take for a link, and refuse: a space of no width keeps it apart.
const link = /www(?=[.])|:(?=[/][/])/gi;
const NO_SPACE = "#8203;";

/** A text with each character that could have a meaning written as its code: `#35;`. */
export function escapeMermaid(text: string): string {
  return text
    .replace(special, (character) => `#${character.codePointAt(0)};`)
    .replace(link, (start) => `${start}${NO_SPACE}`);
}

/** The name of a node by its id; the prefix keeps it from being a word of Mermaid's own, such as `end`. */
export function nameMermaid(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll("/", "__").replaceAll("-", "_")}`;
}
