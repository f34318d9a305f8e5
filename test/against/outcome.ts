/** What a generator makes of values: objects, a refusal, or an error that is unexpected. */

/** What came of a render. */
export type Outcome =
  | { readonly kind: "objects"; readonly objects: readonly object[] }
  | { readonly kind: "refusal"; readonly message: string; readonly path: string }
  | { readonly kind: "crash"; readonly message: string };

/** Renders, and says what came of it. */
export function outcomeOf(render: () => readonly object[]): Outcome {
  try {
    return { kind: "objects", objects: render() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const path = pathOf(error, message);
    return path === undefined ? { kind: "crash", message } : { kind: "refusal", message, path };
  }
}

// By their codes: each generator has classes of its own.
function pathOf(error: unknown, message: string): string | undefined {
  const { code, path, problems } = Object(error) as { code?: unknown; path?: unknown; problems?: unknown };
  switch (code) {
    case "RENDER":
      return refusedPath(message);
    case "PIPELINE":
      return String(path);
    case "VALUES":
      return [...new Set((problems as readonly { path: string }[]).map((problem) => problem.path))].sort().join(" "); // of a ValuesError
    default:
      return undefined;
  }
}

/**
 * The path in values that a refusal is about: the one that the message starts with, else the first one with a dot; ""
 * where there is none. A key that is no plain word ends a path early, in each message alike.
 */
export function refusedPath(message: string): string {
  const [, first] = /^([A-Za-z][\w-]*(?:\.[\w/-]+)*):/.exec(message) ?? [];
  return first ?? /(?<![\w./-])[A-Za-z][\w-]*(?:\.[\w/-]+)+/.exec(message)?.[0] ?? "";
}
