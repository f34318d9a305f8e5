interface IgnoreRule {
  readonly isNegated: boolean;
  readonly isForDirectories: boolean;
  matches(path: string): boolean;
}

/**
 * Reads a `.helmignore` file and returns the test for a path below the chart, with `/` between names: whether Helm
 * leaves that file out of a package, because of its own path or of a directory above it.
 */
export function readHelmIgnore(text: string): (path: string) => boolean {
  // Helm adds the last rule itself: hidden files are no templates.
  const rules = [...text.split("\n"), "templates/.?*"].flatMap(readRule);
  return (path) => {
    const names = path.split("/");
    return names.some((_, index) => isIgnored(rules, names.slice(0, index + 1).join("/"), index < names.length - 1));
  };
}

function isIgnored(rules: readonly IgnoreRule[], path: string, isDirectory: boolean): boolean {
  return rules.some((rule) => {
    const isMeant = isDirectory || !rule.isForDirectories;
    // Not as in .gitignore: a negated rule leaves out everything that it does not match.
    return rule.isNegated ? !isMeant || !rule.matches(path) : isMeant && rule.matches(path);
  });
}

function readRule(line: string): IgnoreRule[] {
  const trimmed = line.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return [];
  if (trimmed.includes("**")) throw new Error(`Cannot read .helmignore: Helm knows no "**", got the rule "${trimmed}"`);
  const isNegated = trimmed.startsWith("!");
  const isForDirectories = trimmed.endsWith("/");
  const rule = trimmed.replace(/^!/, "").replace(/\/$/, "");
  const pattern = new RegExp(`^${translateGlob(rule.replace(/^\//, ""))}$`, "s");
  const matchesPath = rule.includes("/");
  return [
    {
      isNegated,
      isForDirectories,
      matches: (path) => pattern.test(matchesPath ? path : (path.split("/").at(-1) ?? path)),
    },
  ];
}

/** Writes a pattern of Go's path.Match as a regular expression. */
function translateGlob(glob: string): string {
  return glob.replaceAll(/\\.|\[\^?(?:\\.|[^\]\\])+\]|./gs, (part) => {
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1) return part;
    return part.replace(/[.+^${}()|[\]\\]/, "\\$&");
  });
}
