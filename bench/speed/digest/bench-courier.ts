import { DiscordCourier } from '../../../adapters/discord/digests/courier.ts';
import { deliveryRest } from '../../../adapters/discord/digests/delivery-rest.ts';
import { GlobalShare } from '../../../adapters/discord/digests/global-share.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Courier } from '../../../src/chat/courier.ts';
import { systemClock } from '../../../src/ops/clock.ts';

/** Discord's own courier, to a platform's double. @param share what it may send a second, as usual when not given */
export function benchCourier(url: string, chat: Pick<Chat, 'encode'>, share = new GlobalShare()): Courier {
  return new DiscordCourier({
    rest: deliveryRest({ apiUrl: url }),
    token: 'bench',
    chat,
    clock: systemClock,
    share,
    isOn: () => true,
    track: () => undefined,
  });
}
