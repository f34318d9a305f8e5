import assert from "node:assert/strict";
import { formatFinding } from "../../generator/rules/rule.ts";
import { servicesExist } from "../../generator/rules/services-exist.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "etl" };

describe("rule services-exist", () => {
  it("accepts Services that are rendered or external, and ports by name and by number", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Service, metadata: {name: serve}, spec: {ports: [{name: http, port: 80}, {name: admin, port: 81}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: store-headless}, spec: {clusterIP: None}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: store}, spec: {serviceName: store-headless}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: nameless}, spec: {}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: serve}
      spec:
        defaultBackend: {service: {name: errors, port: {number: 80}}}
        rules:
          - http:
              paths:
                - {path: /, backend: {service: {name: serve, port: {name: http}}}}
                - {path: /admin, backend: {service: {name: serve, port: {number: 81}}}}
                - {path: /static, backend: {resource: {kind: Bucket, name: static}}}
    `);
    assert.deepEqual(servicesExist(objects, { ...context, external: ["Service/errors"] }), []);
  });

  it("reports a Service that is not there", () => {
    const objects = parseObjects(`
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: store}, spec: {serviceName: stor}}
      ---
      {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: serve}, spec: {defaultBackend: {service: {name: errors}}}}
    `);
    assert.deepEqual(servicesExist(objects, context).map(formatFinding), [
      'apps/v1/StatefulSet store: "spec.serviceName": expected a Service of namespace "etl", ' +
        'from this release or declared external, got "stor" (services-exist)',
      'networking.k8s.io/v1/Ingress serve: "spec.defaultBackend.service.name": expected a Service of namespace "etl", ' +
        'from this release or declared external, got "errors" (services-exist)',
    ]);
  });

  it("reports a port that the Service does not have", () => {
    const objects = parseObjects(`
      {apiVersion: v1, kind: Service, metadata: {name: serve}, spec: {ports: [{name: http, port: 80}, {name: admin, port: 81}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: none}, spec: {}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: serve}
      spec:
        defaultBackend: {service: {name: none, port: {number: 80}}}
        rules:
          - http:
              paths:
                - {path: /a, backend: {service: {name: serve, port: {name: web}}}}
                - {path: /b, backend: {service: {name: serve, port: {number: 8080}}}}
    `);
    assert.deepEqual(servicesExist(objects, context).map(formatFinding), [
      'networking.k8s.io/v1/Ingress serve: "spec.defaultBackend.service.port.number": ' +
        'expected a port of Service "none", of which it has none, got 80 (services-exist)',
      'networking.k8s.io/v1/Ingress serve: "spec.rules[0].http.paths[0].backend.service.port.name": ' +
        'expected a port of Service "serve", one of "http", "admin", got "web" (services-exist)',
      'networking.k8s.io/v1/Ingress serve: "spec.rules[0].http.paths[1].backend.service.port.number": ' +
        'expected a port of Service "serve", one of 80, 81, got 8080 (services-exist)',
    ]);
  });
});
