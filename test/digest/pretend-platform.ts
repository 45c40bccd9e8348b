import type { Courier, Parcel, PostOutcome, Settlement } from '../../src/chat/courier.ts';
import type { Destination } from '../../src/chat/destination.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';

export interface Posted {
  readonly key: string;
  readonly channel: string;
  readonly text: string;
}

/** What happens to one post instead of its being sent: `arrived` when the message is there all the same. */
export interface Mishap {
  readonly outcome: PostOutcome;
  readonly arrived?: boolean;
}

/** A platform in memory, with a courier that is told what goes wrong. */
export class PretendPlatform implements Courier {
  readonly posted: Posted[] = [];
  /** What becomes of the next posts; then all go well. */
  readonly mishaps: Mishap[] = [];
  /** What it says when asked, while it lets itself be asked. */
  settlement: Settlement | undefined;
  asked = 0;
  /** From when on it was to look, each time it was asked. */
  readonly askedSince: number[] = [];
  /** Called when a post arrives, before it is answered. */
  onPost: (() => Promise<void>) | undefined;
  readonly platform: Courier['platform'];

  constructor(platform: Courier['platform'] = 'slack') {
    this.platform = platform;
  }

  /** A message a block: what a digest of several messages is tested with. */
  render(reply: Reply): readonly Parcel[] {
    return reply.blocks.map((block) => {
      const text = plainText({ ...reply, blocks: [block], actions: [] });
      return { body: { text }, text };
    });
  }

  async post(destination: Destination, { text }: Parcel, key: string): Promise<PostOutcome> {
    const mishap = this.mishaps.shift();
    if (!mishap || mishap.arrived) this.posted.push({ key, channel: destination.id, text });
    await this.onPost?.();
    return mishap?.outcome ?? { kind: 'sent', message: `m-${key}` };
  }

  async find(_destination: Destination, key: string, since: number): Promise<Settlement> {
    this.asked++;
    this.askedSince.push(since);
    if (this.settlement) return this.settlement;
    return this.posted.some((message) => message.key === key)
      ? { kind: 'there', message: `m-${key}` }
      : { kind: 'absent' };
  }
}
