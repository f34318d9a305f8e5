/** A grammar of names that the API server checks. */
export interface NameForm {
  readonly pattern: RegExp;
  readonly maxLength: number;
  /** What a message says was wanted. */
  readonly text: string;
}

/** RFC 1123 label: namespaces, containers, volumes, StatefulSets. */
export const dnsLabel: NameForm = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
  text: 'a DNS label (lower case letters, digits and "-", a letter or digit at both ends)',
};

/** RFC 1035 label: Services, whose names must not begin with a digit. */
export const dns1035Label: NameForm = {
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
  text: 'a DNS label that begins with a letter (lower case letters, digits and "-", a letter or digit at the end)',
};

/** RFC 1123 subdomain: most kinds. */
export const dnsSubdomain: NameForm = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  maxLength: 253,
  text: 'a DNS subdomain (lower case letters, digits, "-" and ".", a letter or digit at both ends of each part)',
};

/** A part of a URL's path: for the kinds of RBAC, which exclude only these names and characters. */
export const pathSegment: NameForm = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  maxLength: 253,
  text: 'a path segment (not "." or "..", no "/" and no "%")',
};

/** A port's name (RFC 6335). */
export const portName: NameForm = {
  pattern: /^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 15,
  text: 'a port name (lower case letters, digits and single "-", at least one letter, a letter or digit at both ends)',
};

/** A label's value, unless it is empty, and what follows the prefix of a label's or annotation's key. */
export const labelText: NameForm = {
  pattern: /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/,
  maxLength: 63,
  text: 'letters, digits, "-", "_" and ".", a letter or digit at both ends',
};

/** Says what is wrong with a name, or undefined where nothing is. */
export function explainName(name: string, form: NameForm, maxLength: number = form.maxLength): string | undefined {
  if (!form.pattern.test(name)) return `expected ${form.text}, got ${JSON.stringify(name)}`;
  if (name.length > maxLength) {
    return `expected at most ${maxLength} characters, got ${JSON.stringify(name)} of ${name.length}`;
  }
  return undefined;
}

/** Says what is wrong with the key of a label or annotation (`name` or `prefix/name`), or undefined. */
export function explainKey(key: string): string | undefined {
  const slash = key.indexOf("/");
  const prefix = slash === -1 ? undefined : explainName(key.slice(0, slash), dnsSubdomain);
  const name = explainName(key.slice(slash + 1), labelText);
  if (prefix !== undefined) return `key ${JSON.stringify(key)}, before the "/": ${prefix}`;
  if (name !== undefined) return `key ${JSON.stringify(key)}: ${name}`;
  return undefined;
}
