/** Why a cluster cannot be started, used or stopped. */
export type ClusterErrorCode =
  /** A required program, permission or operating system is missing. */
  | "MISSING"
  /** A command that was run ended with an error. */
  | "COMMAND"
  /** Another process works on the same. */
  | "LOCKED"
  /** Something did not become ready in time. */
  | "TIMEOUT"
  /** The operation is not possible with this cluster. */
  | "UNSUPPORTED";

/** An operation on the cluster failed. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;

  constructor(code: ClusterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ClusterError";
    this.code = code;
  }
}
