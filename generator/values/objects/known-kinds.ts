/** The kinds of Kubernetes, and the types of their objects. */
import type {
  MutatingWebhookConfiguration,
  ValidatingWebhookConfiguration,
} from "kubernetes-types/admissionregistration/v1.d.ts";
import type { DaemonSet, Deployment, ReplicaSet, StatefulSet } from "kubernetes-types/apps/v1.d.ts";
import type { HorizontalPodAutoscaler } from "kubernetes-types/autoscaling/v2.d.ts";
import type { CronJob, Job } from "kubernetes-types/batch/v1.d.ts";
import type { Lease } from "kubernetes-types/coordination/v1.d.ts";
import type {
  ConfigMap,
  Endpoints,
  LimitRange,
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  PodTemplate,
  ResourceQuota,
  Secret,
  Service,
  ServiceAccount,
} from "kubernetes-types/core/v1.d.ts";
import type { EndpointSlice } from "kubernetes-types/discovery/v1.d.ts";
import type { Ingress, IngressClass, NetworkPolicy } from "kubernetes-types/networking/v1.d.ts";
import type { RuntimeClass } from "kubernetes-types/node/v1.d.ts";
import type { PodDisruptionBudget } from "kubernetes-types/policy/v1.d.ts";
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from "kubernetes-types/rbac/v1.d.ts";
import type { PriorityClass } from "kubernetes-types/scheduling/v1.d.ts";
import type { CSIDriver, StorageClass } from "kubernetes-types/storage/v1.d.ts";

/** The types of objects by API version and kind. */
export interface KnownKinds {
  readonly "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration": MutatingWebhookConfiguration;
  readonly "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration": ValidatingWebhookConfiguration;
  readonly "apps/v1 DaemonSet": DaemonSet;
  readonly "apps/v1 Deployment": Deployment;
  readonly "apps/v1 ReplicaSet": ReplicaSet;
  readonly "apps/v1 StatefulSet": StatefulSet;
  readonly "autoscaling/v2 HorizontalPodAutoscaler": HorizontalPodAutoscaler;
  readonly "batch/v1 CronJob": CronJob;
  readonly "batch/v1 Job": Job;
  readonly "coordination.k8s.io/v1 Lease": Lease;
  readonly "discovery.k8s.io/v1 EndpointSlice": EndpointSlice;
  readonly "networking.k8s.io/v1 Ingress": Ingress;
  readonly "networking.k8s.io/v1 IngressClass": IngressClass;
  readonly "networking.k8s.io/v1 NetworkPolicy": NetworkPolicy;
  readonly "node.k8s.io/v1 RuntimeClass": RuntimeClass;
  readonly "policy/v1 PodDisruptionBudget": PodDisruptionBudget;
  readonly "rbac.authorization.k8s.io/v1 ClusterRole": ClusterRole;
  readonly "rbac.authorization.k8s.io/v1 ClusterRoleBinding": ClusterRoleBinding;
  readonly "rbac.authorization.k8s.io/v1 Role": Role;
  readonly "rbac.authorization.k8s.io/v1 RoleBinding": RoleBinding;
  readonly "scheduling.k8s.io/v1 PriorityClass": PriorityClass;
  readonly "storage.k8s.io/v1 CSIDriver": CSIDriver;
  readonly "storage.k8s.io/v1 StorageClass": StorageClass;
  readonly "v1 ConfigMap": ConfigMap;
  readonly "v1 Endpoints": Endpoints;
  readonly "v1 LimitRange": LimitRange;
  readonly "v1 Namespace": Namespace;
  readonly "v1 PersistentVolume": PersistentVolume;
  readonly "v1 PersistentVolumeClaim": PersistentVolumeClaim;
  readonly "v1 Pod": Pod;
  readonly "v1 PodTemplate": PodTemplate;
  readonly "v1 ResourceQuota": ResourceQuota;
  readonly "v1 Secret": Secret;
  readonly "v1 Service": Service;
  readonly "v1 ServiceAccount": ServiceAccount;
}
