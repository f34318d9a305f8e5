/** A chart's guard, a `required` value or a function stopped the render; the message is the one that Helm prints. */
export class RenderError extends Error {
  readonly code = "RENDER";

  constructor(message: string) {
    super(message);
    this.name = "RenderError";
  }
}
