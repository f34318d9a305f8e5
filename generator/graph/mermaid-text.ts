/** Text and names in Mermaid. */

// Characters that Mermaid, HTML or the Markdown in labels could interpret as syntax.
const special = /[^A-Za-z0-9 ,./:-]/gu;
// Old versions of Mermaid refuse this as a link: a zero-width space breaks it up.
const link = /www(?=[.])|:(?=[/][/])/gi;
const NO_SPACE = "#8203;";

/** A text with each character that could have a meaning written as its code: `#35;`. */
export function escapeMermaid(text: string): string {
  return text
    .replace(special, (character) => `#${character.codePointAt(0)};`)
    .replace(link, (start) => `${start}${NO_SPACE}`);
}

/** The name of a node by its id; the prefix keeps it from being a keyword of Mermaid, such as `end`. */
export function nameMermaid(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll("/", "__").replaceAll("-", "_")}`;
}
