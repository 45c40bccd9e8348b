import { PermissionFlagsBits } from 'discord.js';
import { startDiscordDouble } from '../../doubles/discord/discord-double.ts';
import type { Fault } from '../../doubles/discord/faults.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { GroundKind } from './crash-ground.ts';

const FAULTY = 0.1;
/** Requests that take a while are those in whose middle a process is killed. */
const SLOW = 0.3;

/**
 * Discord's double, for the real client. In every other channel the bot may not read what was said: there the
 * nonce alone tells a message that arrived.
 */
export const DISCORD: GroundKind = {
  name: 'Discord',
  async open(wave, random) {
    const double = await startDiscordDouble({ checked: false });
    const { world } = double;
    const guild = world.addGuild('Newsroom');
    const channels = Array.from({ length: wave }, (_, at) =>
      world.addChannel(guild, `channel-${at}`, {
        botDenied: at % 2 === 0 ? 0n : PermissionFlagsBits.ReadMessageHistory,
      }),
    );
    let faults = 0;
    double.faults.randomly(
      SLOW,
      random,
      () => {
        if (random() >= FAULTY / SLOW) return { kind: 'slow', ms: 20 + random() * 200 };
        faults++;
        return anyFault(random);
      },
      /^POST \/channels\/\d+\/messages$/,
    );
    return {
      door: { kind: 'discord', apiUrl: double.apiUrl, token: double.token },
      targets: channels.map(({ id }) => ({
        destination: { platform: 'discord', workspace: guild.id, kind: 'channel', id },
        canBeAsked: true,
      })),
      faults: () => faults,
      seen: () =>
        world.botMessages().map(({ channel, body }) => ({
          platform: 'discord',
          place: channel.id,
          text: readMessage(body).text,
        })),
      [Symbol.asyncDispose]: () => double.stop(),
    };
  },
};

function anyFault(random: () => number): Fault {
  const when = random() < 0.5 ? 'before' : 'after';
  const faults: readonly Fault[] = [
    { kind: 'status', status: 503, when },
    { kind: 'reset', when },
    { kind: 'hang', when },
    { kind: 'rate-limit', scope: 'user', retryAfter: 1 },
  ];
  return faults[Math.floor(random() * faults.length)] ?? { kind: 'reset', when };
}
