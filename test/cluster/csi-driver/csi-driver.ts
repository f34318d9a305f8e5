import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { Kubelet } from "../../../cluster/provider.ts";
import { CsiError } from "./csi-error.ts";
import type { DriverCall } from "./driver-call.ts";
import { type NodeRequest, nodeService } from "./node-service.ts";
import type { VolumeDirectories } from "./volume-directories.ts";

/** What a driver is started with. */
export interface CsiDriverOptions {
  /** Name that StorageClasses and PersistentVolumes call it by. */
  readonly name: string;
  readonly kubelet: Kubelet;
  readonly volumes: VolumeDirectories;
  /** Called with each call that has to do with a volume, when it is answered. */
  readonly log: (call: DriverCall) => void;
}

/** A driver that the kubelet has registered. */
export interface CsiDriver {
  /** Ends it; the kubelet forgets it at once. No pod may have a volume of it any more, or it stays. */
  stop(): Promise<void>;
}

type Handler = (request: NodeRequest) => Promise<object>;

/**
 * Starts a CSI driver for tests and waits until the kubelet has registered it.
 * @throws Error when the kubelet refuses it
 */
export async function startCsiDriver(options: CsiDriverOptions): Promise<CsiDriver> {
  const registration = Promise.withResolvers<void>();
  const { nodeName, onNode, here } = options.kubelet;
  const locate = (path: string): string => path.replace(onNode, here);
  const handlers: Readonly<Record<string, Handler>> = {
    ...nodeService({ nodeName, volumes: options.volumes, locate }),
    GetPluginInfo: async () => ({ name: options.name, vendor_version: "0.1.0" }),
    // Without an endpoint the kubelet takes the socket on which it asked.
    GetInfo: async () => ({ type: "CSIPlugin", name: options.name, endpoint: "", supported_versions: ["1.0.0"] }),
    async NotifyRegistrationStatus(request) {
      // A message of the other service, of which the reader made what its type says.
      const { plugin_registered, error } = request as unknown as { plugin_registered: boolean; error: string };
      if (plugin_registered) registration.resolve();
      else registration.reject(new Error(`Cannot register the CSI driver "${options.name}": ${error}`));
      return {};
    },
  };
  const server = new grpc.Server();
  for (const definition of loadServices()) server.addService(definition, serve(definition, handlers, options.log));
  const directory = join(options.kubelet.here, "plugins_registry");
  await mkdir(directory, { recursive: true });
  const socket = join(directory, `${options.name}-reg.sock`);
  // One that a killed driver left would be in the way.
  await rm(socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    const done = (error: Error | null): void => (error === null ? resolve() : reject(error));
    server.bindAsync(`unix://${socket}`, grpc.ServerCredentials.createInsecure(), done);
  });
  await registration.promise;
  return {
    async stop() {
      await rm(socket, { force: true });
      server.forceShutdown();
    },
  };
}

function loadServices(): readonly grpc.ServiceDefinition[] {
  const files = ["csi.proto", "registration.proto"].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const definitions = loadSync(files, { keepCase: true, enums: String, longs: Number, defaults: true });
  return ["pluginregistration.Registration", "csi.v1.Identity", "csi.v1.Node"].map(
    // The types cannot know which of the definitions are services.
    (name) => definitions[name] as grpc.ServiceDefinition,
  );
}

/** Makes gRPC's form of the handlers of a service. */
function serve(
  definition: grpc.ServiceDefinition,
  handlers: Readonly<Record<string, Handler>>,
  log: CsiDriverOptions["log"],
): grpc.UntypedServiceImplementation {
  const answer = (method: string): grpc.handleUnaryCall<NodeRequest, object> => {
    return ({ request }, done) => {
      const work = handlers[method]?.(request) ?? Promise.reject(new CsiError(grpc.status.UNIMPLEMENTED, method));
      work.then(
        (reply) => {
          if (isAboutVolume(request)) log(describeCall(method, request));
          done(null, reply);
        },
        (error: unknown) => {
          const details = error instanceof Error ? error.message : String(error);
          if (isAboutVolume(request)) log({ ...describeCall(method, request), error: details });
          done({ code: error instanceof CsiError ? error.code : grpc.status.INTERNAL, details });
        },
      );
    };
  };
  return Object.fromEntries(Object.keys(definition).map((method) => [method, answer(method)]));
}

function isAboutVolume(request: Partial<NodeRequest>): boolean {
  return request.volume_id !== undefined;
}

/** Requests of some methods lack some of the fields. */
function describeCall(method: string, request: Partial<NodeRequest>): DriverCall {
  const { mount, access_mode } = request.volume_capability ?? {};
  return {
    method,
    volume: request.volume_id ?? "",
    attributes: request.volume_context ?? {},
    secretKeys: Object.keys(request.secrets ?? {}).sort(),
    isReadOnly: request.readonly ?? false,
    ...(mount && { mount: { fsType: mount.fs_type, options: mount.mount_flags, accessMode: access_mode?.mode ?? "" } }),
  };
}
