/** How templates include named templates whose text they print unchanged. */
import type { ExpressionNode, Part } from "../../expression/node.ts";

/** Whether a part prints no text: it only refuses to render. */
export function isCheck(part: Part): boolean {
  switch (part.kind) {
    case "guard":
      return true;
    case "each":
    case "repeated":
      return isCheck(part.item);
    case "when":
      return isCheck(part.then);
    case "expression":
      return isCheckNode(part.node);
    case "list":
      return part.items.every(isCheck);
    case "bind":
    case "collect":
      return isCheck(part.body);
    case "choice":
      return isCheck(part.then) && isCheck(part.otherwise);
    case "literal":
    case "map":
    case "entry":
    case "spread":
      return false;
    default:
      return part satisfies never;
  }
}

/** Whether an expression applies a check, or includes a named template that holds checks only: its text is empty. */
export function isCheckNode(node: ExpressionNode): boolean {
  if (node.op === "apply") return node.function.result === "checks";
  if (node.op !== "include" || node.define.type !== "documents") return false;
  const { body } = node.define;
  return body.kind === "list" ? body.items.every(isCheck) : isCheck(body);
}
