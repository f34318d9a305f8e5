import process from "node:process";

/** A line that shows progress. */
export interface Progress {
  /** Reports that one more part is done. */
  readonly advance: () => void;
  /** Ends the line. */
  readonly end: () => void;
}

/** Starts a line of dots on the output, one for each part that is done. */
export function startProgress(stream: Pick<typeof process.stdout, "write"> = process.stdout): Progress {
  let done = 0;
  return {
    advance() {
      stream.write(done === 0 ? "  ." : ".");
      done += 1;
    },
    end() {
      if (done > 0) stream.write("\n");
    },
  };
}
