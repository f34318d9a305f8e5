/**
 * Three web servers, each with storage of its own that stays when its pod goes, and comes back with it.
 *
 *     helm install web charts/stateful-stage --values examples/replicated-web/values/web.yaml
 */
import { StatefulStage } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const replicas = 3;
// storageClassName is left out: the cluster's default class makes each replica's volume.
const persistence = { data: { mountPath: "/usr/share/nginx/html", size: "1Gi" } };

/** An image that starts as root needs all of this, and a namespace whose Pod Security level is baseline. */
const web = new StatefulStage({
  image: { repository: "nginx", tag: "1.14.2" },
  replicas,
  ports: { web: { containerPort: 80 } },
  service: { ports: { web: { port: 80 } } },
  readinessProbe: { tcpSocket: { port: "web" } },
  persistence,
  podSecurity: "baseline",
  podSecurityContext: { runAsNonRoot: false, runAsUser: 0, runAsGroup: 0 },
  securityContext: {
    // It writes its caches and its process id where its image is.
    readOnlyRootFilesystem: false,
    // It gives its caches to the user nginx, becomes that user, and listens on a port below 1024.
    capabilities: { add: ["CHOWN", "SETGID", "SETUID", "NET_BIND_SERVICE"] },
  },
});

/** The same image and port as user nginx: what it writes gets volumes, and the pod may listen on low ports. */
const webRestricted = new StatefulStage({
  image: { repository: "nginx", tag: "1.14.2" },
  replicas,
  ports: { web: { containerPort: 80 } },
  service: { ports: { web: { port: 80 } } },
  readinessProbe: { tcpSocket: { port: "web" } },
  persistence,
  volumes: {
    cache: { mountPath: "/var/cache/nginx", emptyDir: {} },
    run: { mountPath: "/var/run", emptyDir: {} },
  },
  podSecurityContext: {
    runAsUser: 101,
    runAsGroup: 101,
    fsGroup: 101,
    sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
  },
});

/** An image that is made for a user other than root needs nothing of the kind. */
const webUnprivileged = new StatefulStage({
  image: { repository: "nginxinc/nginx-unprivileged", tag: "1.27-alpine" },
  replicas,
  ports: { web: { containerPort: 8080 } },
  service: { ports: { web: { port: 80 } } },
  readinessProbe: { tcpSocket: { port: "web" } },
  persistence,
  podSecurityContext: { runAsUser: 101, runAsGroup: 101, fsGroup: 101 },
});

export default { web, "web-restricted": webRestricted, "web-unprivileged": webUnprivileged };

/** What must not be held against the objects: the pods of `web` are root. */
export const allowances = { allowPrivileged: ["StatefulSet/web-stateful-stage"] };
