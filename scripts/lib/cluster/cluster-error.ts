/** What keeps a cluster from being brought up, used or taken down. */
export type ClusterErrorCode =
  /** A program, a right or an operating system that is needed is not there. */
  | "missing"
  /** A command that was run ended with an error. */
  | "command"
  /** Something did not become ready in time. */
  | "timeout"
  /** What was asked is not possible with the cluster that is used. */
  | "unsupported";

/** Says what could not be done with the cluster, and why. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;

  constructor(code: ClusterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ClusterError";
    this.code = code;
  }
}
