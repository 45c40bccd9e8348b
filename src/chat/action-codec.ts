import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Slug } from '../story/article.ts';
import type { ActionIntent } from './action.ts';
import { DIGEST_VERBS, type SubscriptionId } from './digest-intent.ts';

/** The most characters a packed action may have: Discord's custom id is the tightest place it goes. */
export const PACKED_LIMIT = 100;

/** What packed names are looked up in when they were too long to be packed as they are. */
export interface PackedNames {
  slugs(): Iterable<Slug>;
  questions(story: Slug): Iterable<string>;
}

/**
 * Packs actions into `1:kind:story:rest` and back. A slug or question that does not fit goes as `~` and a
 * hash; a hashed question is known again while this process remembers it, or when the story suggests it.
 * What is asked of a digest is `1:digest:verb:subscription`.
 */
export class ActionCodec {
  readonly #names: PackedNames;
  readonly #remembered = new Map<string, string>();

  constructor(names: PackedNames) {
    this.#names = names;
  }

  /** At most `PACKED_LIMIT` characters, without line breaks or control characters. */
  encode(intent: ActionIntent): string {
    if (intent.kind === 'digest') return `1:digest:${intent.verb}:${intent.subscription ?? ''}`;
    const story = SLUG_AS_IS.test(intent.story) ? intent.story : hashed(intent.story);
    switch (intent.kind) {
      case 'ask':
        return this.#encodeQuestion(`1:ask:${story}:`, intent.question);
      case 'brief':
        return `1:brief:${story}:${intent.depth}`;
      case 'view':
        return `1:view:${story}:${intent.view}`;
      case 'follow':
        return `1:follow:${story}:`;
      case 'unhelpful':
        return `1:unhelpful:${story}:${intent.questionType}`;
      default:
        return intent satisfies never;
    }
  }

  /** The action, or `undefined` for anything that `encode` did not make or cannot be known any more. */
  decode(packed: string): ActionIntent | undefined {
    if (packed.length > PACKED_LIMIT) return undefined;
    if (packed.startsWith('1:digest:')) return digestIntent(packed);
    const [, kind, packedSlug = '', rest = ''] = PACKED.exec(packed) ?? [];
    const story = this.#slug(packedSlug);
    if (kind === undefined || story === undefined) return undefined;
    if (kind === 'ask') {
      const question = this.#question(story, rest);
      return question === undefined ? undefined : { kind, story, question };
    }
    const parsed = PLAIN.safeParse({ kind, rest });
    return parsed.success ? plainIntent(parsed.data, story) : undefined;
  }

  /** Forgets the questions it remembers: some may be somebody's own words. */
  forget(): void {
    this.#remembered.clear();
  }

  #encodeQuestion(head: string, question: string): string {
    const packed = head + question;
    if (packed.length <= PACKED_LIMIT && AS_IS.test(question)) return packed;
    const hash = hashed(question);
    this.#remembered.delete(hash);
    this.#remembered.set(hash, question);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return head + hash;
  }

  #slug(packed: string): Slug | undefined {
    if (!packed.startsWith('~')) return packed as Slug;
    for (const slug of this.#names.slugs()) if (hashed(slug) === packed) return slug;
    return undefined;
  }

  #question(story: Slug, packed: string): string | undefined {
    if (!packed.startsWith('~')) return AS_IS.test(packed) ? packed : undefined;
    const remembered = this.#remembered.get(packed);
    if (remembered !== undefined) return remembered;
    for (const question of this.#names.questions(story)) if (hashed(question) === packed) return question;
    return undefined;
  }
}

const SLUG_AS_IS = /^[a-z0-9-]{1,40}$/;
const REMEMBERED = 2_000;
const PACKED = /^1:(ask|brief|view|follow|unhelpful):([a-z0-9-]{1,40}|~[\w-]{12}):(.*)$/su;
/** A question that may stand in a packed action: printable, and not to be taken for a hash. */
const AS_IS = /^(?!~)[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u;

const PLAIN = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('brief'), rest: z.enum(['line', 'short', 'full']) }),
  z.object({
    kind: z.literal('view'),
    rest: z.enum([
      'people',
      'quotes',
      'numbers',
      'places',
      'organisations',
      'timeline',
      'sources',
      'changes',
    ]),
  }),
  z.object({ kind: z.literal('follow'), rest: z.literal('') }),
  z.object({
    kind: z.literal('unhelpful'),
    rest: z.enum(['who', 'what', 'when', 'where', 'why', 'how', 'how-many', 'yes-no', 'quote', 'topic']),
  }),
]);

function plainIntent(parsed: z.infer<typeof PLAIN>, story: Slug): ActionIntent {
  switch (parsed.kind) {
    case 'brief':
      return { kind: parsed.kind, story, depth: parsed.rest };
    case 'view':
      return { kind: parsed.kind, story, view: parsed.rest };
    case 'follow':
      return { kind: parsed.kind, story };
    case 'unhelpful':
      return { kind: parsed.kind, story, questionType: parsed.rest };
    default:
      return parsed satisfies never;
  }
}

const DIGEST = /^1:digest:([a-z]+):([a-z0-9]{6,24})?$/;

function digestIntent(packed: string): ActionIntent | undefined {
  const [, word, subscription] = DIGEST.exec(packed) ?? [];
  const verb = DIGEST_VERBS.find((known) => known === word);
  if (verb === undefined) return undefined;
  return {
    kind: 'digest',
    verb,
    ...(subscription !== undefined && { subscription: subscription as SubscriptionId }),
  };
}

/** 72 bits are plenty among the names of one installation, where nobody gains by a clash. */
function hashed(name: string): string {
  return `~${createHash('sha256').update(name).digest('base64url').slice(0, 12)}`;
}
