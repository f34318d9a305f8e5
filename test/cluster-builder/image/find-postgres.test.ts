import assert from "node:assert/strict";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { findPostgres, postgresPrograms } from "../../../cluster/image/find-postgres.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

describe("findPostgres()", () => {
  const directory = useTemporaryDirectory();

  async function place(version: string, programs: readonly string[]): Promise<void> {
    const paths = programs.map((name) => `bin/${name}`);
    await placeFiles(join(directory.path, version), new Map(paths.map((path) => [path, ""])));
    for (const path of paths) await chmod(join(directory.path, version, path), 0o755);
  }

  it("findPostgres() finds the newest version that is whole, and none of clients alone", async () => {
    await place("9", postgresPrograms);
    await place("15", postgresPrograms);
    await place("17", ["pg_isready", "psql"]);
    assert.equal(await findPostgres(directory.path), join(directory.path, "15"));
  });

  it("findPostgres() finds none where only a part is unpacked, or nothing is installed", async () => {
    await place("15", ["postgres", "initdb", "pg_ctl"]);
    assert.equal(await findPostgres(directory.path), undefined);
    assert.equal(await findPostgres(join(directory.path, "absent")), undefined);
  });
});
