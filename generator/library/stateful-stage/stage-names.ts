/** The names of the objects of stateful-stage. */
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { orIfEmpty } from "../../functions/logic.ts";
import { fitName, text } from "../../functions/strings.ts";
import { serviceName } from "../common/service-name.ts";
import type { Workload } from "../workload/workload.ts";
import type { StatefulStageValues } from "./values.ts";

/** The names of a stage's objects. */
export interface StageNames {
  readonly statefulSet: Expression<string>;
  /** The Service that gives each pod a name: the StatefulSet's `serviceName`. */
  readonly headless: Expression<string>;
  /** The Service for clients. */
  readonly service: Expression<string>;
}

/** The longest name of a StatefulSet: a label of its pods appends a revision to it. */
const STATEFUL_SET_NAME = 52;

/** Makes the names of the StatefulSet and its two Services; none depends on the chart's version. */
export function createStageNames({ v, names }: Pick<Workload<StatefulStageValues>, "v" | "names">): StageNames {
  const headless = new Define<string>(
    "stateful-stage.headlessName",
    "string",
    serviceName(orIfEmpty(v.headless.name, fitName(text`${names.fullname}-headless`, 63))),
    "The name of the headless Service, which is the domain of the pods.",
  );
  return {
    statefulSet: fitName(names.fullname, STATEFUL_SET_NAME),
    headless: include(headless),
    service: serviceName(names.fullname),
  };
}
