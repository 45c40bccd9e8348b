import { InteractionResponseType } from 'discord.js';
import type { RestRecord } from '../../../test/doubles/discord/rest-server.ts';
import type { BenchBot } from './bench-bot.ts';

const MENTION = /^\/channels\/\d+\/messages$/;
const CALLBACK = /^\/interactions\/(\d+)\//;

/** Asks and counts: which question was answered, how often, and how long after the event the request came. */
export class Tally {
  readonly #bot: BenchBot;
  /** By the message's or interaction's id: when it was sent to the gateway. */
  readonly #asked = new Map<string, number>();
  readonly #answers = new Map<string, number>();
  readonly latencies: number[] = [];

  constructor(bot: BenchBot) {
    this.#bot = bot;
    bot.discord.onRequest = (record) => this.#note(record);
  }

  get asked(): number {
    return this.#asked.size;
  }

  get answered(): number {
    return this.#answers.size;
  }

  get doubled(): number {
    return [...this.#answers.values()].filter((times) => times > 1).length;
  }

  /** One question by mention. */
  mention(number: number, question: string): void {
    const { discord, channels, people } = this.#bot;
    const channel = pick(channels, number);
    const at = performance.now();
    const { id } = discord.people.say(
      pick(people, number),
      channel,
      `<@${discord.world.bot.id}> ${question}`,
    );
    this.#asked.set(id, at);
  }

  /** One question by command. */
  command(number: number, question: string): void {
    const { discord, channels, people } = this.#bot;
    const at = performance.now();
    const { id } = discord.people.use(pick(people, number), pick(channels, number), {
      kind: 'command',
      name: 'ask',
      options: { values: { question } },
    });
    this.#asked.set(id, at);
  }

  /** Waits until every question is answered, or none more is for so long. */
  async settled(patienceMs: number): Promise<void> {
    let before = -1;
    while (this.answered < this.asked && this.answered !== before) {
      before = this.answered;
      await new Promise((resolve) => setTimeout(resolve, patienceMs));
    }
  }

  #note({ method, path, body }: RestRecord): void {
    if (method !== 'POST') return;
    const id = CALLBACK.exec(path)?.[1] ?? (MENTION.test(path) ? referenceOf(body) : undefined);
    const at = id === undefined ? undefined : this.#asked.get(id);
    // A deferral is no answer.
    if (id === undefined || at === undefined || isDeferral(body)) return;
    const times = (this.#answers.get(id) ?? 0) + 1;
    this.#answers.set(id, times);
    if (times === 1) this.latencies.push(performance.now() - at);
  }
}

function referenceOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('message_reference' in body)) return undefined;
  const { message_reference: reference } = body;
  return typeof reference === 'object' && reference && 'message_id' in reference
    ? String(reference.message_id)
    : undefined;
}

function isDeferral(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    body.type === InteractionResponseType.DeferredChannelMessageWithSource
  );
}

function pick<T>(list: readonly T[], number: number): T {
  const one = list[number % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
