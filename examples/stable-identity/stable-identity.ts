/**
 * Replicas that are known by name: pod 0 of each answers as `<name>-0.<headless Service>`, whatever node it runs on.
 *
 *     helm install my-app charts/stateful-stage --values examples/stable-identity/values/my-app.yaml \
 *       --namespace my-namespace --create-namespace
 */
import { StatefulStage } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

/** `my-app-0.my-service` to `my-app-2.my-service`, on port 80. */
const myApp = new StatefulStage({
  fullnameOverride: "my-app",
  commonLabels: { app: "my-app" },
  podLabels: { app: "my-app" },
  headless: { name: "my-service" },
  replicas: 3,
  image: { repository: "busybox", tag: "1.36" },
  command: ["sh", "-c", "hostname > /data/index.html; exec httpd -f -p 80 -h /data"],
  ports: { http: { containerPort: 80 } },
  readinessProbe: { httpGet: { path: "/", port: "http" } },
  // Ports below 1024 without being root.
  podSecurityContext: { sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }] },
  persistence: { data: { mountPath: "/data", size: "1Gi" } },
});

/** A database: resources, variables from a Secret that exists, configuration and storage. */
const postgres = new StatefulStage({
  fullnameOverride: "postgres",
  headless: { name: "postgres-pods" },
  image: { repository: "postgres", tag: "17.2" },
  args: ["-c", "config_file=/etc/postgresql/postgresql.conf"],
  ports: { postgres: { containerPort: 5432 } },
  service: { ports: { postgres: { port: 5432 } } },
  env: {
    POSTGRES_DB: "app",
    POSTGRES_USER: "app",
    POSTGRES_PASSWORD: { valueFrom: { secretKeyRef: { name: "postgres-credentials", key: "password" } } },
    // A directory below the mount: the root of a volume may have lost+found in it.
    PGDATA: "/var/lib/postgresql/data/pgdata",
  },
  resources: { requests: { cpu: "500m", memory: "1Gi" }, limits: { memory: "2Gi" } },
  readinessProbe: { exec: { command: ["sh", "-c", 'pg_isready --username "$POSTGRES_USER" --dbname "$POSTGRES_DB"'] } },
  configMaps: {
    config: { data: { "postgresql.conf": "listen_addresses = '*'\nshared_buffers = 512MB\nmax_connections = 200\n" } },
  },
  volumes: {
    config: { mountPath: "/etc/postgresql", readOnly: true, ownConfigMap: "config" },
    run: { mountPath: "/var/run/postgresql", emptyDir: {} },
    // Shared memory of parallel queries: the container runtime gives 64Mi.
    shm: { mountPath: "/dev/shm", emptyDir: { medium: "Memory", sizeLimit: "512Mi" } },
  },
  persistence: { data: { mountPath: "/var/lib/postgresql/data", size: "20Gi" } },
  podSecurityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
  // Time for a clean shutdown.
  terminationGracePeriodSeconds: 120,
});

export default { "my-app": myApp, postgres };
