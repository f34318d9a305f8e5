/** What keeps a cluster from being brought up, used or taken down. */
export type ClusterErrorCode =
  /** A program, a right or an operating system that is needed is not there. */
  | "MISSING"
  /** A command that was run ended with an error. */
  | "COMMAND"
  /** Another process works on the same. */
  | "LOCKED"
  /** Something did not become ready in time. */
  | "TIMEOUT"
  /** What was asked is not possible with the cluster that is used. */
  | "UNSUPPORTED";

/** Says what could not be done with the cluster, and why. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;

  constructor(code: ClusterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ClusterError";
    this.code = code;
  }
}
