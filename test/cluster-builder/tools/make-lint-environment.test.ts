import assert from "node:assert/strict";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { canMakeEnvironments, locateLintEnvironment } from "../../../cluster/tools/make-lint-environment.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

describe("locateLintEnvironment()", () => {
  const directory = useTemporaryDirectory();

  /** Makes a program that prints what a Python says of itself. */
  async function placePython(says: string): Promise<string> {
    const file = join(directory.path, "python3");
    await writeFile(file, `#!/bin/sh\necho '${says}'\n`);
    await chmod(file, 0o755);
    return file;
  }

  it("locateLintEnvironment() has a directory for each version of Python, and for each place of it", async () => {
    const says = ["3.11.2 /usr/bin/python3.11", "3.13.5 /usr/bin/python3.13", "3.11.2 /opt/python3.11"];
    const found: string[] = [];
    for (const each of [...says, ...says]) found.push(await locateLintEnvironment("/cache", await placePython(each)));
    assert.equal(new Set(found).size, says.length);
    assert.deepEqual(found.slice(0, says.length), found.slice(says.length));
    for (const each of found) assert.match(each, /^\/cache\/python-[0-9a-f]{12}$/);
  });

  it("canMakeEnvironments() says no of a Python that fails to import what makes them", async () => {
    const file = await placePython("any");
    assert.equal(await canMakeEnvironments(file), true);
    await writeFile(file, "#!/bin/sh\nexit 1\n");
    assert.equal(await canMakeEnvironments(file), false);
  });
});
