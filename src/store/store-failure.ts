/** Why the store cannot be used: a sentence for the operator, with what to do. Nothing was changed. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly kind: StoreTrouble;

  constructor(kind: StoreTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export type StoreTrouble =
  /** Another service has the data folder. */
  | 'in-use'
  | 'not-writable'
  | 'full'
  /** Written by a newer version of the program. */
  | 'newer'
  | 'damaged'
  /** Of a database server: cannot be reached, or does not let us in. */
  | 'unreachable'
  | 'refused'
  | 'too-old'
  | 'bad-setting'
  /** Locked by others for too long, or anything else that may pass. */
  | 'busy';
