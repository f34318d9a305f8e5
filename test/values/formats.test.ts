import * as format from "../../generator/values/formats.ts";
import { annotations, boolean, enumOf, labels, mapOf } from "../../generator/values/model.ts";
import { testFormats } from "./check-formats.ts";

const description = "For tests";
const options = { description };
const x = (length: number): string => "x".repeat(length);
/** A map with one key. */
const under = (key: string): object => ({ [key]: "a" });

describe("formats", () => {
  testFormats("formats of names refuse what Kubernetes refuses", [
    {
      name: "label()",
      schema: format.label(options),
      good: ["a", "a-b", "0a", "a--b", x(63)],
      bad: ["", "-a", "a-", "A", "a_b", "a.b", "a b", "é", x(64), "a\n", "..", "a/b"],
    },
    {
      name: "nameOrEmpty()",
      schema: format.nameOrEmpty(options, 10),
      good: ["", "a", "a-b", x(10)],
      bad: ["-a", "a.b", "A", x(11), "\n", " "],
    },
    {
      name: "objectName()",
      schema: format.objectName(options),
      good: ["a", "a.b-c", "1.2", x(253)],
      bad: ["", "a..b", ".a", "a.", "a-.b", "A", "a_b", "a/b", x(254), "a\n"],
    },
    {
      name: "objectNameOrEmpty()",
      schema: format.objectNameOrEmpty(options),
      good: ["", "a.b"],
      bad: [".", "A", x(254), " "],
    },
    {
      name: "hostNameOrEmpty()",
      schema: format.hostNameOrEmpty(options),
      good: ["", "localhost", "a.example.com", "*.example.com", "1.2.3.4.example.com"],
      bad: ["1.2.3.4", "*", "a.*.com", "*a.com", "a_b.com", "http://a.com", "a.com:80", "a.com/", "A.com", "a.com\n"],
    },
    {
      name: "driverName()",
      schema: format.driverName(options),
      good: ["disk.csi.azure.com", "my-csi-driver", "A.b", x(63)],
      bad: ["", "a/b", ".a", "a.", "a_b", "-a", "a..b", x(64), "a\n"],
    },
    {
      name: "labelValue()",
      schema: format.labelValue(options),
      good: ["", "a", "1.0", "A_b-c.D", "true", x(63)],
      bad: ["-a", "a-", ".a", "a b", "a/b", "1.0+build", "é", x(64), "a\n", "\n"],
    },
  ]);

  const keyed = (name: keyof typeof format.keys, good: readonly string[], bad: readonly string[]) => ({
    name: `keys.${name}`,
    schema: mapOf(format.keys[name], format.string(options), options),
    good: [{}, ...good.map(under)],
    bad: bad.map(under),
  });
  const qualified = [
    ["a", "A_b.c-d", "app.kubernetes.io/name", "a/B", "1/2", x(63)],
    ["", "a b", "/a", "a/", "a/b/c", "A.b/c", "a_b/c", "-a", "a/-b", "a.", x(64), "a\n"],
  ] as const;
  testFormats("formats of keys refuse what Kubernetes refuses", [
    keyed("name", ["a", "a-b", x(63)], ["", "-a", "A", "a.b", x(64), "a\n"]),
    keyed("subdomain", ["a.b", x(253)], ["", "a..b", "A", x(254)]),
    keyed(
      "port",
      ["http", "a", "8a", "http-2", "2-http", x(15)],
      ["", "80", "8-0", "a--b", "-a", "a-", "A", "a_b", "a.b", x(16), "http-0123456789a"],
    ),
    keyed("environmentVariable", ["A", "_a", "A.B-C_1"], ["", "1A", "A B", "A=B", "-A", "é", "A\n"]),
    keyed(
      "configMapKey",
      ["a", "app.conf", ".a", "_", "-a", "a..b", x(253)],
      ["", ".", "..", "..a", "a/b", "a b", "é", x(254)],
    ),
    keyed("qualifiedName", ...qualified),
    {
      name: "labels()",
      schema: labels(options),
      good: [{ a: "" }, { "a.b/c": "d" }],
      bad: [{ a: "b c" }, { "a b": "c" }, { a: 1 }, { a: true }],
    },
    {
      name: "annotations()",
      schema: annotations(options),
      good: [{ a: "b: c\n{{ d }}" }],
      bad: [{ "a b": "c" }, { a: 1.1 }, { a: null }],
    },
  ]);

  testFormats("formats of numbers and words refuse the wrong ones", [
    {
      name: "port()",
      schema: format.port(options),
      good: [1, 80, 65535],
      bad: [0, -1, 65536, 99999, 1.5, "80", true],
    },
    {
      name: "count()",
      schema: format.count(options),
      good: [0, 1e6, 2147483647],
      bad: [-1, 2147483648, 0.5, "1", 1e10, false],
    },
    { name: "count(1)", schema: format.count(options, 1), good: [1], bad: [0, -1] },
    { name: "order()", schema: format.order(), good: [-1000, 0, 1000], bad: [-1001, 1001, "1", 0.5] },
    { name: "boolean()", schema: boolean(options), good: [true, false], bad: ["true", "yes", 0, 1, ""] },
    {
      name: "oneOf()",
      schema: enumOf(["Job", "CronJob"], options),
      good: ["Job", "CronJob"],
      bad: ["job", "", "Job ", 1, "DaemonSet"],
    },
    {
      name: "nonEmptyString()",
      schema: format.nonEmptyString(options),
      good: ["a", " ", "é", "\n"],
      bad: ["", 1, true],
    },
    { name: "string()", schema: format.string(options), good: ["", "y", "1e6"], bad: [1, 1e6, true, [], {}] },
  ]);

  testFormats("formats of sizes refuse what is no size", [
    {
      name: "size()",
      schema: format.size(options),
      good: [
        "1",
        "10Gi",
        "500M",
        "1Ti",
        "1.5Gi",
        "0.5Gi",
        ".5Gi",
        "0.5Mi",
        "0.25T",
        "100Ki",
        "5E",
        "1k",
        "010Gi",
        "1000000",
      ],
      bad: [
        "",
        "0",
        "00",
        "0Gi",
        "0.0Gi",
        ".0Ti",
        ".Gi",
        ".",
        "big",
        "Gi",
        "10 Gi",
        "10GB",
        "10gi",
        "10K",
        "-1Gi",
        "10m",
        "1..5Gi",
        "1,5Gi",
        "1Gi\n",
        "1Gib",
        10,
        "0.5",
      ],
    },
  ]);

  testFormats("formats of times refuse what the CronJob controller refuses", [
    {
      name: "schedule()",
      schema: format.schedule(options),
      good: [
        "* * * * *",
        "*/5 * * * *",
        "0 3 * * *",
        "0 0 1 1 0",
        "59 23 31 12 6",
        "0,15,30,45 8-18 * * MON-FRI",
        "0 0 1 JAN,jul *",
        "1-30/5,59 */2 * * sun",
        "? * * * ?",
        "5/10 * * * *",
        "00 03 01 01 00",
        "0  3 * * *",
        "@hourly",
        "@daily",
        "@yearly",
        "@every 1h30m",
      ],
      bad: [
        "",
        "every day",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 0 *",
        "* * * 13 *",
        "* * * * 7",
        "* * * * 1-7",
        "-1 * * * *",
        "*/0 * * * *",
        "*-5 * * * *",
        "1- * * * *",
        "1,,2 * * * *",
        "a * * * *",
        "* * * FOO *",
        "* * * * MONDAY",
        "0 3 L * *",
        "@reboot",
        "@Daily",
        "@every",
        "@every 5 minutes",
        "TZ=UTC 0 3 * * *",
        " 0 3 * * *",
        "0 3 * * * ",
        "0 3 * * *\n",
        "0.5 3 * * *",
      ],
    },
    {
      name: "timeZone()",
      schema: format.timeZone(options),
      good: ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "GMT0", "America/Port-au-Prince"],
      bad: [
        "",
        "Localtown",
        "Europe/Bonn",
        "europe/berlin",
        "Local",
        "local",
        "LOCAL",
        "europe berlin",
        "/Europe",
        "Europe/",
        "Europe//Berlin",
        "+05:00",
        "UTC\n",
        "../etc/passwd",
      ],
    },
  ]);

  testFormats("formats of paths refuse those that Kubernetes refuses", [
    {
      name: "absolutePath()",
      schema: format.absolutePath(options),
      good: ["/", "/data", "/a b", "/a/.b"],
      bad: ["", "data", "./a", "/a:b", "~/a", " /a"],
    },
    {
      name: "relativePath()",
      schema: format.relativePath(options),
      good: ["a", "a/b", ".a", "a..b", "..a", "a/..b", "a../b"],
      bad: ["", "/a", "..", "../a", "a/..", "a/../b"],
    },
  ]);

  const hex = "0123456789abcdef".repeat(4);
  testFormats("formats of images refuse names that no registry has", [
    {
      name: "registry()",
      schema: format.registry(options),
      good: [
        "",
        "ghcr.io",
        "ghcr.io/org/team",
        "localhost:5000",
        "registry.example.com:443/a_b/c.d",
        "10.0.0.1:5000",
        "Registry.example.com",
      ],
      bad: [
        "/",
        "ghcr.io/",
        "ghcr.io/org/",
        "https://ghcr.io",
        "ghcr.io:port",
        "ghcr.io:",
        "-a.io",
        "a.io/B",
        "a.io//b",
        "a.io/../b",
        "a.io/b:1",
        "a b",
        "a.io:1234567",
        "a.io\n",
      ],
    },
    {
      name: "repository()",
      schema: format.repository(options),
      good: ["busybox", "library/busybox", "a_b/c__d/e-f/g--h.i", "ghcr.io/org/app", "localhost:5000/a/b", "1/2"],
      bad: [
        "",
        "Busybox",
        "busybox:1.36",
        `busybox@sha256:${hex}`,
        "a//b",
        "/a",
        "a/",
        "-a",
        "a-",
        "a..b",
        "a.-b",
        "a___b",
        "a/-b",
        "http://a/b",
        "a b",
        "a:b:c/d",
        "a:port/b",
        "a/b:1/c",
        "busybox\n",
      ],
    },
    {
      name: "tag()",
      schema: format.tag(options),
      good: ["1.36", "latest", "v1_a-b.C", "_a", x(128)],
      bad: ["", ".a", "-a", "a:b", "a/b", "a b", "a+b", x(129), "a\n", 1.36],
    },
    {
      name: "digest()",
      schema: format.digest(options),
      good: ["", `sha256:${hex}`],
      bad: [
        hex,
        "sha256:",
        `sha256:${hex.slice(1)}`,
        `sha256:${hex}0`,
        `sha256:${hex.toUpperCase()}`,
        `sha512:${hex}`,
        `sha256:${hex}\n`,
      ],
    },
  ]);
});
