import { describe } from "mocha";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { testRefusals } from "../test-refusals.ts";

const withClasses = (className: string, annotation?: string, enabled = true): object => ({
  image: { repository: "nginx", tag: "1" },
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  ingress: {
    enabled,
    className,
    hosts: { main: { host: "a.example.com" } },
    annotations: annotation === undefined ? { a: "b" } : { "kubernetes.io/ingress.class": annotation },
  },
});

describe("createIngress()", () => {
  testRefusals("createIngress() refuses an annotation that names another class than className", serviceStage, [
    { values: withClasses("nginx"), refusal: "" },
    { values: withClasses("nginx", "nginx"), refusal: "" },
    { values: withClasses("", "traefik"), refusal: "" },
    { values: withClasses("nginx", "traefik", false), refusal: "" },
    ...["traefik", ""].map((annotation) => ({
      values: withClasses("nginx", annotation),
      refusal: `ingress.annotations.kubernetes.io/ingress.class: expected the class in className, nginx, got ${annotation}`,
    })),
  ]);
});
