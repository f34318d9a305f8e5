/** Strings and numbers with a form: patterns that ajv and both of Helm's schema engines (Go's RE2) read alike. */
import Type, { type TInteger, type TString } from "typebox";

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

const LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
const SUBDOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
/** A label value: at most 63 characters, letters and digits at the ends, or empty. */
const LABEL_VALUE = "([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?";
const SUFFIX = "(k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)";
/** A part of an image's name between slashes. */
const IMAGE_PART = "[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*";

/** The patterns of the keys of maps that are keyed by name. */
export const keys = {
  /** A DNS label: volume, port map, container and stage names. */
  name: `^${LABEL}$`,
  /** A Kubernetes object name. */
  subdomain: `^${SUBDOMAIN}$`,
  /** A port name: at most 15 characters (`keyLengths`) with a letter among them. */
  port: "^([a-z0-9]+-)*[0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$",
  /** An environment variable. */
  environmentVariable: "^[A-Za-z_][A-Za-z0-9_.-]*$",
  /** A key of a ConfigMap: a file name, and so neither "." nor anything that starts with "..". */
  configMapKey: "^[.]?[-_A-Za-z0-9][-._A-Za-z0-9]*$",
  /** A label or annotation key: a name, perhaps behind a DNS prefix. */
  qualifiedName: `^(${SUBDOMAIN}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$`,
} as const;

/** The most characters of a key, by its pattern, where the pattern cannot say it. */
export const keyLengths: Readonly<Record<string, number>> = {
  [keys.port]: 15,
  [keys.subdomain]: 253,
  [keys.configMapKey]: 253,
};

/** Any text. */
export function string(options: StringOptions): TString {
  return Type.String(options);
}

/** Text that is not empty. */
export function nonEmptyString(options: StringOptions): TString {
  return Type.String({ ...options, minLength: 1 });
}

/** A name that may be left empty: at most `maxLength` characters of a DNS label. */
export function nameOrEmpty(options: StringOptions, maxLength = 63): TString {
  return Type.String({ ...options, maxLength, pattern: `^(${LABEL})?$` });
}

/** A DNS label of at most 63 characters. */
export function label(options: StringOptions): TString {
  return Type.String({ ...options, pattern: keys.name });
}

/** The name of a Kubernetes object: a DNS subdomain of at most 253 characters. */
export function objectName(options: StringOptions): TString {
  return Type.String({ ...options, maxLength: 253, pattern: keys.subdomain });
}

/** The name of a Kubernetes object, or "". */
export function objectNameOrEmpty(options: StringOptions): TString {
  return Type.String({ ...options, maxLength: 253, pattern: `^(${SUBDOMAIN})?$` });
}

/** A DNS name that requests are sent to, or ""; `*.` at its start stands for any one label. */
export function hostNameOrEmpty(options: StringOptions): TString {
  return Type.String({
    ...options,
    maxLength: 253,
    pattern: `^(([*][.])?${SUBDOMAIN})?$`,
    not: { pattern: "^[0-9]+([.][0-9]+){3}$" },
  });
}

/** The name of a CSI driver as the cluster knows it: disk.csi.azure.com. */
export function driverName(options: StringOptions): TString {
  return Type.String({
    ...options,
    maxLength: 63,
    pattern: "^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?([.][A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*$",
  });
}

/** The value of a label. */
export function labelValue(options: StringOptions): TString {
  return Type.String({ ...options, maxLength: 63, pattern: `^${LABEL_VALUE}$` });
}

/** A size in bytes as Kubernetes writes it: 10Gi, 500M, 0.5Ti; not 0. */
export function size(options: StringOptions): TString {
  return Type.String({
    ...options,
    pattern: `^(0*[1-9][0-9]*([.][0-9]+)?${SUFFIX}?|0*[.]0*[1-9][0-9]*${SUFFIX})$`,
  });
}

/** A path that starts at the root. */
export function absolutePath(options: StringOptions): TString {
  return Type.String({ ...options, pattern: "^/[^:]*$" });
}

/** A path below another: neither absolute nor with "..". */
export function relativePath(options: StringOptions): TString {
  return Type.String({ ...options, pattern: "^[^/]", not: { pattern: "(^|/)[.][.](/|$)" } });
}

/** A port number. */
export function port(options: IntegerOptions): TInteger {
  return Type.Integer({ ...options, minimum: 1, maximum: 65535 });
}

/** A whole number that is not negative. */
export function count(options: IntegerOptions, minimum = 0, maximum = 2147483647): TInteger {
  return Type.Integer({ ...options, minimum, maximum });
}

/** Where an entry stands among others; equal ones are sorted by name. */
export function order(): TInteger {
  return Type.Integer({
    description: "Where it stands; equal ones by name",
    default: 0,
    minimum: -1000,
    maximum: 1000,
  });
}

/** A cron line as Kubernetes reads it: five fields, or a macro such as @daily. */
export function schedule(options: StringOptions): TString {
  return Type.String({ ...options, pattern: CRON });
}

/** A time zone of the IANA database, under a name that Kubernetes knows. */
export function timeZone(options: StringOptions): TString {
  return Type.String({ ...options, allOf: [{ $ref: "#/definitions/TimeZone" }] });
}

/** What the names of several variables start with: the characters of a name, and no digit first; or "". */
export function variablePrefix(options: StringOptions): TString {
  return Type.String({ ...options, pattern: "^([-._A-Za-z][-._A-Za-z0-9]*)?$" });
}

/** An image registry with an optional port and path, or "". */
export function registry(options: StringOptions): TString {
  return Type.String({
    ...options,
    pattern: `^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]{1,5})?(/${IMAGE_PART})*)?$`,
  });
}

/** An image name without tag or digest; a registry with a port may stand before it. */
export function repository(options: StringOptions): TString {
  return Type.String({
    ...options,
    pattern: `^([a-z0-9]([-a-z0-9.]*[a-z0-9])?:[0-9]{1,5}/)?${IMAGE_PART}(/${IMAGE_PART})*$`,
  });
}

/** An image tag. */
export function tag(options: StringOptions): TString {
  return Type.String({ ...options, pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$" });
}

/** An image digest, or "". */
export function digest(options: StringOptions): TString {
  return Type.String({ ...options, pattern: "^(sha256:[a-f0-9]{64})?$" });
}

const CRON = cronPattern();

function cronPattern(): string {
  const names = (list: string): string =>
    list
      .split(" ")
      .map((name) => [...name].map((letter) => `[${letter}${letter.toLowerCase()}]`).join(""))
      .join("|");
  const field = (value: string): string => {
    const range = `(${value})(-(${value}))?`;
    const part = `([*?]|${range})(/[1-9][0-9]?)?`;
    return `${part}(,${part})*`;
  };
  const month = `0?[1-9]|1[0-2]|${names("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC")}`;
  const weekday = `0?[0-6]|${names("SUN MON TUE WED THU FRI SAT")}`;
  const fields = ["[0-5]?[0-9]", "[01]?[0-9]|2[0-3]", "0?[1-9]|[12][0-9]|3[01]", month, weekday].map(field).join(" +");
  const every = "@every ([0-9]{1,5}h|[0-9]{1,7}(m|s)){1,3}";
  return `^(${fields}|@(yearly|annually|monthly|weekly|daily|midnight|hourly)|${every})$`;
}
