// The generated types of options and overrides are those of the models. Checked by `npm run types`; nothing to run.
import type { BatchJobOptions, BatchJobOverrides } from "../../generator/library/batch-job/options.ts";
import type { BatchJobValues } from "../../generator/library/batch-job/values.ts";
import type { CsiVolumeOptions, CsiVolumeOverrides } from "../../generator/library/csi-volume/options.ts";
import type { CsiVolumeValues } from "../../generator/library/csi-volume/values.ts";
import type { ServiceStageOptions, ServiceStageOverrides } from "../../generator/library/service-stage/options.ts";
import type { ServiceStageValues } from "../../generator/library/service-stage/values.ts";
import type { StatefulStageOptions, StatefulStageOverrides } from "../../generator/library/stateful-stage/options.ts";
import type { StatefulStageValues } from "../../generator/library/stateful-stage/values.ts";
import type { PipelineOverrides } from "../../generator/pipeline/environments/overrides.ts";
import type { PipelineValues } from "../../generator/pipeline/environments/pipeline-model.ts";
import type { Overrides } from "../../generator/values/overrides.ts";
import type { WithReferences } from "../../generator/values/references.ts";
import { assertType, type Places, type Same, type Unmarked } from "./same-types.ts";

// The models name only the fields that all extra objects have; the generated types admit the others too.
type Model<T> = Places<WithReferences<Overrides<Omit<T, "extraObjects">>>>;
type Generated<T> = Places<Omit<T, "extraObjects">>;

// Overrides have each field of the model, at any depth, with its type; all are optional, but those of the items of lists.
assertType<Same<Model<BatchJobValues>, Generated<BatchJobOverrides>>>();
assertType<Same<Model<ServiceStageValues>, Generated<ServiceStageOverrides>>>();
assertType<Same<Model<StatefulStageValues>, Generated<StatefulStageOverrides>>>();
assertType<Same<Model<CsiVolumeValues>, Generated<CsiVolumeOverrides>>>();
assertType<Same<Model<PipelineValues>, Generated<PipelineOverrides>>>();

// Options have the same fields; some are required.
assertType<Same<Unmarked<Generated<BatchJobOptions>>, Unmarked<Generated<BatchJobOverrides>>>>();
assertType<Same<Unmarked<Generated<ServiceStageOptions>>, Unmarked<Generated<ServiceStageOverrides>>>>();
assertType<Same<Unmarked<Generated<StatefulStageOptions>>, Unmarked<Generated<StatefulStageOverrides>>>>();
assertType<Same<Unmarked<Generated<CsiVolumeOptions>>, Unmarked<Generated<CsiVolumeOverrides>>>>();

// The comparison finds what differs, however deep.
interface Deep<T> {
  readonly a: { readonly b: { readonly c: { readonly d: { readonly e: T } } } };
}
assertType<Same<Places<{ a?: { b: 1 }[] }>, Places<{ readonly a?: readonly { readonly b: 1 }[] | undefined }>>>();
assertType<Same<Places<Deep<{ f: string }>>, ".a.b.c.d.e.f string">>();
// @ts-expect-error: a field too many
assertType<Same<Places<Deep<{ f?: 1 }>>, Places<Deep<{ f?: 1; g?: 2 }>>>>();
// @ts-expect-error: a field of another type
assertType<Same<Places<Deep<{ f: string }>>, Places<Deep<{ f: string | number }>>>>();
// @ts-expect-error: a field that is required in one only
assertType<Same<Places<Deep<{ f: string }>>, Places<Deep<{ f?: string }>>>>();
