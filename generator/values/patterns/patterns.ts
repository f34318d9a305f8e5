/**
 * The forms of strings in values: the pattern of each, and its description in messages. Patterns must mean the same to
 * ajv, TypeBox and both schema engines of Helm (Go's RE2): no lookahead, no \u.
 */

import type { JsonSchema } from "../../json-schema.ts";
import { addressPattern, addressRangePattern, localAddressPattern as LOCAL_ADDRESS } from "./address-patterns.ts";
import { cronPattern } from "./cron-pattern.ts";

/** A form of text. */
export interface TextForm {
  readonly pattern: string;
  /** What a message says after "must be". */
  readonly wanted: string;
}

/** A label as the key of a map, which has no other limit; Helm compiles a counted repetition slowly. */
const LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
/** A label of any length: `maxLength` limits it, or that of a longer name in which it is. */
const LONG_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LONG_LABEL}([.]${LONG_LABEL})*`;
/** The name of a label's key. */
const LABEL_TEXT = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
const QUALIFIED_NAME = `(${SUBDOMAIN}/)?${LABEL_TEXT}`;
/** A resource that a device plugin provides. */
const DEVICE = `${SUBDOMAIN}/${LABEL_TEXT}`;
const DRIVER_PART = "[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?";
/** A part of an image's name between slashes. */
const IMAGE_PART = "[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*";

const BINARY_UNIT = "[KMGTPE]i";
/** The units of amounts, each after the most digits for which 64 bits hold them. */
const UNITS: readonly (readonly [digits: number, unit: string])[] = [
  [15, "(k|Ki)"],
  [12, "(M|Mi)"],
  [9, "(G|Gi)"],
  [6, "(T|Ti)"],
  [3, "(P|Pi)"],
];
const QUANTITY_UNITS = [
  [18, "([num]|[eE]-[0-9]{1,2})?"],
  ...UNITS,
  [9, "[eE][+]?0?[0-9]"],
  [4, "[eE][+]?1[0-4]"],
] as const;
const FRACTION_UNIT = `([numk]|[MGTPE]|${BINARY_UNIT}|[eE](-[0-9]{1,2}|[+]?(0?[0-9]|1[0-8])))?`;

/** Amounts of at least 1 by their first digits and fraction: nearly all that 64 bits hold, and none that they do not. */
function amounts(first: "[0-9]" | "[1-9]", fraction: string, units: typeof UNITS): string {
  const most = first.slice(0, -2);
  return [
    ...units.map(([digits, unit]) => `${first}[0-9]{0,${digits - 1}}${fraction}${unit}`),
    `${most}8]${fraction}E`,
    `${most}7]${fraction}Ei`,
  ].join("|");
}

const HUGE_PAGES = `hugepages-[1-9][0-9]*${BINARY_UNIT}`;
// The API server counts these in thousandths, in 64 bits.
const WHOLE_AMOUNTS = [
  ...["[0-9]{1,15}", "[0-9]{1,12}(k|Ki)", "[0-9]{1,9}(M|Mi)", "[0-9]{1,6}(G|Gi)", "[0-9]{1,3}(T|Ti)"],
  ...["[0-9]P", "[0-8]Pi"],
];

// Path elements other than "..": RE2 has no lookahead, so the ways to differ from it are listed.
const FIRST_ELEMENT = "([^./][^/]*|[.][^./][^/]*|[.])";
const ELEMENT = "([^./][^/]*|[.][^./][^/]*|[.][.][^/]+|[.])?";

// A domain is optional; the user's name is not dots and spaces alone.
const WINDOWS_DOMAIN = '[^\\\\/:*?"<>|.\\x00-\\x1f\\x7f][^\\\\/:*?"<>|\\x00-\\x1f\\x7f]*\\\\';
const WINDOWS_LETTER = '"/\\\\:;|=,+*?<>@\\[\\]\\x00-\\x1f\\x7f';

const LABEL_WORDS = 'lower case letters, digits and "-", a letter or digit at both ends';
const SUBDOMAIN_WORDS = 'lower case letters, digits, "-" and "."';

/** The forms by name. */
export const forms = {
  // names
  label: { pattern: `^${LABEL}$`, wanted: `a DNS label (${LABEL_WORDS}, at most 63 characters)` },
  /** The same with a `maxLength` of 63. */
  limitedLabel: { pattern: `^${LONG_LABEL}$`, wanted: `a DNS label (${LABEL_WORDS}, at most 63 characters)` },
  labelOrEmpty: { pattern: `^(${LONG_LABEL})?$`, wanted: `empty or a DNS label (${LABEL_WORDS})` },
  subdomain: {
    pattern: `^${SUBDOMAIN}$`,
    wanted: `a name such as "my-object" (${SUBDOMAIN_WORDS}, at most 253 characters)`,
  },
  subdomainOrEmpty: {
    pattern: `^(${SUBDOMAIN})?$`,
    wanted: `empty or a name such as "my-object" (${SUBDOMAIN_WORDS}, at most 253 characters)`,
  },
  hostNameOrEmpty: {
    pattern: `^(([*][.])?${SUBDOMAIN})?$`,
    wanted: 'empty or a host name such as "app.example.com" or "*.example.com"',
  },
  hostName: { pattern: `^([*][.])?${SUBDOMAIN}$`, wanted: 'a host name such as "app.example.com" or "*.example.com"' },
  ipv4: { pattern: "^[0-9]+([.][0-9]+){3}$", wanted: "an IPv4 address" },
  // The first letter ends the part without letters, so that each name matches in one way only.
  portName: {
    pattern: "^([0-9]+-)*[0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    wanted: 'a port name such as "http" (lower case letters, digits and single "-", a letter among them)',
  },
  labelValue: {
    pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$",
    wanted: 'a label value (at most 63 letters, digits, "-", "_" and ".", a letter or digit at both ends)',
  },
  qualifiedName: {
    pattern: `^${QUALIFIED_NAME}$`,
    wanted: 'a name such as "app" or "example.com/app" (letters, digits, "-", "_", ".", after the "/" at most 63)',
  },
  domainPath: {
    pattern: `^${DEVICE}$`,
    wanted: 'a name after a domain such as "example.com/queue"',
  },
  environmentVariable: {
    pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$",
    wanted: 'a variable name such as "LOG_LEVEL" (letters, digits, "_", "." and "-", no digit first)',
  },
  variablePrefix: {
    pattern: "^([-._A-Za-z][-._A-Za-z0-9]*)?$",
    wanted: 'a prefix of variable names such as "DB_" (letters, digits, "_", "." and "-", no digit first)',
  },
  // A file name, so neither "." nor anything that starts with "..".
  configMapKey: {
    pattern: "^[.]?[-_A-Za-z0-9][-._A-Za-z0-9]*$",
    wanted: 'a key such as "app.conf" (letters, digits, "-", "_" and ".", at most 253)',
  },
  base64: {
    pattern: "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    wanted: 'bytes in base64 such as "aGVsbG8="',
  },
  driverName: {
    pattern: `^${DRIVER_PART}([.]${DRIVER_PART})*$`,
    wanted: 'the name of a CSI driver such as "disk.csi.azure.com" (at most 63 characters)',
  },
  kindName: { pattern: "^[A-Za-z][A-Za-z0-9]*$", wanted: 'a kind such as "Deployment" (letters and digits)' },
  pathSegment: { pattern: "^[^/%]+$", wanted: 'a name without "/" and "%"' },
  objectSegment: {
    pattern: "^([^/%.][^/%]*|[.][^/%.][^/%]*|[.][.][^/%]+)$",
    wanted: 'a name other than "." and "..", without "/" and "%"',
  },
  headerName: { pattern: "^[-A-Za-z0-9]+$", wanted: 'the name of an HTTP header such as "X-Token"' },
  sysctl: {
    pattern: "^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$",
    wanted: 'the name of a kernel setting such as "net.ipv4.tcp_syncookies"',
  },
  windowsUser: {
    pattern: `^(${WINDOWS_DOMAIN})?[^${WINDOWS_LETTER}]*[^. ${WINDOWS_LETTER}][^${WINDOWS_LETTER}]*$`,
    wanted: 'the name of a Windows user such as "ContainerUser", with or without its domain',
  },
  unquoted: { pattern: '^[^"]*$', wanted: "text without double quotes" },
  visibleKey: { pattern: "^[!-~]+$", wanted: "a key of visible ASCII characters without spaces" },
  visibleText: { pattern: "^[!-~]([ -~]*[!-~])?$", wanted: "printable ASCII characters without spaces at the ends" },

  // images
  registry: {
    pattern: `^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]{1,5})?(/${IMAGE_PART})*)?$`,
    wanted: 'empty or an image registry such as "registry.example.com:5000/team"',
  },
  repository: {
    pattern: `^([a-z0-9]([-a-z0-9.]*[a-z0-9])?:[0-9]{1,5}/)?${IMAGE_PART}(/${IMAGE_PART})*$`,
    wanted: 'an image name without tag and digest, such as "team/app"',
  },
  tag: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$", wanted: 'an image tag such as "1.2.3"' },
  digest: {
    pattern: "^(sha256:[a-f0-9]{64})?$",
    wanted: 'empty or an image digest: "sha256:" and 64 hexadecimal digits',
  },

  // amounts
  size: {
    pattern: `^0*(${amounts("[1-9]", "([.][0-9]+)?", [[18, ""], ...UNITS])}|[.]0*[1-9][0-9]*(k|[MGTPE]|${BINARY_UNIT}))$`,
    wanted: 'a size above 0 and below 8Ei, such as "10Gi" or "500M"',
  },
  quantity: {
    pattern: `^[+]?0*(${amounts("[0-9]", "([.][0-9]*)?", QUANTITY_UNITS)}|[.][0-9]+${FRACTION_UNIT})$`,
    wanted: 'an amount such as "500m", "2" or "1Gi", not negative and below 8Ei',
  },
  positiveQuantity: {
    pattern: `^[+]?0*(${amounts("[1-9]", "([.][0-9]*)?", QUANTITY_UNITS)}|[.]0*[1-9][0-9]*${FRACTION_UNIT})$`,
    wanted: 'an amount above 0 and below 8Ei, such as "500m" or "1Gi"',
  },
  wholeQuantity: {
    pattern: `^[+]?0*(${WHOLE_AMOUNTS.join("|")})$`,
    wanted: 'a whole amount such as "1" or "512Mi"',
  },
  // Nearly all that 64 bits hold, and none that they do not.
  wholeNumber: {
    pattern: "^0*([0-9]{1,18}|[1-8][0-9]{18})$",
    wanted: 'a 64-bit whole number such as "2"',
  },
  percent: { pattern: "^(100|[1-9]?[0-9])%$", wanted: 'a percentage from "0%" to "100%"' },
  positivePercent: { pattern: "^(100|[1-9][0-9]?)%$", wanted: 'a percentage from "1%" to "100%"' },
  anyPercent: { pattern: "^[0-9]+%$", wanted: 'a percentage such as "25%"' },
  divisor: {
    pattern: `^(0|1(m|[kMGTPE]|${BINARY_UNIT})?)$`,
    wanted: 'a divisor: "1", "1m" or 1 with a unit such as "1Mi"',
  },
  cpuDivisor: { pattern: "^[01]m?$", wanted: '"1" or "1m"' },
  byteDivisor: { pattern: "[^m]$", wanted: 'a divisor of bytes such as "1" or "1Mi"' },
  hugePages: { pattern: "^hugepages-[1-9][0-9]*[KMGTPE]i$", wanted: 'huge pages of a size such as "hugepages-2Mi"' },
  resourceName: {
    pattern: `^(${HUGE_PAGES}|${DEVICE})$`,
    wanted: 'cpu, memory, ephemeral-storage, huge pages such as "hugepages-2Mi" or a device such as "example.com/gpu"',
  },
  metricResource: {
    pattern: `^(cpu|memory|ephemeral-storage|${HUGE_PAGES}|${DEVICE})$`,
    wanted: 'cpu, memory, ephemeral-storage, huge pages such as "hugepages-2Mi" or a device such as "example.com/gpu"',
  },
  resourceField: {
    pattern: `^(limits|requests)[.](cpu|memory|ephemeral-storage|${HUGE_PAGES})$`,
    wanted: 'a resource of a container such as "limits.cpu" or "requests.memory"',
  },
  cpuField: { pattern: "[.]cpu$", wanted: "limits.cpu or requests.cpu" },
  medium: {
    pattern: `^(Memory|HugePages(-[1-9][0-9]*${BINARY_UNIT})?)?$`,
    wanted: 'empty, "Memory", "HugePages" or huge pages of a size such as "HugePages-2Mi"',
  },
  indexes: {
    pattern: "^[0-9]{1,10}(-[0-9]{1,10})?(,[0-9]{1,10}(-[0-9]{1,10})?)*$",
    wanted: 'indexes such as "0,2-4"',
  },

  // paths and fields
  iscsiName: {
    pattern:
      "^(iqn[.][0-9]{4}-[0-9]{2}[.][A-Za-z0-9.-]+:[A-Za-z0-9._:-]+|eui[.][0-9A-Fa-f]{16}|naa[.][0-9A-Fa-f]{32})$",
    wanted: 'the name of an iSCSI node such as "iqn.2001-04.com.example:disks.one"',
  },
  absolutePath: { pattern: "^/[^:]*$", wanted: 'an absolute path such as "/data", without ":"' },
  notAbsolute: { pattern: "^[^/]", wanted: 'a relative path such as "raw/2024"' },
  parentStep: { pattern: "(^|/)[.][.](/|$)", wanted: 'a path with ".." in it' },
  relativePath: {
    pattern: `^${FIRST_ELEMENT}(/${ELEMENT})*$`,
    wanted: 'a relative path such as "app/app.conf", without ".." in it and not starting with ".."',
  },
  hostPath: { pattern: `^${ELEMENT}(/${ELEMENT})*$`, wanted: 'a path without ".." in it' },
  urlPath: { pattern: "^/", wanted: 'a path that starts with "/"' },
  unclearUrlPath: {
    pattern: "//|/[.][.]?(/|$)|%2[fF]",
    wanted: 'a path with "//", "/./", "/../" or an escaped "/" in it',
  },
  podField: {
    pattern:
      `^(metadata[.](name|namespace|uid|(labels|annotations)(\\['${QUALIFIED_NAME}'\\])?)` +
      "|spec[.](nodeName|serviceAccountName)|status[.](hostIPs?|podIPs?))$",
    wanted: 'a field of the pod such as "metadata.name", "metadata.labels[\'app\']" or "status.podIP"',
  },
  singlePodField: {
    pattern: "(IPs|[^s])$",
    wanted: "a field with one text, such as \"metadata.labels['app']\", and not all labels or annotations",
  },
  metadataField: { pattern: "^metadata[.]", wanted: 'a field of the metadata such as "metadata.labels"' },

  // addresses and times
  address: { pattern: addressPattern, wanted: 'an IP address such as "192.168.1.10" or "2001:db8::1"' },
  // Those of a single host or of the network that it is in; IPv6 also with zeros written out.
  localAddress: {
    pattern: LOCAL_ADDRESS,
    wanted: "an address of the host itself or of the network that it is in",
  },
  addressRange: { pattern: addressRangePattern, wanted: 'a CIDR such as "192.168.1.0/24" or "2001:db8::/64"' },
  cron: {
    pattern: cronPattern,
    wanted:
      'a cron schedule of five fields such as "0 3 * * *", with 0 for Sunday and no time zone, or a macro such as @daily',
  },
  timeZoneName: { pattern: "^[A-Za-z0-9_+/-]+$", wanted: 'a time zone such as "Europe/Berlin"' },
} as const satisfies { readonly [name: string]: TextForm };

/**
 * A form as keywords that make Helm print its description in place of a long pattern: its engines print constants.
 * The description itself does not match, because of its quotes.
 */
export function spelledForm({ pattern, wanted }: TextForm): JsonSchema {
  return { pattern: forms.unquoted.pattern, if: { not: { pattern } }, then: { const: wanted } };
}

const wordsByPattern: ReadonlyMap<string, string> = new Map(
  Object.values(forms).map(({ pattern, wanted }) => [pattern, wanted]),
);

/** The description of the form that has a pattern. */
export function wordsOf(pattern: string): string | undefined {
  return wordsByPattern.get(pattern);
}
