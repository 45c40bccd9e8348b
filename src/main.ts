import { parseArgs } from 'node:util';
import { createChat } from './chat/create-chat.ts';
import type { PreviewDigest } from './chat/digest-preview.ts';
import type { Previews } from './chat/platform-preview.ts';
import type { Request } from './chat/request.ts';
import { sharedReadings } from './chat/shared-readings.ts';
import { createStoryPages, type StoryPages } from './chat/story-pages.ts';
import { warmAnswers, warmBriefs } from './chat/warm-up.ts';
import { watchedChat } from './chat/watched-chat.ts';
import { wording } from './chat/wording.ts';
import { chatOf } from './cli/chat-about.ts';
import { converse } from './cli/chat-verb.ts';
import { digestPreviews } from './cli/digest-previews.ts';
import { registerOnDiscord } from './cli/discord-verb.ts';
import { diagnose } from './cli/doctor-verb.ts';
import { Failure } from './cli/failure.ts';
import { leaveSoon } from './cli/leave-soon.ts';
import { localAddress } from './cli/local-address.ts';
import { openDigests } from './cli/open-digests.ts';
import { openKept } from './cli/open-kept.ts';
import { openStories } from './cli/open-library.ts';
import type { Platform, Platforms, StartPlatform } from './cli/platform.ts';
import { runService } from './cli/run-service.ts';
import { serviceSettings } from './cli/service-settings.ts';
import { printManifest } from './cli/slack-verb.ts';
import { stdinUse } from './cli/stdin-use.ts';
import { stopSignal } from './cli/stop-signal.ts';
import { type Verb, type World, write } from './cli/world.ts';
import { Attention } from './ops/attention.ts';
import { guardFaults } from './ops/fault-guard.ts';
import { growHeapSlowly } from './ops/grow-heap-slowly.ts';
import { Readiness } from './ops/readiness.ts';
import { scrubberFor } from './ops/secrets.ts';
import type { Settings } from './ops/settings.ts';
import { settleMemory } from './ops/settle-memory.ts';
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

/** The page, which is always on. */
const WEB: Pick<Platform, 'settings'> = {
  async settings(env) {
    const read = (await import('../adapters/web/settings.ts')).readWebSettings(env);
    return 'problems' in read ? read : { isOn: true };
  },
};

/** What the page shows of the platforms, whether they are on or not. */
async function loadPreviews(): Promise<Previews> {
  const discord = await import('../adapters/discord/rendering/preview.ts');
  const slack = await import('../adapters/slack/render/preview.ts');
  return { discord: discord.previews, slack: slack.previews };
}

function webShowing(pages: StoryPages, previewDigest: PreviewDigest): Platform {
  const load = async (): Promise<StartPlatform> => {
    const { startFromEnv } = await import('../adapters/web/start-from-env.ts');
    return (parts) => startFromEnv({ ...parts, pages, previews: loadPreviews, previewDigest });
  };
  return { ...WEB, load };
}

/**
 * `start [--no-chat]`: every platform that has its settings. At a terminal without a token it also talks
 * there; with lines piped in and no token it answers those, opens no port and ends.
 */
export const startVerb: Verb = async (args, world) => {
  const { values } = parseArgs({ args: [...args], options: { 'no-chat': { type: 'boolean' } } });
  const settings = await serviceSettings(world, { ...PLATFORMS, web: WEB });
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
  growHeapSlowly();
  const { env, now } = world;
  const { log, metrics, watched } = await openWatch(world, settings, talks);
  const clock = { now };
  const kept = await openKept(settings, { world, log, clock, readiness: watched.readiness });
  if (kept) await stories.keepIn(kept.archive);
  const guard = guardFaults(process, { log, metrics, clock, readiness: watched.readiness });
  const attention = new Attention();
  const read = sharedReadings();
  const sources = { stories, read, publicUrl: settings.publicUrl };
  const digests =
    kept &&
    (await openDigests({
      store: kept.store,
      sources,
      catchUp: settings.digestCatchUp,
      clock,
      log,
      metrics,
      readiness: watched.readiness,
      attention,
    }));
  const imagined = digestPreviews(sources);
  const core = createChat({
    stories,
    read,
    ...(kept && { memory: kept.memory }),
    digests: digests?.desk ?? imagined,
    publicUrl: settings.publicUrl,
    onFault(fault) {
      metrics.fault('chat');
      log.error({ fault }, 'a request could not be answered');
    },
  });
  const heard = { ...core, handle: (request: Request) => attention.during(() => core.handle(request)) };
  const chat = watchedChat(heard, { log, metrics, logQuestions: settings.log.questions });
  const asked = stopSignal(process);
  try {
    await runService({
      platforms: { ...PLATFORMS, web: webShowing(createStoryPages(stories, read), imagined.preview) },
      env,
      chat,
      log,
      clock,
      metrics,
      http: settings.http,
      opsPort: settings.opsPort,
      watched,
      ...(kept && { keepFor: kept.keepFor }),
      ...(digests && { digests: digests.desk, startDigests: (running) => digests.start(running) }),
      warmUp: () => warmAnswers(core, now()),
      async settle() {
        await warmBriefs(core, now());
        settleMemory();
      },
      ...(talks && {
        async talk(leave, port) {
          if (port !== undefined) {
            await write(world.output, `${wording.terminal.page(localAddress(settings.http.host, port))}\n`);
          }
          await (await world.terminal()).talk(chat, { ...world, leave });
        },
      }),
      stop: Promise.race([asked, guard.givenUp]),
    });
  } finally {
    guard.release();
    stories.close();
    await kept?.close();
    leaveSoon(process);
  }
  if (guard.hasGivenUp) throw new Failure(1, 'backstory: stopped after too many faults; the log has them');
}

/** What the service is watched by: log, metrics, readiness. */
async function openWatch({ env, errors }: World, { log: wanted }: Settings, talks: boolean) {
  const { createLog } = await import('./ops/create-log.ts');
  const { createPrometheus } = await import('./ops/prometheus.ts');
  const log = await createLog({
    // The log would run through the talk; what goes wrong is worth the interruption.
    level: wanted.level ?? (talks ? 'warn' : 'info'),
    readable: errors.isTTY === true && !wanted.production,
    scrub: scrubberFor(env),
  });
  const readiness = new Readiness();
  const prometheus = createPrometheus(readiness);
  return { log, metrics: prometheus.metrics, watched: { readiness, prometheus } };
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
  diagnose(args, world, {
    judged: { ...PLATFORMS, web: WEB },
    parts: [
      {
        what: 'Discord',
        load: async () => (await import('../adapters/discord/operator/check.ts')).checkDiscord,
      },
      {
        what: 'Slack',
        load: async () => (await import('../adapters/slack/operator/check.ts')).checkSlack,
      },
      {
        what: 'the page',
        load: async () => (await import('../adapters/web/operator/check.ts')).checkWeb,
      },
    ],
  });
