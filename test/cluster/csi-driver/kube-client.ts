import { Buffer } from "node:buffer";
import { Agent, request } from "node:https";
import { text } from "node:stream/consumers";
import { runCommand } from "../../../cluster/run-command.ts";

/** Calls of the Kubernetes API, by the path of a URL such as `/api/v1/persistentvolumes`. */
export interface KubeClient {
  /** Reads the items of a list. */
  list<T>(path: string): Promise<readonly T[]>;
  create(path: string, object: object): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Says that the API server refused a call. */
export class KubeError extends Error {
  /** Status of HTTP: 404 for an object that is not there, 409 for one that is there already. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "KubeError";
    this.code = code;
  }
}

/** What is read of a kubeconfig. */
interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: Readonly<Record<string, string>> }[];
  readonly users: readonly { readonly user: Readonly<Record<string, string>> }[];
}

/**
 * Makes a client for the API server of a kubeconfig, whose user has a client certificate.
 * @param environment in which `kubectl` finds the cluster
 */
export async function kubeClient(environment: Readonly<Record<string, string>>): Promise<KubeClient> {
  const args = ["config", "view", "--raw", "--minify", "--output=json"];
  // kubectl prints the format that it reads.
  const config = JSON.parse(await runCommand("kubectl", args, { env: environment })) as Kubeconfig;
  const cluster = config.clusters[0]?.cluster ?? {};
  const user = config.users[0]?.user ?? {};
  const decode = (data = ""): Buffer => Buffer.from(data, "base64");
  const agent = new Agent({
    keepAlive: true,
    ca: decode(cluster["certificate-authority-data"]),
    cert: decode(user["client-certificate-data"]),
    key: decode(user["client-key-data"]),
  });
  const call = (method: string, path: string, body?: object): Promise<string> =>
    send(`${cluster["server"]}${path}`, { method, agent, ...(body === undefined ? {} : { body }) });
  return {
    // The caller knows the type of the objects at the path.
    list: async <T>(path: string) => (JSON.parse(await call("GET", path)) as { readonly items: readonly T[] }).items,
    async create(path, object) {
      await call("POST", path, object);
    },
    async remove(path) {
      await call("DELETE", path);
    },
  };
}

/** How a request is sent. */
interface SendOptions {
  readonly method: string;
  readonly agent: Agent;
  readonly body?: object;
}

function send(url: string, { method, agent, body }: SendOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const sent = request(url, { method, agent, headers }, (response) => {
      const { statusCode = 0 } = response;
      text(response).then((said) => {
        if (statusCode < 300) resolve(said);
        else
          reject(new KubeError(statusCode, `Cannot ${method} ${url}: the API server answered ${statusCode}: ${said}`));
      }, reject);
    });
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
