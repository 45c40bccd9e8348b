import type {
  DigestDesk,
  DigestForm,
  DigestFormPurpose,
  DigestRequest,
} from '../../../../src/chat/digest-desk.ts';
import type { DigestPlace, SubscriptionId } from '../../../../src/chat/digest-intent.ts';
import type { Reply } from '../../../../src/chat/reply.ts';

export const DIGEST = 'abc123def' as SubscriptionId;

const FORM: DigestForm = {
  destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
  story: 'story-0',
  time: '08:00',
  days: 'every weekday',
  zone: 'Europe/Kyiv',
  quiet: '2026-12-24',
  whenUnchanged: 'line',
};

/** The digests as the adapter meets them: they note what they are asked, and say what the test says. */
export class FakeDesk implements DigestDesk {
  readonly asked: DigestRequest[] = [];
  readonly formsFor: DigestFormPurpose[] = [];
  readonly forgotten: object[] = [];
  reply: Reply = saying('Noted.');
  opens: DigestForm | { readonly refusal: Reply } = FORM;
  own = [{ id: DIGEST, label: 'Every story, every weekday at 08:00, Kyiv time' }];

  async handle(request: DigestRequest): Promise<Reply> {
    this.asked.push(request);
    return this.reply;
  }

  async form(request: { readonly place: DigestPlace }, purpose: DigestFormPurpose) {
    this.formsFor.push(purpose);
    if ('refusal' in this.opens) return this.opens;
    const zone = request.place.zone ?? this.opens.zone;
    const { destination } = request.place;
    if (purpose.verb === 'subscribe') return { ...this.opens, destination, zone };
    return {
      ...this.opens,
      destination,
      zone,
      subscription: (purpose.subscription ?? DIGEST) as SubscriptionId,
    };
  }

  async summaries() {
    return this.own;
  }

  zones(prefix: string) {
    return [{ label: 'Kyiv', value: 'Europe/Kyiv' }].filter(({ label }) =>
      label.toLowerCase().startsWith(prefix.toLowerCase()),
    );
  }

  async forget(gone: object): Promise<void> {
    this.forgotten.push(gone);
  }
}

/** A line, with buttons that do these things to the digest. */
export function saying(words: string, verbs: readonly ('change' | 'remove' | 'subscribe')[] = []): Reply {
  return {
    tone: 'chat',
    blocks: [{ kind: 'prose', content: [{ kind: 'text', text: words }] }],
    actions: verbs.map((verb) => ({
      label: verb,
      intent: { kind: 'digest', verb, ...(verb !== 'subscribe' && { subscription: DIGEST }) },
    })),
  };
}
