import { visibleText } from '../../adapters/slack/visible-text.ts';
import type { Fault } from '../../doubles/slack/faults.ts';
import { BOT_TOKEN, DEFAULT_SCOPES, startSlackDouble } from '../../doubles/slack/slack-double.ts';
import type { CrashGround, GroundKind } from './crash-ground.ts';

const FAULTY = 0.1;

/** Slack's double with a scope to read channels: a message is known again by its metadata. */
export const SLACK_WITH_HISTORY: GroundKind = {
  name: 'Slack, history granted',
  open: (wave, random) => openSlack(wave, random, true),
};

/** Slack's double as most install the app: nobody can say what arrived. */
export const SLACK: GroundKind = {
  name: 'Slack',
  open: (wave, random) => openSlack(wave, random, false),
};

async function openSlack(wave: number, random: () => number, canBeAsked: boolean): Promise<CrashGround> {
  const double = await startSlackDouble({ now: () => Date.now() });
  double.grant(canBeAsked ? [...DEFAULT_SCOPES, 'channels:history', 'groups:history'] : DEFAULT_SCOPES);
  const channels = Array.from({ length: wave }, () => double.channel([double.person()]));
  let faults = 0;
  double.state.faults.atRandom((method) => {
    if (method !== 'chat.postMessage' && method !== 'conversations.history') return undefined;
    if (random() >= FAULTY) return undefined;
    faults++;
    return anyFault(random);
  });
  return {
    door: { kind: 'slack', apiUrl: double.apiUrl, token: BOT_TOKEN },
    targets: channels.map(({ id, team }) => ({
      destination: { platform: 'slack', workspace: team, kind: 'channel', id },
      canBeAsked,
    })),
    faults: () => faults,
    seen: () =>
      channels.flatMap((channel) =>
        double.said(channel).map(({ blocks }) => ({
          platform: 'slack' as const,
          place: channel.id,
          text: visibleText(blocks as Parameters<typeof visibleText>[0]),
        })),
      ),
    [Symbol.asyncDispose]: () => double.stop(),
  };
}

function anyFault(random: () => number): Fault {
  const acted = random() < 0.5;
  const faults: readonly Fault[] = [
    { kind: 'status', status: 503, acted },
    { kind: 'reset', acted },
    { kind: 'hang', acted },
    { kind: 'rate-limited', retryAfter: 1 },
  ];
  return faults[Math.floor(random() * faults.length)] ?? { kind: 'reset', acted };
}
