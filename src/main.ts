import { parseArgs } from 'node:util';
import { createChat } from './chat/create-chat.ts';
import { chatOf } from './cli/chat-about.ts';
import { converse } from './cli/chat-verb.ts';
import { registerOnDiscord } from './cli/discord-verb.ts';
import { diagnose } from './cli/doctor-verb.ts';
import { openStories } from './cli/open-library.ts';
import type { Platforms } from './cli/platform.ts';
import { runService } from './cli/run-service.ts';
import { serviceSettings } from './cli/service-settings.ts';
import { printManifest } from './cli/slack-verb.ts';
import { stdinUse } from './cli/stdin-use.ts';
import { stopSignal } from './cli/stop-signal.ts';
import type { Verb, World } from './cli/world.ts';
import { Readiness } from './ops/readiness.ts';
import type { Settings } from './ops/settings.ts';
import type { Library } from './story/library.ts';

/** Every platform there is. */
const PLATFORMS: Platforms = {
  discord: {
    async settings(env) {
      const read = (await import('../adapters/discord/settings.ts')).readDiscordSettings(env);
      return 'problems' in read ? read : { isOn: read.settings.token !== undefined };
    },
    load: async () => (await import('../adapters/discord/start-from-env.ts')).startFromEnv,
  },
  slack: {
    async settings(env) {
      const read = (await import('../adapters/slack/slack-settings.ts')).readSlackSettings(env);
      return 'problems' in read ? read : { isOn: read.kind === 'on' };
    },
    load: async () => (await import('../adapters/slack/start-from-env.ts')).startFromEnv,
  },
};

/**
 * `start [--no-chat]`: every platform that has its settings. At a terminal without a token it also talks
 * there; with lines piped in and no token it answers those, opens no port and ends.
 */
export const startVerb: Verb = async (args, world) => {
  const { values } = parseArgs({ args: [...args], options: { 'no-chat': { type: 'boolean' } } });
  const settings = await serviceSettings(world, PLATFORMS);
  const stdin = stdinUse({
    isTTY: world.input.isTTY === true,
    noChat: values['no-chat'] === true,
    tokenSet: settings.tokensSet.length > 0,
  });
  const stories = await openStories(world, { watch: true });
  if (stdin === 'piped') await converse(chatOf(stories, world), world);
  else await serve(world, { settings, stories, talks: stdin === 'terminal' });
  return 0;
};

interface Serving {
  readonly settings: Settings;
  readonly stories: Library;
  readonly talks: boolean;
}

/** Puts the service together: whatever outlives a part is opened before it and closed after it. */
async function serve(world: World, { settings, stories, talks }: Serving): Promise<void> {
  const { createLog } = await import('./ops/create-log.ts');
  // The log would run through the talk; what goes wrong is worth the interruption.
  const log = createLog({ level: talks ? 'warn' : 'info' });
  const stop = stopSignal(process);
  const readiness = new Readiness();
  const chat = createChat({
    stories,
    onFault: (fault) => log.error({ fault: String(fault) }, 'a request could not be answered'),
  });
  await runService({
    platforms: PLATFORMS,
    env: world.env,
    chat,
    log,
    clock: { now: world.now },
    http: settings.http,
    readiness,
    stop,
    ...(talks && { talk: async (leave) => (await world.terminal()).talk(chat, { ...world, leave }) }),
  });
}

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

/** `doctor`. */
export const doctorVerb: Verb = (args, world) =>
  diagnose(args, world, [async () => (await import('../adapters/discord/operator/check.ts')).checkDiscord]);
