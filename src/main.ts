import { parseArgs } from 'node:util';
import { createChat } from './chat/create-chat.ts';
import { chatOf } from './cli/chat-about.ts';
import { converse } from './cli/chat-verb.ts';
import { registerOnDiscord } from './cli/discord-verb.ts';
import { Failure } from './cli/failure.ts';
import { openStories, settingsOf } from './cli/open-library.ts';
import { type Platforms, runService } from './cli/run-service.ts';
import { printManifest } from './cli/slack-verb.ts';
import { stdinUse } from './cli/stdin-use.ts';
import { stopSignal } from './cli/stop-signal.ts';
import type { Verb } from './cli/world.ts';

/** Every platform there is; its code is loaded when the service starts. */
const PLATFORMS: Platforms = {
  discord: async () => (await import('../adapters/discord/start-from-env.ts')).startFromEnv,
  slack: async () => (await import('../adapters/slack/start-from-env.ts')).startFromEnv,
};

/** `start [--no-chat]`: every adapter that has its settings; without any, the terminal. */
export const startVerb: Verb = async (args, world) => {
  const { values } = parseArgs({ args: [...args], options: { 'no-chat': { type: 'boolean' } } });
  const { tokensSet, http } = settingsOf(world);
  if (tokensSet.length > 0) {
    const { createLog } = await import('./ops/create-log.ts');
    const [log, clock] = [createLog(), { now: world.now }];
    const chat = createChat({
      stories: await openStories(world, { watch: true }),
      onFault: (fault) => log.error({ fault: String(fault) }, 'a request could not be answered'),
    });
    const stop = stopSignal(process);
    await runService({ platforms: PLATFORMS, env: world.env, chat, log, clock, http, stop });
    return 0;
  }
  const isTTY = world.input.isTTY === true;
  const use = stdinUse({ isTTY, noChat: values['no-chat'] === true, tokenSet: false });
  if (use === 'none') {
    throw new Failure(
      1,
      'backstory: nothing to start: there is no terminal to talk in and no platform token is set',
    );
  }
  await converse(chatOf(await openStories(world, { watch: true }), world), world);
  return 0;
};

/** `slack manifest`. */
export const slackVerb: Verb = (args, world) =>
  printManifest(args, world, async () => (await import('../adapters/slack/manifest.ts')).buildManifest);

/** `discord register`. */
export const discordVerb: Verb = (args, world) =>
  registerOnDiscord(
    args,
    world,
    async () => (await import('../adapters/discord/operator/register.ts')).register,
  );
