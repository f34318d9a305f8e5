import assert from "node:assert/strict";
import process from "node:process";
import { afterEach, beforeEach, describe, it } from "mocha";
import { paint } from "../../../cli/terminal/style-output.ts";

describe("paint()", () => {
  const { NO_COLOR, FORCE_COLOR } = process.env;

  beforeEach(() => {
    delete process.env["NO_COLOR"];
    delete process.env["FORCE_COLOR"];
  });

  afterEach(() => {
    if (NO_COLOR !== undefined) process.env["NO_COLOR"] = NO_COLOR;
    delete process.env["FORCE_COLOR"];
    if (FORCE_COLOR !== undefined) process.env["FORCE_COLOR"] = FORCE_COLOR;
  });

  it("paint() colours a text on a terminal", () => {
    assert.equal(paint("red", "text", { isTTY: true }), "\u001b[31mtext\u001b[39m");
  });

  it("paint() leaves a text plain that goes into a file or a pipe", () => {
    assert.equal(paint("red", "text", {}), "text");
    assert.equal(paint("red", "text", { isTTY: false }), "text");
  });

  it("paint() leaves a text plain when NO_COLOR is set", () => {
    process.env["NO_COLOR"] = "1";
    assert.equal(paint("red", "text", { isTTY: true }), "text");
    process.env["NO_COLOR"] = "";
    assert.notEqual(paint("red", "text", { isTTY: true }), "text");
    delete process.env["NO_COLOR"];
  });

  it("paint() does what FORCE_COLOR says, whatever the output is", () => {
    process.env["NO_COLOR"] = "1";
    process.env["FORCE_COLOR"] = "1";
    assert.equal(paint("red", "text", { isTTY: false }), "\u001b[31mtext\u001b[39m");
    delete process.env["NO_COLOR"];
    process.env["FORCE_COLOR"] = "0";
    assert.equal(paint("red", "text", { isTTY: true }), "text");
  });
});
