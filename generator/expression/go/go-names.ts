/** The names that printed templates have, checked before they are printed: evaluate() would take any. */
import { GO_IDENTIFIER } from "./go-syntax.ts";

/**
 * The variable of a name, `$name`. `$_` is where templates put what they do not need.
 *
 * @throws TypeError when Go has no such variable
 */
export function variableRoot(name: string): string {
  if (name !== "_" && GO_IDENTIFIER.test(name)) return `$${name}`;
  const wanted = "a name of letters, digits and underscores, not _ alone";
  throw new TypeError(`Cannot bind a variable: expected ${wanted}, got ${JSON.stringify(name)}`);
}

/**
 * The name of a named template, or a part of it.
 *
 * @throws TypeError when it has other characters than letters, digits, dots, dashes and underscores
 */
export function templateName(name: string): string {
  if (/^[A-Za-z0-9][\w.-]*$/.test(name)) return name;
  const wanted = "a name of letters, digits, dots, dashes and underscores";
  throw new TypeError(`Cannot define a template: expected ${wanted}, got ${JSON.stringify(name)}`);
}
