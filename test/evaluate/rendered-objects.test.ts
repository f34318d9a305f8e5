import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { RenderedObjects } from "../../generator/evaluate/rendered-objects.ts";
import type { KubernetesObject } from "../../generator/rules/kubernetes-object.ts";

const object = (kind: string, name: string, label?: string): KubernetesObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name, ...(label === undefined ? {} : { labels: { "app.kubernetes.io/name": label } }) },
});

const objects = [object("Job", "rel-load-1a2b", "load"), object("Service", "rel-a", "a"), object("Service", "rel-b")];
const rendered = new RenderedObjects(objects);

describe("RenderedObjects", () => {
  it("all() finds the objects of a kind, in their order", () => {
    assert.deepEqual(rendered.all("Service"), [objects[1], objects[2]]);
    assert.deepEqual(rendered.all("ConfigMap"), []);
  });

  it("one() finds the one object of a kind", () => {
    assert.equal(rendered.one("Job"), objects[0]);
  });

  it("one() knows the types of kinds that only custom charts have, too", () => {
    const own = new RenderedObjects([object("DaemonSet", "a"), object("Pod", "b"), object("Secret", "c")]);
    assert.equal(own.one("DaemonSet").spec?.minReadySeconds, undefined);
    assert.equal(own.one("Pod").spec?.nodeName, undefined);
    assert.equal(own.one("Secret").data, undefined);
  });

  it("one() finds an object by its own name, or by that of its chart or stage", () => {
    assert.equal(rendered.one("Service", "rel-b"), objects[2]);
    assert.equal(rendered.one("Service", "a"), objects[1]);
    assert.equal(rendered.one("Job", "load"), objects[0]);
  });

  it("one() lists the matches where it finds several", () => {
    const message = "Cannot find the one Service: expected 1, got 2: v1/Service rel-a, v1/Service rel-b";
    assert.throws(() => rendered.one("Service"), { name: "TypeError", message });
    const gateways = ["rel-gw-1a", "rel-gw-2b"].map((name) => object("ConfigMap", name, "gw"));
    const both =
      'Cannot find the one ConfigMap "gw": expected 1, got 2: v1/ConfigMap rel-gw-1a, v1/ConfigMap rel-gw-2b';
    const more = new RenderedObjects([...objects, ...gateways, object("ConfigMap", "rel-web")]);
    assert.throws(() => more.one("ConfigMap", "gw"), { name: "TypeError", message: both });
  });

  it("one() lists the objects of the kind where none has the name, and all objects where there is none of the kind", () => {
    const fails = (run: () => unknown, message: string): void => assert.throws(run, { name: "TypeError", message });
    fails(
      () => rendered.one("Service", "c"),
      'Cannot find the one Service "c": expected 1, got 0 among v1/Service rel-a, v1/Service rel-b',
    );
    fails(
      () => rendered.one("ConfigMap"),
      "Cannot find the one ConfigMap: expected 1, got 0 among v1/Job rel-load-1a2b, v1/Service rel-a, v1/Service rel-b",
    );
    fails(() => new RenderedObjects([]).one("Job"), "Cannot find the one Job: expected 1, got 0 among no objects");
  });
});
