/**
 * A feature store: PostgreSQL keeps the features of customers, a job computes them from their orders, and an API serves
 * them. Dependencies: the job needs the database, the API the job, and a check of its answers the API.
 *
 *     chartwright generate examples/feature-store/feature-store.ts
 *     kubectl create namespace features
 *     kubectl create secret generic features-database --namespace features \
 *       --from-literal=password="$(openssl rand -hex 24)"
 *     helm install features charts/feature-store --namespace features \
 *       --values charts/feature-store/environments/dev.yaml --wait --wait-for-jobs
 */
import { BatchJob, definePipeline, ServiceStage, StatefulStage } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const postgres = { repository: "postgres", tag: "17.2" };
const python = { repository: "python", tag: "3.13-slim" };
const curl = { repository: "curlimages/curl", tag: "8.16.0" };

// Who installs the chart makes the Secret: no password is in a values file.
const password = { valueFrom: { secretKeyRef: { name: "features-database", key: "password" } } };

// By TCP: while the entry point makes the database, a server answers at the socket already.
const isReady = { exec: { command: ["sh", "-c", 'pg_isready --host=127.0.0.1 --username="$POSTGRES_USER"'] } };

const database = new StatefulStage({
  image: postgres,
  args: ["-c", "shared_buffers=64MB"],
  env: {
    POSTGRES_USER: "features",
    POSTGRES_DB: "features",
    POSTGRES_PASSWORD: password,
    // A directory below the mount: the root of a volume may have lost+found in it.
    PGDATA: "/var/lib/postgresql/data/pgdata",
  },
  ports: { postgres: { containerPort: 5432 } },
  service: { ports: { postgres: { port: 5432 } } },
  resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "512Mi" } },
  startupProbe: { ...isReady, periodSeconds: 5, failureThreshold: 60 },
  livenessProbe: { ...isReady, periodSeconds: 20, timeoutSeconds: 5 },
  readinessProbe: { ...isReady, timeoutSeconds: 5 },
  volumes: { run: { mountPath: "/var/run/postgresql", emptyDir: {} } },
  persistence: { data: { mountPath: "/var/lib/postgresql/data", size: "1Gi" } },
  // The user postgres of the image.
  podSecurityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
  // Time for a clean shutdown.
  terminationGracePeriodSeconds: 120,
  // The stages that wait for the database may reach it, and nothing else.
  networkPolicy: { enabled: true },
});

/** What psql connects with. */
const connection = {
  PGHOST: { fromService: database.address() },
  PGUSER: "features",
  PGDATABASE: "features",
  PGPASSWORD: password,
  PGCONNECT_TIMEOUT: "10",
};

const sampleOrders = `customer,day,cents
ada,2026-03-01,1250
ada,2026-03-04,800
grace,2026-03-02,4300`;

// Another load of the same orders changes nothing.
const computeFeatures = `create table if not exists features (
  customer text primary key,
  orders bigint not null,
  spent_cents bigint not null,
  last_order date not null
);
create temporary table orders (customer text, day date, cents bigint);
\\copy orders from '/orders/orders.csv' with (format csv, header)
insert into features
  select customer, count(*), sum(cents), max(day) from orders group by customer
  on conflict (customer) do update
  set orders = excluded.orders, spent_cents = excluded.spent_cents, last_order = excluded.last_order;`;

/** What computes the features of all customers. */
const loading = {
  image: postgres,
  command: ["psql", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--single-transaction", "--file=/sql/features.sql"],
  env: connection,
  resources: { requests: { cpu: "50m", memory: "32Mi" }, limits: { memory: "128Mi" } },
  configMaps: {
    sql: { data: { "features.sql": computeFeatures } },
    sample: { data: { "orders.csv": sampleOrders } },
  },
  volumes: {
    sql: { mountPath: "/sql", readOnly: true, ownConfigMap: "sql" },
    orders: { mountPath: "/orders", readOnly: true, ownConfigMap: "sample" },
  },
  // It may reach the database, for which it waits, and nothing else.
  networkPolicy: { enabled: true },
};

const copyFeatures = `trap 'exit 0' TERM
query="select coalesce(jsonb_object_agg(customer, to_jsonb(features) - 'customer'), '{}') from features"
while :; do
  if psql --no-psqlrc --no-align --tuples-only --output=/features/new --command="$query"; then
    mv /features/new /features/features.json
  fi
  sleep "$INTERVAL_SECONDS" &
  wait $!
done`;

const answerRequests = `import http.server, json, signal, sys, urllib.parse

class Api(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/healthz":
            return self.answer(200, {"status": "ok"})
        with open("/features/features.json") as file:
            features = json.load(file)
        if self.path == "/features":
            return self.answer(200, features)
        found = features.get(urllib.parse.unquote(self.path.removeprefix("/features/")))
        self.answer(404 if found is None else 200, found)

    def answer(self, status, body):
        text = json.dumps(body, sort_keys=True).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

# The first process of a container gets no signal that it does not ask for.
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
http.server.ThreadingHTTPServer(("", 8080), Api).serve_forever()`;

const api = new ServiceStage({
  dependsOn: ["database", "load"],
  image: python,
  command: ["python", "-c", answerRequests],
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
  livenessProbe: { httpGet: { path: "/healthz", port: "http" } },
  readinessProbe: { httpGet: { path: "/healthz", port: "http" } },
  volumes: { features: { mountPath: "/features", allContainers: true, emptyDir: { sizeLimit: "256Mi" } } },
  // Each pod has a copy of the features of its own, and serves on while the database is away.
  sidecars: {
    copy: {
      native: true,
      image: postgres,
      command: ["sh", "-c", copyFeatures],
      env: { ...connection, INTERVAL_SECONDS: "30" },
      resources: { requests: { cpu: "20m", memory: "32Mi" }, limits: { memory: "64Mi" } },
      // The API starts with the first copy.
      startupProbe: { exec: { command: ["test", "-s", "/features/features.json"] }, periodSeconds: 2 },
    },
  },
  networkPolicy: { enabled: true },
});

// For the sample orders.
const checkAnswer = `set -eu
answer=$(curl --silent --show-error --fail --retry 10 --retry-all-errors --max-time 5 "$API_URL/features/ada")
echo "$answer"
test "$answer" = '{"last_order": "2026-03-04", "orders": 2, "spent_cents": 2050}'`;

export default definePipeline({
  name: "feature-store",
  version: "0.1.0",
  description: "Features of customers in PostgreSQL, a job that computes them and an API that serves them",
  stages: {
    database,
    load: new BatchJob({ ...loading, dependsOn: ["database"], job: { activeDeadlineSeconds: 3600 } }),
    api,
    check: new BatchJob({
      dependsOn: ["api"],
      image: curl,
      command: ["sh", "-c", checkAnswer],
      env: { API_URL: { fromService: api.address("url", "http") } },
      resources: { requests: { cpu: "10m", memory: "16Mi" }, limits: { memory: "64Mi" } },
      networkPolicy: { enabled: true },
    }),
    refresh: new BatchJob({
      ...loading,
      dependsOn: ["database"],
      kind: "CronJob",
      cron: { schedule: "15 * * * *", timeZone: "Etc/UTC" },
      job: { activeDeadlineSeconds: 3600 },
    }),
  },
  environments: {
    dev: { refresh: { enabled: false } },
    prod: {
      global: {
        imageRegistry: "registry.example.com",
        imagePullSecrets: ["registry-credentials"],
        defaultStorageClass: "premium-ssd",
        commonLabels: { environment: "prod" },
      },
      database: {
        args: ["-c", "shared_buffers=2GB", "-c", "effective_cache_size=6GB", "-c", "max_connections=200"],
        resources: { requests: { cpu: "2", memory: "8Gi" }, limits: { memory: "8Gi" } },
        persistence: { data: { size: "200Gi" } },
        // Shared memory of parallel queries: the container runtime gives 64Mi.
        volumes: { shm: { mountPath: "/dev/shm", emptyDir: { medium: "Memory", sizeLimit: "1Gi" } } },
      },
      // The orders of the shop, which another team's jobs write.
      load: ordersOf("shop-orders"),
      refresh: ordersOf("shop-orders"),
      api: {
        replicas: 3,
        resources: { requests: { cpu: "500m", memory: "256Mi" }, limits: { memory: "512Mi" } },
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: "topology.kubernetes.io/zone",
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels: { "app.kubernetes.io/name": "api" } },
            matchLabelKeys: ["pod-template-hash"],
          },
        ],
        networkPolicy: {
          ingress: [
            {
              from: [{ namespaceSelector: { matchLabels: { "example.com/reads-features": "true" } } }],
              ports: [{ port: "http", protocol: "TCP" }],
            },
          ],
        },
      },
      // It knows the answer for the sample orders only.
      check: { enabled: false },
    },
  },
});

/** Reads the orders of a claim instead of the sample. */
function ordersOf(claim: string) {
  return {
    configMaps: { sample: { enabled: false } },
    volumes: { orders: { type: "existingClaim", existingClaim: claim } },
  } as const;
}

/** What must not be held against the objects: the claim that prod reads is another team's. */
export const allowances = { external: ["PersistentVolumeClaim/shop-orders"] };
