import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives memory back to the system that starting took and nothing uses: V8 alone would keep some 70 MB of it for
 * as long as nothing more is asked for. The process stands still meanwhile, for a fifth of a second.
 *
 * From then on the room for what is new stays as small as it is after that, a megabyte: collected often, it makes
 * answers wait a third of a millisecond each time. V8 alone would let it grow to 128 MB under load, and collect that
 * in pauses of 3 ms and more, in which twenty people wait at a time.
 */
export function settleMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--semi-space-growth-factor=1');
}
