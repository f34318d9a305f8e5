import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import ts from "typescript-5.9";
import { createProject } from "../../cli/use-project.ts";
import { makeTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { LanguageServer, typescriptServer } from "../../editors/language-server.ts";
import { type Literal, writeLiteral } from "./write-literal.ts";

const head = `import {
  BatchJob, type BatchJobOptions, CsiVolume, type CsiVolumeOptions, definePipeline, type EnvironmentValues, ServiceStage,
  type ServiceStageOptions, StatefulStage, type StatefulStageOptions,
} from "chartwright";
import { type Chart, ChartStage, type ServerOptions, type ServerValues } from "chartwright/chart";
`;

/** A field in a literal. */
interface Key {
  readonly where: string;
  readonly path: string;
  readonly offset: number;
}

/** The place of each literal: its type, and the code around it. */
const literals: Readonly<Record<string, { readonly type: string; readonly before: string; readonly after: string }>> = {
  "the options of a BatchJob": { type: "BatchJobOptions", before: "new BatchJob(", after: ");" },
  "the options of a ServiceStage": { type: "ServiceStageOptions", before: "new ServiceStage(", after: ");" },
  "the options of a StatefulStage": { type: "StatefulStageOptions", before: "new StatefulStage(", after: ");" },
  "the options of a CsiVolume": { type: 'CsiVolumeOptions<"data">', before: "new CsiVolume(", after: ");" },
  "the options of a chart of one's own": { type: "ServerOptions", before: "new ChartStage(collector, ", after: ");" },
  "an environment": {
    type: "EnvironmentValues<typeof volumes, typeof stages>",
    before: 'definePipeline({ name: "etl", version: "1.0.0", volumes, stages, environments: { prod: ',
    after: "} });",
  },
};

const parts = `
declare const collector: Chart<ServerValues & { readonly hostPort?: number }, ServerOptions>;
const image = { repository: "busybox", tag: "1.36" };
const volumes = { workspace: new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } }) };
const stages = { load: new BatchJob({ image }), serve: new ServiceStage({ image }), store: new StatefulStage({ image }) };
`;

describe("The comments of options in an editor", () => {
  let directory = "";
  let file = "";
  let text = "";
  const keys: Key[] = [];
  let service: ts.LanguageService;

  before(async () => {
    directory = await makeTemporaryDirectory();
    const project = await createProject(directory);
    file = join(directory, "pipeline.ts");
    const compilerOptions = { module: "nodenext", target: "es2024", strict: true, types: [], skipLibCheck: true };
    await project.place({ "tsconfig.json": JSON.stringify({ compilerOptions, files: ["pipeline.ts"] }) });
    // First the types alone, which say which fields there are; then all fields, in literals.
    const names = Object.values(literals).map(({ type }, i) => `export declare const type${i}: ${type};\n`);
    await project.place({ "pipeline.ts": `${head}${parts}${names.join("")}` });
    const written = readLiterals(directory, file);
    text = `${head}${parts}`;
    Object.entries(literals).forEach(([where, { before, after }], i) => {
      text += before;
      // By its version and its kind an editor finds out which object it is: until then it knows nothing of them.
      const own = (written[i]?.keys ?? []).filter(({ path }) => !/\.extraObjects\.\*\.(apiVersion|kind)$/.test(path));
      for (const { path, offset } of own) keys.push({ where, path, offset: text.length + offset });
      text += `${written[i]?.text}${after}\n`;
    });
    await project.place({ "pipeline.ts": text });
    service = createService(directory, file);
  });

  after(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it("every option has a comment, at any depth, in options and in environments, for TypeScript 5.9", () => {
    assert.deepEqual(
      service.getSemanticDiagnostics(file).map(({ messageText }) => messageText),
      [],
    );
    const bare = keys.filter(({ offset }) => {
      const info = service.getQuickInfoAtPosition(file, offset);
      return (info?.documentation ?? []).length === 0;
    });
    assert.deepEqual(
      bare.map(({ where, path }) => `${where}: ${path}`),
      [],
    );
    assert(keys.length > 1000, String(keys.length));
  });

  it("every option has a comment, at any depth, in options and in environments, for TypeScript 7", async () => {
    const server = await LanguageServer.start(typescriptServer, directory);
    try {
      server.open(file, text);
      const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
      // Of the fields of whole objects, which are those of kubernetes-types through mapped types, it shows no comment.
      const own = keys.filter(({ path }) => !path.includes(".extraObjects.*."));
      const shown = await Promise.all(
        own.map(async ({ where, path, offset }) => {
          const line = starts.findLastIndex((start) => start <= offset);
          const hover = await server.hover(file, { line, character: offset - (starts[line] ?? 0) });
          return { name: `${where}: ${path}`, hover };
        }),
      );
      // What comes after the declaration of the field itself is its comment.
      const bare = shown.filter(({ hover }) => hover.replace(/```[\s\S]*?```/g, "").trim() === "");
      assert.deepEqual(
        bare.map(({ name }) => name),
        [],
      );
    } finally {
      await server.stop();
    }
  });
});

function createService(directory: string, file: string): ts.LanguageService {
  return ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => directory,
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2024,
      strict: true,
      types: [],
      skipLibCheck: true,
    }),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  });
}

/** The literals of the types that a file declares. */
function readLiterals(directory: string, file: string): readonly Literal[] {
  const program = createService(directory, file).getProgram();
  const source = program?.getSourceFile(file);
  assert(program !== undefined && source !== undefined);
  const checker = program.getTypeChecker();
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) =>
      declarationList.declarations
        .filter(({ name }) => /^type\d/.test(name.getText()))
        .map((declaration) => writeLiteral(checker.getTypeAtLocation(declaration), checker)),
    );
}
