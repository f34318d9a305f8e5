/** The code of an action as a tree: a pipeline of commands, whose operands are words, texts, fields and groups. */

/** A piece of the code of an action, from a place to another. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** What stands between spaces: a name of a function, a text, a number, a variable or field, or a group. */
export interface Operand extends Piece {
  readonly kind: "word" | "text" | "number" | "field" | "group";
  readonly code: string;
  /** What a group holds. */
  readonly inside: readonly Command[];
}

/** A function and its arguments, or one operand alone. */
export interface Command extends Piece {
  readonly operands: readonly Operand[];
  /** Whether it is given the result of a command before it. */
  readonly isPiped: boolean;
}

const TOKEN = /"(?:\\.|[^"\\])*"|`[^`]*`|:=|[()|=,]|[^\s()|,]+/g;

/** Reads the commands of a pipeline; `offset` is added to all places. Keywords count as words. */
export function readPipeline(code: string, offset = 0): readonly Command[] {
  const tokens = [...code.matchAll(TOKEN)].map((match) => ({ text: match[0], start: match.index + offset }));
  return readCommands(tokens, { at: 0 });
}

/** All commands, those inside of groups after the one around them. */
export function listCommands(commands: readonly Command[]): readonly Command[] {
  return commands.flatMap((command) => [command, ...command.operands.flatMap(({ inside }) => listCommands(inside))]);
}

/** The name of a command's function; "" where it starts with none. */
export function functionOf({ operands: [first] }: Command): string {
  return first?.kind === "word" ? first.code : "";
}

interface Token {
  readonly text: string;
  readonly start: number;
}

function readCommands(tokens: readonly Token[], cursor: { at: number }): readonly Command[] {
  const commands: Command[] = [];
  let operands: Operand[] = [];
  let isPiped = false;
  const close = (): void => {
    const [first, last] = [operands.at(0), operands.at(-1)];
    if (first !== undefined && last !== undefined) {
      commands.push({ start: first.start, end: last.end, operands, isPiped });
    }
    operands = [];
  };
  for (let token = tokens[cursor.at]; token !== undefined && token.text !== ")"; token = tokens[cursor.at]) {
    cursor.at += 1;
    if (token.text === "(") operands.push(readGroup(tokens, cursor, token.start));
    else if (/^(\||:=|=|,)$/.test(token.text)) {
      close();
      isPiped = token.text === "|";
    } else operands.push(readWord(token));
  }
  close();
  return commands;
}

function readGroup(tokens: readonly Token[], cursor: { at: number }, start: number): Operand {
  const inside = readCommands(tokens, cursor);
  const end = (tokens[cursor.at]?.start ?? start) + 1;
  cursor.at += 1;
  const next = tokens[cursor.at];
  // `(.Values.job).parallelism`
  if (next?.text.startsWith(".") !== true || next.start !== end) return { kind: "group", code: "", start, end, inside };
  cursor.at += 1;
  return { kind: "field", code: next.text, start, end: end + next.text.length, inside };
}

function readWord({ text, start }: Token): Operand {
  const piece = { code: text, start, end: start + text.length, inside: [] };
  if (/^["`]/.test(text)) return { kind: "text", ...piece };
  if (/^-?\d/.test(text)) return { kind: "number", ...piece };
  return { kind: /^[.$]/.test(text) ? "field" : "word", ...piece };
}
