/** 2015-01-01, where Discord's ids begin to count. */
const EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: the millisecond in the upper bits, a counter below, always growing. */
export class SnowflakeMint {
  #last = 0n;

  next(at = Date.now()): string {
    const id = (BigInt(at) - EPOCH) << 22n;
    this.#last = id > this.#last ? id : this.#last + 1n;
    return String(this.#last);
  }
}

/** The shard a guild belongs to; what belongs to no guild belongs to shard 0. */
export function shardOf(guildId: string | undefined, count: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}
