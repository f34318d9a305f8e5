/** The pattern of a cron schedule as Kubernetes reads it. */

const MONTHS = namesPattern("JAN FEB MA[RY] APR JU[NL] AUG SEP OCT NOV DEC");
const WEEKDAYS = namesPattern("SUN MON TUE WED THU FRI SAT");
/** Minute, hour, day of the month, month, day of the week. */
const FIELDS = [
  "0*[1-5]?[0-9]",
  "0*(1?[0-9]|2[0-3])",
  "0*([1-9]|[12][0-9]|3[01])",
  `0*([1-9]|1[0-2])|${MONTHS}`,
  `0*[0-6]|${WEEKDAYS}`,
];
const BLANK = "[ \\t\\n]";
const LINE = `${BLANK}*${FIELDS.map(fieldPattern).join(`${BLANK}+`)}${BLANK}*`;
const MACRO = "@((year|annual|month|week|dai|hour)ly|midnight)";
const EVERY = "@every ([0-9]{1,5}([.][0-9]{1,9})?h|[0-9]{1,7}([.][0-9]{1,9})?(m|s|ms)){1,4}";

/** Five fields, a macro such as @daily, or @every with a duration. */
export const cronPattern: string = `^(${LINE}|${MACRO}|${EVERY})$`;

// Names are read in upper and lower case; RE2 has a flag for that, JavaScript's patterns in a schema have none.
function namesPattern(list: string): string {
  return list
    .replaceAll(" ", "|")
    .replaceAll(/\[?([A-Z]+)\]?/g, (part, letters: string) =>
      part.startsWith("[") ? eitherCase(letters) : [...letters].map(eitherCase).join(""),
    );
}

function eitherCase(letters: string): string {
  return `[${letters}${letters.toLowerCase()}]`;
}

function fieldPattern(value: string): string {
  const range = `(${value})(-(${value}))?`;
  const part = `([*?]|${range})(/0*[1-9][0-9]{0,6})?`;
  return `,*${part}(,+${part})*,*`;
}
