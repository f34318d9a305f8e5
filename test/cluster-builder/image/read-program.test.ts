import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { listLibraries, readProgram } from "../../../cluster/image/read-program.ts";

describe("listLibraries()", () => {
  it("listLibraries() finds the libraries that ldd names, and the loader, but not those of the kernel", () => {
    const printed = `	linux-vdso.so.1 (0x00007fc5a7f06000)
	libz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007fc5a7c03000)
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fc5a741e000)
	/lib64/ld-linux-x86-64.so.2 (0x00007fc5a7f08000)
`;
    assert.deepEqual(listLibraries(printed), [
      "/lib/x86_64-linux-gnu/libz.so.1",
      "/lib/x86_64-linux-gnu/libc.so.6",
      "/lib64/ld-linux-x86-64.so.2",
    ]);
    assert.deepEqual(listLibraries("	statically linked\n"), []);
  });
});

describe("readProgram()", () => {
  it("readProgram() refuses a program that is not installed", async () => {
    await assert.rejects(readProgram("no-such-program", "bin/x"), {
      name: "ClusterError",
      message: 'Cannot make an image of the program "no-such-program": it is not installed',
    });
  });
});
