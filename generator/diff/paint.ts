/** What a printed comparison leaves to whoever knows the terminal: its colours. */

/** What became of a value or an object: added, removed, or changed. */
export type Mark = "+" | "-" | "~";

/** What a text is, as far as its colour depends on it; `quiet` is what one may pass over. */
export type TextRole = Mark | "heading" | "quiet";

/** Colours a text, or gives it back as it is. */
export type Paint = (role: TextRole, text: string) => string;
