/** The rooms of checks: folders of generator/ that say what a chart refuses to render. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Block, findBlocks } from "./blocks.ts";
import { FAIL } from "./mutators/guards.ts";
import type { Action, Template } from "./template.ts";

const ROOT = join(import.meta.dirname, "..", "..", "generator");

/** A part of a template that refuses to render, and the room that it comes from. */
export interface CheckRegion {
  readonly start: number;
  readonly end: number;
  /** A folder below generator/. */
  readonly room: string;
}

/** A file of a room of checks. */
export interface CheckSource {
  readonly room: string;
  readonly text: string;
}

/** Reads the files of the rooms of checks: those folders of which some file refuses to render. */
export function readCheckSources(): readonly CheckSource[] {
  const files = globSync("**/*.ts", { cwd: ROOT })
    .sort()
    .map((file) => ({ room: dirname(file), text: readFileSync(join(ROOT, file), "utf8") }));
  const hasChecks = ({ text }: CheckSource): boolean => /\b(defineCheck|guard|refuse)\(/.test(text);
  const rooms = new Set(files.filter(hasChecks).map(({ room }) => room));
  // There the parts are made that checks consist of: their mutants are those of the checks.
  for (const room of ["expression", "library/common"]) rooms.delete(room);
  return files.filter(({ room }) => rooms.has(room));
}

/**
 * The parts of a template that are checks: in `_checks.tpl` all named templates, in `_functions.tpl` those that may
 * refuse to render, and elsewhere the blocks around refusals, and the calls of checks.
 */
export function findCheckRegions(
  path: string,
  template: Template,
  sources: readonly CheckSource[],
): readonly CheckRegion[] {
  const blocks = findBlocks(template);
  const defines = blocks.filter(({ open }) => open.keyword === "define");
  if (path.endsWith("/_checks.tpl")) {
    return defines.flatMap((define) => regionOf(define, roomOfDefine(template, define, sources)));
  }
  return template.actions.flatMap((action) => {
    const called = /^include "[^"]+\.(check\w+)"/.exec(action.code)?.[1];
    if (called !== undefined) return regionOf({ open: action, close: action }, roomOfName(called, sources));
    if (!FAIL.test(action.code)) return [];
    if (path.endsWith("/_functions.tpl")) {
      const define = defines.find((block) => isAround(block, action));
      return define === undefined ? [] : regionOf(define, roomOfDefine(template, define, sources));
    }
    const block = findGuard(template, blocks, action);
    return block === undefined
      ? []
      : regionOf(withBindings(template, block), findRoom(messageOf(action.code), sources));
  });
}

/** The block around a refusal: the innermost, or one around it that prints nothing else. */
function findGuard(template: Template, blocks: readonly Block[], action: Action): Block | undefined {
  const [inner, ...others] = blocks.filter((block) => block.open.keyword !== "define" && isAround(block, action));
  return others.findLast((block) => isSilent(template, block)) ?? inner;
}

function isSilent({ text, actions }: Template, { open, close }: Block): boolean {
  const inside = actions.filter(({ start }) => open.start < start && start < close.start);
  const cuts = [...inside, close].map(({ start }, i) => text.slice(inside[i - 1]?.end ?? open.end, start));
  return cuts.every((cut) => cut.trim() === "") && inside.every(({ code }) => !code.startsWith("include "));
}

/** A block with the variables that are bound just before it. */
function withBindings({ actions }: Template, block: Block): Block {
  const before = actions.slice(0, actions.indexOf(block.open)).toReversed();
  const last = before.findIndex(({ code }) => !/^\$\w+ := /.test(code));
  const first = before[last - 1];
  return first === undefined ? block : { ...block, open: { ...block.open, start: first.start } };
}

function isAround({ open, close }: Block, { start }: Action): boolean {
  return open.end <= start && start < close.start;
}

function regionOf({ open, close }: Pick<Block, "open" | "close">, room: string | undefined): readonly CheckRegion[] {
  return room === undefined ? [] : [{ start: open.start, end: close.end, room }];
}

/** The room of a named template: where its name stands, or the comment above it, perhaps with the name of a type. */
function roomOfDefine({ text }: Template, { open }: Block, sources: readonly CheckSource[]): string | undefined {
  const name = /^define "[^"]+\.(\w+)"/.exec(open.code)?.[1] ?? "";
  const comment = /\/\*\n((?:(?!\*\/)[\s\S])*)\n\*\/\}\}\n$/.exec(text.slice(0, open.start))?.[1] ?? "";
  return roomOfName(name, sources) ?? findRoom([comment], sources) ?? findRoom(comment.split(TYPE_NAME), sources);
}

const TYPE_NAME = /\b(?:[A-Z][a-z]*){2,}\b/;

function roomOfName(name: string, sources: readonly CheckSource[]): string | undefined {
  return findRoom([`name: "${name}"`], sources);
}

function isInside({ start, end }: Pick<CheckRegion, "start" | "end">, place: number): boolean {
  return start <= place && place < end;
}

/** The pieces of a message that are the same for all values. */
function messageOf(code: string): readonly string[] {
  return [...code.matchAll(/"((?:\\.|[^"\\])*)"/g)].flatMap(([, text = ""]) => text.split(/%[a-z]|\\"|: /).slice(1));
}

function findRoom(pieces: readonly string[], sources: readonly CheckSource[]): string | undefined {
  return sources.find(({ text }) => pieces.every((piece) => text.includes(piece)))?.room;
}

/** The room of a mutant that lies in a check. */
export function roomAt(regions: readonly CheckRegion[], place: number): string | undefined {
  return regions.find((region) => isInside(region, place))?.room;
}
