/** The colours of a printed comparison, which the caller applies. */

/** The change of a value or an object: added, removed, or changed. */
export type Mark = "+" | "-" | "~";

/** What a text is, as far as its colour depends on it; `quiet` is unimportant text. */
export type TextRole = Mark | "heading" | "quiet";

/** Colours a text, or returns it unchanged. */
export type Paint = (role: TextRole, text: string) => string;
