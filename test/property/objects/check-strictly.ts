/** Checks objects against Kubernetes' own OpenAPI, as a server with strict field validation does. */
import { Ajv, type ValidateFunction } from "ajv";
import { describeObject, type KubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { models } from "../../../generator/rules/models.ts";
import schemas from "./schemas.json" with { type: "json" };

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false });
ajv.addSchema({ $id: "kubernetes", definitions: schemas });
const validators = new Map<string, ValidateFunction>();

/**
 * Lists fields that Kubernetes does not know, values of the wrong type, nulls, and what is missing, a line each.
 * Objects of kinds without a model in `generator/rules/models.ts` are left alone.
 */
export function checkStrictly(objects: readonly KubernetesObject[]): readonly string[] {
  return objects.flatMap((object) => {
    if (!models.has(`${object.apiVersion}/${object.kind}`)) return [];
    const validate = validatorOf(object.kind);
    if (validate(object)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params, data }) =>
        `${describeObject(object)}: ${instancePath} ${message} ${JSON.stringify(params)}, got ${JSON.stringify(data)}`,
    );
  });
}

function validatorOf(kind: string): ValidateFunction {
  const known = validators.get(kind);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: `kubernetes#/definitions/${kind}` });
  validators.set(kind, validate);
  return validate;
}
