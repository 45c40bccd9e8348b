import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '../../../test/doubles/slack/person.ts';
import type { SlackDouble } from '../../../test/doubles/slack/slack-double.ts';
import type { Channel } from '../../../test/doubles/slack/workspace.ts';
import { benchStory } from '../bench-story.ts';
import { fineClock } from './running-bot.ts';

/** A question on its way: when it was sent, and what its answer is known by. */
export interface Asked {
  readonly person: Person;
  readonly channel: Channel;
  readonly sentAt: number;
  readonly acknowledgedAt: number;
  /** The mention's stamp, in whose thread the answer is; or the key of the command's response_url. */
  readonly mark: string;
}

/** People in channels who ask, by mention and by command in turn, the questions of the benchmark's story. */
export class Crowd {
  readonly #places: readonly { readonly person: Person; readonly channel: Channel }[];
  readonly #questions = benchStory(40, 0).questions.map(({ question }) => question);
  readonly #double: SlackDouble;

  constructor(double: SlackDouble, size: number) {
    this.#double = double;
    this.#places = Array.from({ length: size }, () => {
      const person = double.person();
      return { person, channel: double.channel([person]) };
    });
  }

  /** Asks the question of this number; resolves when it is acknowledged. */
  async ask(
    number: number,
    by: 'mention' | 'command' = number % 2 === 0 ? 'mention' : 'command',
  ): Promise<Asked> {
    const place = this.#places[number % this.#places.length];
    if (!place) throw new Error('an empty crowd asks nothing');
    const { person, channel } = place;
    const question = this.#questions[number % this.#questions.length] ?? '';
    const write = () => person.write(channel, `<@${this.#double.botUser}> ${question}`);
    if (by === 'mention') {
      const message = write();
      const event = person.eventOf('app_mention', channel, message);
      const sentAt = fineClock.now();
      await person.deliver(event);
      return { person, channel, sentAt, acknowledgedAt: fineClock.now(), mark: message.ts };
    }
    const form = this.#double.payloads.slash(person.user, channel, '/ask', question);
    const sentAt = fineClock.now();
    await person.deliverSlash(form);
    const mark = form['response_url']?.split('/').at(-1) ?? '';
    return { person, channel, sentAt, acknowledgedAt: fineClock.now(), mark };
  }

  /** Asks so many a second, evenly, whatever the answers do. */
  async askSteadily(perSecond: number, seconds: number): Promise<readonly Asked[]> {
    const count = perSecond * seconds;
    const asked: Promise<Asked>[] = [];
    const start = performance.now();
    for (let number = 0; number < count; number++) {
      const due = start + (number * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await delay(early);
      asked.push(this.ask(number));
    }
    return Promise.all(asked);
  }
}

/** When the answer to each question reached Slack, by its mark. */
export function arrivals({ state }: SlackDouble): ReadonlyMap<string, readonly number[]> {
  const at = new Map<string, number[]>();
  for (const { method, args, key, at: when } of state.calls) {
    const mark = method === 'chat.postMessage' ? args['thread_ts'] : key;
    if (typeof mark === 'string') at.set(mark, [...(at.get(mark) ?? []), when]);
  }
  return at;
}
