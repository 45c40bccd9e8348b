/**
 * The bot alone in a process, so that its memory is its own: connects to the double whose address and token it
 * is given, and tells its parent when it is there and the most memory it ever held.
 */

import { readDiscordSettings } from '../../../adapters/discord/settings.ts';
import { startDiscord } from '../../../adapters/discord/start-discord.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { warmUp } from '../../../src/chat/warm-up.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { openLibrary } from '../../../src/story/library.ts';

const read = readDiscordSettings(process.env);
if (!('settings' in read)) throw new Error(read.problems.join('\n'));

const quiet = (): void => undefined;
const loud = (fields: object, message: string): void => console.error(message, fields);
const chat = createChat({ stories: openLibrary(new URL('../../../content', import.meta.url).pathname) });
// As the service does when it starts.
await warmUp(chat, systemClock.now());
const adapter = await startDiscord({
  settings: read.settings,
  chat,
  log: { debug: quiet, info: quiet, warn: quiet, error: loud },
  clock: systemClock,
});

let peak = 0;
const sample = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(sample, 50).unref();
process.on('message', (asked) => {
  sample();
  if (asked === 'memory') process.send?.({ peakMb: peak / 2 ** 20 });
});
process.on('disconnect', () => void adapter.stop());
process.send?.({ ready: true });
