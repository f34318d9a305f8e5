/**
 * Model training: a Job with an index for each shard prepares the data, one with a GPU trains on all shards, an
 * evaluation publishes the model when it is good enough, and a service answers with the model that was published last.
 *
 *     chartwright generate examples/model-training/model-training.ts
 *     helm install model charts/model-training --namespace training --create-namespace \
 *       --values charts/model-training/environments/dev.yaml --wait --wait-for-jobs
 */
import { BatchJob, CsiVolume, definePipeline, ServiceStage } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const python = { repository: "python", tag: "3.13-slim" };
const curl = { repository: "curlimages/curl", tag: "8.16.0" };

// The pods of the shards are on many nodes.
const workspace = new CsiVolume({
  volumes: { data: { claim: { size: "1Gi", accessModes: ["ReadWriteMany"] } } },
});

const data = { mountPath: "/data", pipelineVolume: workspace.volume("data") };
const small = { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "256Mi" } };

/** So many shards, each the work of one pod, with two more tries; the training must know how many there are. */
const sharded = (shards: number, atOnce: number) => ({
  preprocess: {
    job: { completions: shards, parallelism: atOnce, backoffLimit: 2 * shards },
    env: { SHARDS: String(shards) },
  },
  train: { env: { SHARDS: String(shards) } },
});
const few = sharded(4, 2);

// Prices of houses: 20 for the land, 1.5 for each square metre and 10 for each room. One has no area.
const sampleHouses = `area,rooms,price
60,2,130
75,3,162.5
80,2,160
95,4,202.5
,3,150
100,3,200
110,5,235
120,4,240
130,3,245
45,1,97.5
52,2,118
68,3,152
72,2,148
84,4,186
90,3,185
98,2,187
105,4,217.5
115,3,222.5
125,5,257.5
140,6,290`;

const fetchDataset = `import os, shutil, urllib.request

with urllib.request.urlopen(os.environ["DATASET_URL"], timeout=60) as source, open("/data/new.csv", "wb") as dataset:
    shutil.copyfileobj(source, dataset)
os.replace("/data/new.csv", "/data/dataset.csv")`;

// Each pod takes its share of the rows, and sets one of five aside for the evaluation.
const prepareShard = `import csv, json, os

shard, shards = int(os.environ["JOB_COMPLETION_INDEX"]), int(os.environ["SHARDS"])
rows = {"training": [], "evaluation": []}
with open("/data/dataset.csv", newline="") as dataset:
    for number, row in enumerate(csv.DictReader(dataset)):
        if number % shards == shard and all(row.values()):
            purpose = "evaluation" if number % 5 == 2 else "training"
            rows[purpose].append([float(row[name]) for name in ("area", "rooms", "price")])
os.makedirs("/data/shards", exist_ok=True)
with open(f"/data/shards/{shard}.new", "w") as file:
    json.dump(rows, file)
os.replace(f"/data/shards/{shard}.new", f"/data/shards/{shard}.json")
print(f"Shard {shard} of {shards}:", {purpose: len(found) for purpose, found in rows.items()})`;

// Least squares: few enough sums for any processor. A model that is not would hand them to the device.
const trainModel = `import glob, json, os

rows, shards = [], int(os.environ["SHARDS"])
for shard in range(shards):
    with open(f"/data/shards/{shard}.json") as file:
        rows += json.load(file)["training"]
samples = [([1.0, area, rooms], price) for area, rooms, price in rows]
matrix = [
    [sum(x[i] * x[j] for x, _ in samples) for j in range(3)] + [sum(x[i] * price for x, price in samples)]
    for i in range(3)
]
for i in range(3):
    matrix[i] = [value / matrix[i][i] for value in matrix[i]]
    for j in range(3):
        if j != i:
            matrix[j] = [value - matrix[j][i] * pivot for value, pivot in zip(matrix[j], matrix[i])]
model = {
    "weights": [row[3] for row in matrix],
    "shards": shards,
    "rows": len(rows),
    "device": "gpu" if glob.glob("/dev/nvidia[0-9]*") else "cpu",
}
with open("/data/candidate.json", "w") as file:
    json.dump(model, file)
print(model)`;

// A model that is not good enough is not published: the service keeps the one before it.
const evaluateModel = `import json, math, os, shutil

with open("/data/candidate.json") as file:
    model = json.load(file)
land, per_area, per_room = model["weights"]
rows = []
for shard in range(model["shards"]):
    with open(f"/data/shards/{shard}.json") as file:
        rows += json.load(file)["evaluation"]
errors = [land + per_area * area + per_room * rooms - price for area, rooms, price in rows]
error = math.sqrt(sum(error * error for error in errors) / len(errors))
print(f"Error {error:.3f} on {len(rows)} rows, of at most", os.environ["MOST_ERROR"])
if error > float(os.environ["MOST_ERROR"]):
    raise SystemExit("The model is not good enough")
shutil.copyfile("/data/candidate.json", "/data/model.new")
os.replace("/data/model.new", "/data/model.json")`;

const answerRequests = `import http.server, json, signal, sys, urllib.parse

class Api(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path == "/healthz":
            return self.answer(200, {"status": "ok"})
        with open("/data/model.json") as file:
            model = json.load(file)
        if url.path == "/model":
            return self.answer(200, model)
        try:
            asked = dict(urllib.parse.parse_qsl(url.query))
            values = [1.0, float(asked["area"]), float(asked["rooms"])]
        except (KeyError, ValueError):
            return self.answer(400, {"error": "expected area and rooms, as numbers"})
        price = sum(weight * value for weight, value in zip(model["weights"], values))
        self.answer(200, {"price": round(price, 2)})

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

# The first process of a container gets no signal that it does not ask for.
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
http.server.ThreadingHTTPServer(("", 8080), Api).serve_forever()`;

// For the sample houses.
const checkPrediction = `set -eu
answer=$(curl --silent --show-error --fail --retry 10 --retry-all-errors --max-time 5 \\
  "$MODEL_URL/predict?area=150&rooms=4")
echo "$answer"
test "$answer" = '{"price": 285.0}'`;

const serve = new ServiceStage({
  dependsOn: ["evaluate"],
  image: python,
  command: ["python", "-c", answerRequests],
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  resources: small,
  livenessProbe: { httpGet: { path: "/healthz", port: "http" } },
  readinessProbe: { httpGet: { path: "/model", port: "http" } },
  volumes: { data: { ...data, readOnly: true } },
});

export default definePipeline({
  name: "model-training",
  version: "0.1.0",
  description: "A model: data in shards, training on a GPU, evaluation and a service that predicts",
  volumes: { workspace },
  stages: {
    fetch: new BatchJob({
      image: python,
      command: ["python", "-c", fetchDataset],
      env: { DATASET_URL: "file:///sample/houses.csv" },
      resources: small,
      configMaps: { sample: { data: { "houses.csv": sampleHouses } } },
      volumes: { data, sample: { mountPath: "/sample", readOnly: true, ownConfigMap: "sample" } },
    }),
    preprocess: new BatchJob({
      dependsOn: ["fetch"],
      image: python,
      command: ["python", "-c", prepareShard],
      env: few.preprocess.env,
      resources: small,
      // A pod for each index, which it has in JOB_COMPLETION_INDEX; one that fails is tried again alone.
      job: { ...few.preprocess.job, completionMode: "Indexed", backoffLimitPerIndex: 2, maxFailedIndexes: 0 },
      volumes: { data },
    }),
    train: new BatchJob({
      dependsOn: ["preprocess"],
      image: python,
      command: ["python", "-c", trainModel],
      env: few.train.env,
      resources: small,
      volumes: { data },
    }),
    evaluate: new BatchJob({
      dependsOn: ["train"],
      image: python,
      command: ["python", "-c", evaluateModel],
      env: { MOST_ERROR: "0.5" },
      resources: small,
      // A model that is not good enough is no better at the second try.
      job: { backoffLimit: 0 },
      volumes: { data },
    }),
    serve,
    check: new BatchJob({
      dependsOn: ["serve"],
      image: curl,
      command: ["sh", "-c", checkPrediction],
      env: { MODEL_URL: { fromService: serve.address("url", "http") } },
      resources: { requests: { cpu: "10m", memory: "16Mi" }, limits: { memory: "64Mi" } },
    }),
  },
  environments: {
    // On one node, without a GPU; uninstall removes the data.
    dev: { workspace: { volumes: { data: { retain: false, claim: { accessModes: ["ReadWriteOnce"] } } } } },
    prod: {
      global: {
        imageRegistry: "registry.example.com",
        imagePullSecrets: ["registry-credentials"],
        commonLabels: { environment: "prod" },
      },
      workspace: { volumes: { data: { claim: { size: "500Gi", storageClassName: "shared-files" } } } },
      fetch: {
        env: { DATASET_URL: "https://datasets.example.com/houses.csv" },
        configMaps: { sample: { enabled: false } },
        volumes: { sample: { enabled: false } },
      },
      preprocess: {
        ...sharded(16, 8).preprocess,
        resources: { requests: { cpu: "2", memory: "4Gi" }, limits: { memory: "4Gi" } },
      },
      train: {
        ...sharded(16, 8).train,
        image: { repository: "pytorch/pytorch", tag: "2.5.1-cuda12.4-cudnn9-runtime" },
        resources: {
          requests: { cpu: "4", memory: "16Gi" },
          limits: { memory: "16Gi", "nvidia.com/gpu": "1" },
        },
        nodeSelector: { "nvidia.com/gpu.present": "true" },
        tolerations: [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" }],
        job: {
          backoffLimit: 1,
          activeDeadlineSeconds: 86400,
          // The node went, not the training: that try does not count.
          podFailurePolicy: {
            rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] }],
          },
        },
        // Shared memory of the processes that load the data: the container runtime gives 64Mi.
        volumes: { shm: { mountPath: "/dev/shm", emptyDir: { medium: "Memory", sizeLimit: "8Gi" } } },
      },
      evaluate: { env: { MOST_ERROR: "25" } },
      serve: {
        resources: { requests: { cpu: "500m", memory: "256Mi" }, limits: { memory: "512Mi" } },
        autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 8, targetCPUUtilizationPercentage: 70 },
        ingress: {
          enabled: true,
          className: "nginx",
          hosts: { public: { host: "model.example.com" } },
          tls: [{ hosts: ["model.example.com"], secretName: "model-example-com-tls" }],
        },
      },
      // It knows the answer for the sample houses only.
      check: { enabled: false },
    },
  },
});
