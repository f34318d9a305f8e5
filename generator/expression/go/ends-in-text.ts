/** What the text of a named template ends with: a template trims the line break after it. */
import { oncePer } from "../../once-per.ts";
import { type ExpressionNode, isOptional, type Part } from "../node.ts";

/** How a part ends: in lines of a text, whose last line break counts; in anything else; or it may print nothing. */
type End = "text" | "other" | "open";

/** Whether the YAML of a part may end in a text of several lines, and so lose its final line break. */
export function endsInText(part: Part): boolean {
  return endOfBody(part) === "text";
}

// Many templates include the same ones.
const endOfBody = oncePer(endOf);

function endOf(part: Part): End {
  switch (part.kind) {
    case "literal":
      return typeof part.value === "string" && part.value.endsWith("\n") ? "text" : "other";
    case "expression":
      return endOfExpression(part.node);
    case "map":
      return closed(endOfLast(part.fields.map(([, value]) => value)));
    case "list":
      return closed(endOfLast(part.items));
    case "when":
      return opened(endOf(part.then));
    case "choice":
      return either(endOf(part.then), endOf(part.otherwise));
    case "each":
    case "repeated":
      return opened(endOf(part.item));
    case "bind":
    case "collect":
      return endOf(part.body);
    case "spread":
      return endOf(part.fields);
    case "entry":
    case "guard":
      return "open";
    default:
      return part satisfies never;
  }
}

// A scalar is on one line, in quotes.
function endOfExpression(node: ExpressionNode): End {
  if (node.type !== "object" && node.type !== "array") return isOptional(node) ? "open" : "other";
  return node.op === "include" ? endOfBody(node.define.body) : "text";
}

function endOfLast(parts: readonly Part[]): End {
  for (const part of parts.toReversed()) {
    const end = endOf(part);
    if (end !== "open") return end;
  }
  return "open";
}

// An empty map or list is printed as {} or [].
function closed(end: End): End {
  return end === "text" ? "text" : "other";
}

function opened(end: End): End {
  return end === "text" ? "text" : "open";
}

function either(one: End, other: End): End {
  if (one === "text" || other === "text") return "text";
  return one === "open" || other === "open" ? "open" : "other";
}
