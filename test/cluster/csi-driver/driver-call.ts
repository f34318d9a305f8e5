/** A call of the kubelet, or a deed of the provisioner. */
export interface DriverCall {
  /** `NodePublishVolume`, `Provision` ... */
  readonly method: string;
  /** Handle of the volume. */
  readonly volume: string;
  /** The volume's attributes, and what the kubelet tells of the pod. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Keys of the Secret that came with it; never what they hold. */
  readonly secretKeys: readonly string[];
  /** Whether the volume is only to be read. */
  readonly isReadOnly: boolean;
  /** How the volume is to be mounted; absent where the call does not say. */
  readonly mount?: {
    readonly fsType: string;
    readonly options: readonly string[];
    /** Name of CSI's own: `SINGLE_NODE_WRITER`, `MULTI_NODE_READER_ONLY` ... */
    readonly accessMode: string;
  };
  /** What the call was refused with. */
  readonly error?: string;
}
