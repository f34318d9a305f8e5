/** Operands in the code of an action: an atom, or what parentheses hold. */

/** The length of the operand that a code starts with, 0 where it starts with none. */
export function operandLength(code: string): number {
  if (code[0] !== "(") return /^("(?:\\.|[^"\\])*"|[^\s|()]+)/.exec(code)?.[0].length ?? 0;
  const length = closingLength(code);
  // `(.Values.job).parallelism`
  return length + (/^[.\w]+/.exec(code.slice(length))?.[0].length ?? 0);
}

function closingLength(code: string): number {
  let depth = 0;
  for (const match of code.matchAll(/"(?:\\.|[^"\\])*"|[()]/g)) {
    if (match[0] === "(") depth += 1;
    else if (match[0] === ")") depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return code.length;
}
