import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "../cli/helm/run-process.ts";
import { bench, peerEnvironment } from "./install-peers.ts";

// A string and not a file, because it needs the types of cdk8s, which are not installed for `npm run types`.
const program = `import { ApiObject, App, Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "web");
const labels = { app: "web" };

new ApiObject(chart, "config", {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "web", labels },
  data: { GREETING: "hello" },
});
new ApiObject(chart, "deployment", {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "nginx:1.27" }] } },
  },
});
new ApiObject(chart, "service", {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", labels },
  spec: { selector: labels, ports: [{ port: 80 }] },
});
app.synth();
`;

/** How cdk8s starts an app: by Node alone, or as `cdk8s init typescript-app` writes it. */
export type Starter = "node" | "ts-node";

const starters = {
  node: { command: "node main.ts", manifest: { type: "module" } },
  "ts-node": { command: "npx ts-node main.ts", manifest: {} },
} as const;

// The compiler options of cdk8s' template that affect a program without classes of its own.
const compilerOptions = { lib: ["es2016"], module: "CommonJS", strict: true, target: "ES2017" };

/** Writes a cdk8s app of three objects into a new directory. */
export async function writeApp(directory: string, starter: Starter): Promise<void> {
  const { command, manifest } = starters[starter];
  await mkdir(directory);
  await symlink(join(bench, "node_modules"), join(directory, "node_modules"));
  await writeFile(join(directory, "package.json"), JSON.stringify({ name: "app", private: true, ...manifest }));
  await writeFile(join(directory, "cdk8s.yaml"), `language: typescript\napp: ${command}\n`);
  await writeFile(join(directory, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  await writeFile(join(directory, "main.ts"), program);
}

/**
 * Makes a Helm chart of an app. Its check for a newer cdk8s, a request to a registry, is disabled.
 * @throws Error with the output of cdk8s
 */
export async function synthesize(directory: string): Promise<void> {
  const cli = join(bench, "node_modules", "cdk8s-cli", "bin", "cdk8s");
  const options = ["--check-upgrade=false", "--format", "helm", "--chart-version", "0.1.0", "--output", "chart"];
  const result = await runProcess(process.execPath, [cli, "synth", ...options], {
    cwd: directory,
    env: peerEnvironment(),
  });
  if (result.code !== 0) throw new Error(`Cannot run cdk8s synth: ${result.stderr || result.stdout}`);
}
