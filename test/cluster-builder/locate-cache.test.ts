import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import { locateCache } from "../../cluster/locate-cache.ts";

describe("locateCache()", () => {
  it("locateCache() takes XDG_CACHE_HOME if it is an absolute path, else .cache of the home directory", () => {
    assert.equal(locateCache({ XDG_CACHE_HOME: "/var/cache/me", HOME: "/home/me" }), "/var/cache/me/chartwright");
    assert.equal(locateCache({ XDG_CACHE_HOME: "cache", HOME: "/home/me" }), "/home/me/.cache/chartwright");
    assert.equal(locateCache({ XDG_CACHE_HOME: "", HOME: "/home/me" }), "/home/me/.cache/chartwright");
    assert.equal(locateCache({}), join(homedir(), ".cache", "chartwright"));
  });
});
