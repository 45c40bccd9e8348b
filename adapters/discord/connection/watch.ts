import { type Client, Events } from 'discord.js';
import type { AdapterState } from '../../../src/chat/adapter.ts';
import type { Log } from '../../../src/ops/log.ts';
import { problemOfClose } from './start-problems.ts';

/** Follows the shards of a client: how the connection is, and why it will not come back when it won't. */
export class ConnectionWatch {
  readonly #lost = new Set<number>();
  #ready = false;
  #problem: string | undefined;
  #ending = false;

  constructor(client: Client, log: Log, onProblem: (problem: string) => void) {
    client.on(Events.ClientReady, () => {
      this.#ready = true;
    });
    client.on(Events.ShardReady, (shard) => this.#lost.delete(shard));
    client.on(Events.ShardResume, (shard, replayed) => {
      this.#lost.delete(shard);
      log.info({ shard, replayed }, 'Discord: connection resumed');
    });
    client.on(Events.ShardReconnecting, (shard) => {
      this.#lost.add(shard);
      if (!this.#ending) log.info({ shard }, 'Discord: connection lost, reconnecting');
    });
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      this.#lost.add(shard);
      const problem = problemOfClose(code);
      if (problem === undefined) return;
      this.#problem = problem;
      onProblem(problem);
    });
    client.on(Events.ShardError, (error, shard) =>
      log.warn({ shard, reason: error.message }, 'Discord: connection error'),
    );
    client.on(Events.Error, (error) => log.warn({ reason: error.message }, 'Discord: client error'));
    client.on(Events.Warn, (reason) => log.warn({ reason }, 'Discord: client warning'));
  }

  /** From now on a closed connection is no news. */
  ending(): void {
    this.#ending = true;
  }

  state(): AdapterState {
    if (this.#problem !== undefined) return { kind: 'failed', reason: this.#problem };
    if (!this.#ready) return { kind: 'connecting' };
    if (this.#lost.size === 0) return { kind: 'up' };
    return { kind: 'degraded', reason: `reconnecting shard ${[...this.#lost].join(', ')}` };
  }
}
