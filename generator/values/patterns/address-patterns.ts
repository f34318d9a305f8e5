/** The patterns of IP addresses and ranges of them. */

const IPV4_PART = "(25[0-5]|(2[0-4]|1[0-9]|[1-9])?[0-9])";
const IPV4 = `(${IPV4_PART}[.]){3}${IPV4_PART}`;
const IPV6_PART = "[0-9A-Fa-f]{1,4}";
// Eight parts, or fewer with :: for one or more that are zero; without the forms that end in an IPv4 address.
const IPV6 = [
  `(${IPV6_PART}:){7}${IPV6_PART}`,
  `(${IPV6_PART}:){1,7}:`,
  `${IPV6_PART}:(:${IPV6_PART}){1,6}`,
  ...[2, 3, 4, 5, 6].map((before) => `(${IPV6_PART}:){${before}}(:${IPV6_PART}){1,${7 - before}}`),
  `::(${IPV6_PART}:){0,6}${IPV6_PART}`,
  "::",
].join("|");

/** An IPv4 or IPv6 address. */
export const addressPattern: string = `^(${IPV4}|${IPV6})$`;

/** A CIDR: an address, "/" and the length of the prefix. */
export const addressRangePattern: string = `^(${IPV4}/(3[0-2]|[12]?[0-9])|(${IPV6})/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$`;

/** An address that the API server takes for no outside one: unspecified, loopback, link-local. */
export const localAddressPattern: string = [
  "^0[.]0[.]0[.]0$|^127[.]|^169[.]254[.]|^224[.]0[.]0[.]",
  "^[0:]*:[0:]*[01]?$|^[fF][eE][89aAbB][0-9a-fA-F]:|^[fF]{2}[0-9a-fA-F]2:",
].join("|");
