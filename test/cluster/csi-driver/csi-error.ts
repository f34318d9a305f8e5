import type { status } from "@grpc/grpc-js";

/** What a driver answers a call with that it cannot do. */
export class CsiError extends Error {
  /** Code of gRPC. */
  readonly code: status;

  constructor(code: status, message: string) {
    super(message);
    this.name = "CsiError";
    this.code = code;
  }
}
