/** TypeBox schemas of strings and numbers with a format. */
import Type, { type TInteger, type TString } from "typebox";
import type { Needed, WithoutDefault } from "./needed.ts";
import { forms, spelledForm } from "./patterns/patterns.ts";

type StringOptions = {
  readonly description: string;
  readonly default?: string;
  readonly examples?: readonly string[];
};
type IntegerOptions = {
  readonly description: string;
  readonly default?: number;
  readonly examples?: readonly number[];
};

/** Makes models of texts, which must be set unless there is a default. */
interface TextModel<More extends readonly unknown[]> {
  (options: WithoutDefault<StringOptions>, ...more: More): Needed<TString>;
  (options: StringOptions, ...more: More): TString;
}
/** Makes models of numbers, which must be set unless there is a default. */
interface IntegerModel<More extends readonly unknown[]> {
  (options: WithoutDefault<IntegerOptions>, ...more: More): Needed<TInteger>;
  (options: IntegerOptions, ...more: More): TInteger;
}

function text<More extends readonly unknown[]>(
  make: (options: StringOptions, ...more: More) => TString,
): TextModel<More> {
  return make as TextModel<More>; // whether there is a default is in the type alone
}

function integer<More extends readonly unknown[]>(
  make: (options: IntegerOptions, ...more: More) => TInteger,
): IntegerModel<More> {
  return make as IntegerModel<More>; // likewise
}

/** The patterns of the keys of maps that are keyed by name. */
export const keys = {
  /** A DNS label: volume, port map, container and stage names. */
  name: forms.label.pattern,
  /** A Kubernetes object name. */
  subdomain: forms.subdomain.pattern,
  /** A port name: at most 15 characters (`keyLengths`), at least one of them a letter. */
  port: forms.portName.pattern,
  /** An environment variable. */
  environmentVariable: forms.environmentVariable.pattern,
  /** A key of a ConfigMap: a file name, so neither "." nor anything that starts with "..". */
  configMapKey: forms.configMapKey.pattern,
  /** A label or annotation key: a name, perhaps after a DNS prefix. */
  qualifiedName: forms.qualifiedName.pattern,
  /** A key that a driver knows: printable characters, no spaces. */
  visible: forms.visibleKey.pattern,
} as const;

/** The maximum length of a key, by its pattern, if the pattern does not limit it. */
export const keyLengths: Readonly<Record<string, number>> = {
  [keys.port]: 15,
  [keys.subdomain]: 253,
  [keys.configMapKey]: 253,
};

/** Any text. */
export const string = text((options) => Type.String(options));

/** Text that is not empty. */
export const nonEmptyString = text((options) => Type.String({ ...options, minLength: 1 }));

/** A name that may be left empty: at most `maxLength` characters of a DNS label. */
export const nameOrEmpty = text((options, maxLength: number = 63) =>
  Type.String({ ...options, maxLength, pattern: forms.labelOrEmpty.pattern }),
);

/** A DNS label of at most 63 characters. */
export const label = text((options) => Type.String({ ...options, maxLength: 63, pattern: forms.limitedLabel.pattern }));

/** The name of a Kubernetes object: a DNS subdomain of at most 253 characters. */
export const objectName = text((options) => Type.String({ ...options, maxLength: 253, pattern: keys.subdomain }));

/** The name of a host as its kernel knows it: a DNS subdomain of at most 64 characters. */
export const hostName = text((options) => Type.String({ ...options, maxLength: 64, pattern: keys.subdomain }));

/** The name of a Kubernetes object, or "". */
export const objectNameOrEmpty = text((options) =>
  Type.String({ ...options, maxLength: 253, pattern: forms.subdomainOrEmpty.pattern }),
);

/** A DNS name that requests are sent to, or ""; `*.` at its start matches any one label. */
export const hostNameOrEmpty = text((options) =>
  Type.String({
    ...options,
    maxLength: 253,
    pattern: forms.hostNameOrEmpty.pattern,
    not: { pattern: forms.ipv4.pattern },
  }),
);

/** The name of a CSI driver as the cluster knows it: disk.csi.azure.com. */
export const driverName = text((options) =>
  Type.String({
    ...options,
    maxLength: 63,
    pattern: forms.driverName.pattern,
  }),
);

/** The value of a label. */
export const labelValue = text((options) =>
  Type.String({ ...options, maxLength: 63, pattern: forms.labelValue.pattern }),
);

/** Bytes in base64, as a ConfigMap has them. */
export const base64 = text((options) => Type.String({ ...options, pattern: forms.base64.pattern }));

/** A name with the domain of who defines it before a "/": example.com/queue. */
export const domainPath = text((options) =>
  Type.String({ ...options, maxLength: 63, pattern: forms.domainPath.pattern }),
);

/** An IPv4 or IPv6 address. */
export const address = text((options) => Type.String({ ...options, ...spelledForm(forms.address) }));

/** An address outside of the hosts and the networks that they are in. */
export const outsideAddress = text((options) =>
  Type.String({ ...options, ...spelledForm(forms.address), not: { pattern: forms.localAddress.pattern } }),
);

/** A kind of objects. */
export const kindName = text((options) => Type.String({ ...options, maxLength: 63, pattern: forms.kindName.pattern }));

/** A name that is one element of a path, as that of any object. */
export const pathSegment = text((options) =>
  Type.String({ ...options, maxLength: 253, pattern: forms.objectSegment.pattern }),
);

/** A size in bytes as Kubernetes writes it: 10Gi, 500M, 0.5Ti; not 0. */
export const size = text((options) =>
  Type.String({
    ...options,
    pattern: forms.size.pattern,
  }),
);

/** A path that starts at the root. */
export const absolutePath = text((options) => Type.String({ ...options, pattern: forms.absolutePath.pattern }));

/** A path below another: neither absolute nor with "..". */
export const relativePath = text((options) =>
  Type.String({ ...options, pattern: forms.notAbsolute.pattern, not: { pattern: forms.parentStep.pattern } }),
);

/** The path of a URL: absolute, and not one that a proxy would rewrite. */
export const urlPath = text((options) =>
  Type.String({ ...options, pattern: forms.urlPath.pattern, not: { pattern: forms.unclearUrlPath.pattern } }),
);

/** A port number. */
export const port = integer((options) => Type.Integer({ ...options, minimum: 1, maximum: 65535 }));

/** A whole number that is not negative. */
export const count = integer((options, minimum: number = 0, maximum: number = 2147483647) =>
  Type.Integer({ ...options, minimum, maximum }),
);

const position = { minimum: -1000, maximum: 1000 };

/** The position of an entry among others; equal positions are sorted by name. */
export function order(): TInteger {
  return Type.Integer({ description: "Position; ties are sorted by name", default: 0, ...position });
}

/** A position that has no default. */
export const orderWithoutDefault = integer((options) => Type.Integer({ ...options, ...position }));

/** A cron line as Kubernetes reads it: five fields, or a macro such as @daily. */
export const schedule = text((options) => Type.String({ ...options, ...spelledForm(forms.cron) }));

/** A time zone of the IANA database, under a name that Kubernetes knows. */
export const timeZone = text((options) => Type.String({ ...options, allOf: [{ $ref: "#/definitions/TimeZone" }] }));

/** The prefix of the names of several variables: the characters of a name, and no digit first; or "". */
export const variablePrefix = text((options) => Type.String({ ...options, pattern: forms.variablePrefix.pattern }));

/** An image registry with an optional port and path, or "". */
export const registry = text((options) =>
  Type.String({
    ...options,
    pattern: forms.registry.pattern,
  }),
);

/** An image name without tag or digest; a registry with a port may precede it. */
export const repository = text((options) =>
  Type.String({
    ...options,
    pattern: forms.repository.pattern,
  }),
);

/** An image tag of at most 128 characters. */
export const tag = text((options) => Type.String({ ...options, maxLength: 128, pattern: forms.tag.pattern }));

/** An image digest, or "". */
export const digest = text((options) => Type.String({ ...options, pattern: forms.digest.pattern }));
