/**
 * A nightly ETL over one volume of a CSI driver. Each night one pod fetches the orders, cleans them and sums them up,
 * loads each day into the warehouse and reports on it: four stages, one after the other, in one CronJob.
 *
 *     chartwright generate examples/nightly-etl/nightly-etl.ts
 *     helm install etl charts/nightly-etl --namespace etl --create-namespace \
 *       --values charts/nightly-etl/environments/dev.yaml --wait --wait-for-jobs
 */
import { BatchJob, CsiVolume, definePipeline } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const python = { repository: "python", tag: "3.13-slim" };
const busybox = { repository: "busybox", tag: "1.36" };

const storage = new CsiVolume({
  volumes: { data: { claim: { size: "1Gi", accessModes: ["ReadWriteOnce"] } } },
});

const data = { mountPath: "/data", pipelineVolume: storage.volume("data") };
const small = { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "256Mi" } };

// One of these orders has no quantity: it must not reach the warehouse.
const sampleOrders = `order,day,product,quantity,cents
1001,2026-03-01,tea,2,450
1002,2026-03-01,coffee,1,700
1003,2026-03-02,tea,1,450
1004,2026-03-02,tea,,450
1005,2026-03-02,coffee,3,700`;

const fetchOrders = `import os, shutil, urllib.request

os.makedirs("/data/raw", exist_ok=True)
with urllib.request.urlopen(os.environ["SOURCE_URL"], timeout=60) as source, open("/data/raw/new", "wb") as raw:
    shutil.copyfileobj(source, raw)
os.replace("/data/raw/new", "/data/raw/orders.csv")`;

const sumUpSales = `import collections, csv, datetime, os

sales = collections.Counter()
with open("/data/raw/orders.csv", newline="") as raw:
    for order in csv.DictReader(raw):
        try:
            day = datetime.date.fromisoformat(order["day"])
            sales[day, order["product"]] += int(order["quantity"]) * int(order["cents"])
        except ValueError as error:
            print("Rejected", order["order"], error)
os.makedirs("/data/clean", exist_ok=True)
with open("/data/clean/sales.csv", "w", newline="") as clean:
    rows = sorted((day, product, cents) for (day, product), cents in sales.items())
    csv.writer(clean, lineterminator="\\n").writerows(rows)`;

// A day that is loaded again replaces what was there: another run of the same orders changes nothing.
const loadDays = `set -eu
mkdir -p /data/warehouse
cut -d, -f1 /data/clean/sales.csv | uniq | while read -r day; do
  grep "^$day," /data/clean/sales.csv > /data/warehouse/new
  mv /data/warehouse/new "/data/warehouse/$day.csv"
done`;

// It fails when a sum of this run is not in the warehouse, and prints the sales of each day that is.
const reportDays = `set -eu
test -s /data/clean/sales.csv
cat /data/warehouse/*.csv > /tmp/loaded
if grep -Fxv -f /tmp/loaded /data/clean/sales.csv; then
  echo "These sales are not in the warehouse" >&2
  exit 1
fi
awk -F, '{ cents[$1] += $3 } END { for (day in cents) printf "%s %.2f\\n", day, cents[day] / 100 }' /tmp/loaded |
  sort > /data/report.txt
cat /data/report.txt`;

export default definePipeline({
  name: "nightly-etl",
  version: "0.1.0",
  description: "Orders to a warehouse on one CSI volume, every night",
  volumes: { storage },
  stages: {
    extract: new BatchJob({
      image: python,
      command: ["python", "-c", fetchOrders],
      env: { SOURCE_URL: "file:///sample/orders.csv" },
      resources: small,
      configMaps: { sample: { data: { "orders.csv": sampleOrders } } },
      volumes: { data, sample: { mountPath: "/sample", readOnly: true, ownConfigMap: "sample" } },
    }),
    transform: new BatchJob({
      dependsOn: ["extract"],
      image: python,
      command: ["python", "-c", sumUpSales],
      resources: small,
      volumes: { data },
    }),
    load: new BatchJob({
      dependsOn: ["transform"],
      image: busybox,
      command: ["sh", "-c", loadDays],
      resources: small,
      volumes: { data },
    }),
    // The last stage has the schedule: those before it run in the pods of its CronJob.
    report: new BatchJob({
      dependsOn: ["load"],
      image: busybox,
      kind: "CronJob",
      cron: { schedule: "0 2 * * *", timeZone: "Europe/Berlin", startingDeadlineSeconds: 3600 },
      command: ["sh", "-c", reportDays],
      resources: small,
      job: { backoffLimit: 2, activeDeadlineSeconds: 7200 },
      volumes: { data },
    }),
  },
  environments: {
    // The sample orders, as soon as it is installed; uninstall removes the storage.
    dev: {
      storage: { volumes: { data: { retain: false } } },
      report: { kind: "Job", job: { activeDeadlineSeconds: 600 } },
    },
    // The orders of the shop, on a disk that exists.
    prod: {
      global: {
        imageRegistry: "registry.example.com",
        imagePullSecrets: ["registry-credentials"],
        commonLabels: { environment: "prod" },
      },
      storage: {
        volumes: {
          data: {
            claim: { size: "100Gi" },
            static: {
              csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-0123456789abcdef0", fsType: "ext4" },
              // A disk is in one zone, and so are the pods that mount it.
              nodeAffinity: {
                required: {
                  nodeSelectorTerms: [
                    {
                      matchExpressions: [
                        { key: "topology.kubernetes.io/zone", operator: "In", values: ["eu-central-1a"] },
                      ],
                    },
                  ],
                },
              },
            },
          },
        },
      },
      extract: {
        env: { SOURCE_URL: "https://shop.example.com/exports/orders.csv" },
        configMaps: { sample: { enabled: false } },
        volumes: { sample: { enabled: false } },
      },
      transform: { resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { memory: "2Gi" } } },
      report: {
        cron: { failedJobsHistoryLimit: 3 },
        networkPolicy: { enabled: true, egress: [{ ports: [{ port: 443, protocol: "TCP" }] }] },
      },
    },
  },
});
