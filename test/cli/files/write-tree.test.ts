import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "mocha";
import { OutputError, type OutputErrorCode } from "../../../cli/files/output-error.ts";
import { readTree } from "../../../cli/files/read-tree.ts";
import { writeTree } from "../../../cli/files/write-tree.ts";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { placeFiles } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const module = new URL("../../../cli/files/write-tree.ts", import.meta.url).href;
const before = new Map([
  ["Chart.yaml", "name: before\n"],
  ["templates/gone.yaml", "a: 1\n"],
]);
const after = new Map([
  ["Chart.yaml", "name: after\n"],
  ["templates/deep/new.yaml", "ä: 😀\n"],
]);

describe("writeTree()", () => {
  const directory = useTemporaryDirectory();
  const scripts = useTemporaryDirectory();

  /** Writes below the test's own directory. */
  function write(root: string, files: ReadonlyMap<string, string>): Promise<boolean> {
    return writeTree(root, files, { base: directory.path });
  }

  async function assertRefused(
    writing: Promise<boolean>,
    code: OutputErrorCode,
    message: string | RegExp,
    path?: string,
  ): Promise<void> {
    await assert.rejects(writing, (error) => {
      assert(error instanceof OutputError);
      assert.equal(error.code, code);
      if (path !== undefined) assert.equal(error.path, path);
      if (typeof message === "string") assert.equal(error.message, message);
      else assert.match(error.message, message);
      return true;
    });
  }

  it("writeTree() makes a directory and its parents with exactly the files", async () => {
    assert.equal(await write("a/b/chart", after), true);
    assert.deepEqual(await readTree(join(directory.path, "a/b/chart")), after);
    assert.deepEqual(await readdir(join(directory.path, "a/b")), ["chart"]);
  });

  it("writeTree() replaces what the directory held", async () => {
    await write("chart", before);
    assert.equal(await write("chart", after), true);
    assert.deepEqual(await readTree(join(directory.path, "chart")), after);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("writeTree() does not touch a directory that is current", async () => {
    await write("chart", after);
    const chart = join(directory.path, "chart");
    const [old, oldFile] = [await stat(chart), await stat(join(chart, "Chart.yaml"))];
    await sleep(20);
    assert.equal(await write("chart", after), false);
    const [now, nowFile] = [await stat(chart), await stat(join(chart, "Chart.yaml"))];
    assert.deepEqual([now.ino, now.mtimeMs], [old.ino, old.mtimeMs]);
    assert.deepEqual([nowFile.ino, nowFile.mtimeMs], [oldFile.ino, oldFile.mtimeMs]);
  });

  it("writeTree() writes an empty directory for no files", async () => {
    await write("chart", before);
    assert.equal(await write("chart", new Map()), true);
    assert.deepEqual(await readdir(join(directory.path, "chart")), []);
  });

  for (const path of ["", "/etc/x", "../x", "a/../b", "a//b", "./a", "a/", "a\\b", "a\0b", "C:/x"]) {
    it(`writeTree() refuses the file path ${JSON.stringify(path)}`, async () => {
      await assertRefused(
        write("chart", new Map([[path, ""]])),
        "BAD_PATH",
        `Cannot write the file "${path}": expected a relative path of names with "/" between them`,
        path,
      );
      assert.deepEqual(await readdir(directory.path), []);
    });
  }

  it("writeTree() refuses a path that is a file and a directory at once", async () => {
    const files = new Map([
      ["a", ""],
      ["a/b/c", ""],
    ]);
    const message = 'Cannot write the file "a/b/c": expected a directory "a", got a file';
    await assertRefused(write("chart", files), "BAD_PATH", message, "a/b/c");
  });

  it("writeTree() refuses a directory outside of the base, and the base itself", async () => {
    const { path } = directory;
    for (const root of ["..", "../x", "chart/../../x", dirname(path), "/"]) {
      const message = `Cannot write the directory "${root}": expected one below "${path}", got one outside of it`;
      await assertRefused(write(root, after), "OUTSIDE", message, root);
    }
    for (const root of ["", ".", "chart/..", path]) {
      const message = `Cannot write the directory "${root}": expected one below "${path}", got "${path}" itself`;
      await assertRefused(write(root, after), "OUTSIDE", message, root);
    }
    assert.deepEqual(await readdir(path), []);
  });

  it("writeTree() takes an absolute path below the base", async () => {
    const root = join(directory.path, "..weird");
    assert.equal(await write(root, after), true);
    assert.deepEqual(await readTree(root), after);
  });

  it("writeTree() refuses a file in place of the directory or of a parent", async () => {
    await writeFile(join(directory.path, "file"), "kept");
    for (const root of ["file", "file/chart"]) {
      const message = `Cannot write the directory "${root}": expected a directory at "${directory.path}/file", got a file`;
      await assertRefused(write(root, after), "NOT_A_DIRECTORY", message, join(directory.path, "file"));
    }
  });

  it("writeTree() refuses a symbolic link in the output path", async () => {
    const outside = await mkdtemp(`${directory.path}-outside-`);
    try {
      await placeFiles(outside, before);
      await symlink(outside, join(directory.path, "link"));
      for (const root of ["link", "link/chart"]) {
        const message = `Cannot write the directory "${root}": expected real directories, got a symbolic link at "${directory.path}/link"`;
        await assertRefused(write(root, after), "SYMBOLIC_LINK", message, join(directory.path, "link"));
      }
      assert.deepEqual(await readTree(outside), before);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it("writeTree() replaces a directory that holds a symbolic link and leaves its target alone", async () => {
    const target = join(directory.path, "target");
    await placeFiles(target, before);
    await mkdir(join(directory.path, "chart"));
    await symlink(target, join(directory.path, "chart", "templates"));
    assert.equal(await write("chart", after), true);
    assert.deepEqual(await readTree(join(directory.path, "chart")), after);
    assert.deepEqual(await readTree(target), before);
  });

  it("writeTree() accepts a base behind a symbolic link", async () => {
    await mkdir(join(directory.path, "real"));
    await symlink("real", join(directory.path, "base"));
    await writeTree("chart", after, { base: join(directory.path, "base") });
    assert.deepEqual(await readTree(join(directory.path, "real", "chart")), after);
  });

  it("writeTree() keeps a directory of something else when a marker is demanded", async () => {
    await placeFiles(join(directory.path, "src"), new Map([["main.ts", "precious"]]));
    const options = { base: directory.path, marker: { file: "Chart.yaml", start: "name: " } };
    const src = join(directory.path, "src");
    const wanted = `Cannot replace the directory "${src}": expected "Chart.yaml" in it that begins with "name:", got`;
    const message = `${wanted} one with "main.ts" and without it; move the directory or delete it`;
    await assertRefused(writeTree("src", after, options), "FOREIGN", message, src);
    assert.deepEqual(await readTree(src), new Map([["main.ts", "precious"]]));
    await placeFiles(src, new Map([["Chart.yaml", "# by hand\nname: src\n"]]));
    const other = `${wanted} one that begins with "# by hand"; move the directory or delete it`;
    await assertRefused(writeTree("src", after, options), "FOREIGN", other, src);
    await mkdir(join(directory.path, "empty"));
    assert.equal(await writeTree("empty", before, options), true);
    assert.equal(await writeTree("empty", after, options), true);
  });

  it("writeTree() keeps the old directory and cleans up when the file system refuses", async () => {
    await write("chart", before);
    const files = new Map([...after, ["x".repeat(300), "no file system takes this name"]]);
    await assertRefused(write("chart", files), "FAILED", /^Cannot write the directory "chart": ENAMETOOLONG/);
    assert.deepEqual(await readTree(join(directory.path, "chart")), before);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("22. writeTree() keeps the old directory when the disk is full", async () => {
    const small = join(directory.path, "small");
    await mkdir(small);
    const full = new Map([...after, ["big", "x".repeat(200_000)]]);
    const mounted = await runProcess("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", small]).catch(() => undefined);
    try {
      await writeTree("chart", before, { base: small });
      if (mounted?.code === 0) await assertRefused(writeTree("chart", full, { base: small }), "FAILED", /ENOSPC/);
      else await assertRefusedWithoutSpace(small, full);
      assert.deepEqual(await readTree(join(small, "chart")), before);
      assert.deepEqual(await readdir(small), ["chart"]);
    } finally {
      if (mounted?.code === 0) await runProcess("umount", [small]);
    }
  });

  it("writeTree() keeps the old directory when a file may not grow as large as it must", async () => {
    const base = join(directory.path, "limited");
    await mkdir(base);
    await writeTree("chart", before, { base });
    await assertRefusedWithoutSpace(base, new Map([...after, ["big", "x".repeat(200_000)]]));
    assert.deepEqual(await readTree(join(base, "chart")), before);
    assert.deepEqual(await readdir(base), ["chart"]);
  });

  // Only root may mount a small disk; a limit on the size of files stops a write half-way for everyone.
  async function assertRefusedWithoutSpace(base: string, files: ReadonlyMap<string, string>): Promise<void> {
    const script = `import { writeTree } from ${JSON.stringify(module)};
      process.on("SIGXFSZ", () => {});
      const files = new Map(${JSON.stringify([...files])});
      await writeTree("chart", files, { base: ${JSON.stringify(base)} }).catch((error) => console.log(error.message));`;
    const file = await placeScript(script);
    const limited = await runProcess("bash", ["-c", 'ulimit -f 64 && exec "$0" "$1"', process.execPath, file]);
    assert.match(limited.stdout, /^Cannot write the directory "chart": EFBIG/);
  }

  it("writeTree() lets writers in one process write the same directory at once", async () => {
    const all = Array.from({ length: 8 }, (_, index) => new Map([["Chart.yaml", `name: writer-${index}\n`]]));
    const results = await Promise.all(all.map((files) => write("chart", files)));
    assert.deepEqual(results, Array(8).fill(true));
    const [[, text] = []] = await readTree(join(directory.path, "chart"));
    assert.match(text ?? "", /^name: writer-\d\n$/);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("writeTree() lets writers in several processes write the same directory at once", async () => {
    const script = `import { writeTree } from ${JSON.stringify(module)};
      for (let i = 0; i < 20; i++) {
        await writeTree("chart", new Map([["Chart.yaml", process.pid + " " + i], ["b/c", String(i)]]));
      }`;
    const file = await placeScript(script);
    const run = () => runProcess(process.execPath, [file], { cwd: directory.path });
    const results = await Promise.all([run(), run(), run()]);
    assert.deepEqual(results, Array(3).fill({ code: 0, stdout: "", stderr: "" }));
    const files = await readTree(join(directory.path, "chart"));
    assert.equal(files.get("b/c"), "19");
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("writeTree() shows readers whole directories only, while several processes write it", async () => {
    // Two trees without a file in common, as large as a chart.
    const script = `import { writeTree } from ${JSON.stringify(module)};
      const make = (name) => new Map(Array.from({ length: 60 }, (_, i) => [name + (i % 5) + "/f" + i, name]));
      for (let i = 0; i < 30; i++) await writeTree("chart", make(i % 2 === 0 ? "even" : "odd"));`;
    const file = await placeScript(script);
    const writers = [1, 2].map(() => runProcess(process.execPath, [file], { cwd: directory.path }));
    let isDone = false;
    const all = Promise.all(writers).finally(() => {
      isDone = true;
    });
    const seen = new Set<string>();
    while (!isDone) {
      const files = await readTree(join(directory.path, "chart"));
      seen.add(`${files.size} ${[...new Set(files.values())]}`);
    }
    for (const { code, stderr } of await all) assert.deepEqual([code, stderr], [0, ""]);
    // No directory at all is what the moment between two renames shows.
    assert.deepEqual(
      [...seen].filter((each) => !["0 ", "60 even", "60 odd"].includes(each)),
      [],
    );
    assert.deepEqual([seen.has("60 even"), seen.has("60 odd")], [true, true]);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("writeTree() removes what dead processes left, and nothing of a process that lives or of another directory", async () => {
    const dead = await findDeadProcess();
    const left = [`.chart.new-${dead}-0a`, `.chart.old-${dead}-0b`];
    const kept = [`.chart.new-${process.pid}-0a`, ".chart.old-1-0a", ".chart.older", `.other.new-${dead}-0a`];
    await write("chart", after);
    for (const name of [...left, ...kept]) await placeFiles(join(directory.path, name), new Map([["kept", ""]]));
    await write("chart", before);
    assert.deepEqual((await readdir(directory.path)).sort(), [...kept, "chart"].sort());
  });

  it("writeTree() puts back a directory that a killed process had moved aside", async () => {
    const dead = await findDeadProcess();
    await write("chart", before);
    const { ino } = await stat(join(directory.path, "chart"));
    await rename(join(directory.path, "chart"), join(directory.path, `.chart.old-${dead}-0a`));
    await placeFiles(join(directory.path, `.chart.new-${dead}-0b`), after);
    assert.equal(await write("chart", before), false);
    assert.equal((await stat(join(directory.path, "chart"))).ino, ino);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  it("writeTree() leaves the old or the new directory whole when it is killed half-way", async () => {
    // Two trees of 200 files, written in turn without end by a process that is killed at a random moment.
    const script = `import { writeTree } from ${JSON.stringify(module)};
      const make = (text) => new Map(Array.from({ length: 200 }, (_, i) => ["d" + (i % 7) + "/f" + i, text]));
      await writeTree("chart", make("new"));
      process.stdout.write("ready");
      for (;;) for (const text of ["old", "new"]) await writeTree("chart", make(text));`;
    const file = await placeScript(script);
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [file], { cwd: directory.path });
      await once(child.stdout, "data");
      await sleep(20 + Math.random() * 200);
      child.kill("SIGKILL");
      await once(child, "close");
      const whole = await readWhole();
      assert.equal(whole.size, 200);
      assert.equal(new Set(whole.values()).size, 1);
    }
    await write("chart", after);
    assert.deepEqual(await readdir(directory.path), ["chart"]);
  });

  /** The tree at its place, or next to it in the moment between two renames. */
  async function readWhole(): Promise<Map<string, string>> {
    const names = await readdir(directory.path);
    const aside = names.find((name) => name.startsWith(".chart.old-")) ?? "chart";
    return await readTree(join(directory.path, names.includes("chart") ? "chart" : aside));
  }

  async function placeScript(text: string): Promise<string> {
    await placeFiles(scripts.path, new Map([["script.mjs", text]]));
    return join(scripts.path, "script.mjs");
  }

  async function findDeadProcess(): Promise<number> {
    const child = spawn("true");
    await once(child, "close");
    return child.pid ?? assert.fail("no process id");
  }
});
