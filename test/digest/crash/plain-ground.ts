import type { GroundKind } from './crash-ground.ts';
import { PlatformServer } from './platform-server.ts';

/** Two platforms that do no more than keep messages, so that waves may be large: one can be asked, one cannot. */
export const PLAIN: GroundKind = {
  name: 'plain platforms',
  async open(wave, random) {
    const platform = new PlatformServer(random);
    const url = await platform.start();
    return {
      door: { kind: 'plain', url },
      targets: (['discord', 'slack'] as const).flatMap((name) =>
        Array.from({ length: wave }, (_, at) => ({
          destination: { platform: name, workspace: 'T1', kind: 'channel' as const, id: `C${at}` },
          canBeAsked: name === 'discord',
        })),
      ),
      faults: () => platform.faults,
      seen: () => platform.shown.map(({ platform, channel, text }) => ({ platform, place: channel, text })),
      [Symbol.asyncDispose]: () => platform.stop(),
    };
  },
};
