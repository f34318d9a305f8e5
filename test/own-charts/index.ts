/** The entry of the user's package of charts. */
export { collector } from "./collector.ts";
export { migration } from "./migration.ts";
export { scratch } from "./scratch.ts";
