import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DigestDesk,
  DigestForm,
  DigestFormPurpose,
  DigestRequest,
} from '../../../../src/chat/digest-desk.ts';
import type { SubscriptionId } from '../../../../src/chat/digest-intent.ts';
import type { Reply } from '../../../../src/chat/reply.ts';

export const DIGEST = 'abc123def' as SubscriptionId;
export const FORM: DigestForm = {
  destination: { platform: 'discord', workspace: '1', kind: 'channel', id: '100000000000000001' },
  story: 'harbour-bridge',
  time: '08:00',
  days: 'weekdays',
  zone: 'Europe/Kyiv',
  quiet: '2026-12-24',
  whenUnchanged: 'line',
};

export const SAID: Reply = {
  tone: 'chat',
  blocks: [{ kind: 'prose', content: [{ kind: 'text', text: 'Noted.' }] }],
  actions: [],
};

/** Digests that only write down what they are asked. */
export class FakeDesk implements DigestDesk {
  readonly asked: DigestRequest[] = [];
  readonly formsFor: DigestFormPurpose[] = [];
  readonly forgotten: unknown[] = [];
  reply = SAID;
  opens: DigestForm | { readonly refusal: Reply } = FORM;

  async handle(request: DigestRequest): Promise<Reply> {
    this.asked.push(request);
    return this.reply;
  }

  waitMs = 0;

  async form(_: unknown, purpose: DigestFormPurpose) {
    await this.#slowly();
    this.formsFor.push(purpose);
    return this.opens;
  }

  async summaries() {
    await this.#slowly();
    return [{ id: DIGEST, label: 'Every story, every weekday at 08:00, Kyiv time' }];
  }

  zones(prefix: string) {
    return [{ label: 'Kyiv', value: 'Europe/Kyiv' }].filter(({ label }) =>
      label.toLowerCase().startsWith(prefix),
    );
  }

  async #slowly(): Promise<void> {
    if (this.waitMs > 0) await sleep(this.waitMs, undefined, { ref: false });
  }

  async forget(gone: unknown): Promise<void> {
    this.forgotten.push(gone);
  }
}
