import { DIGEST_VERBS, type DigestVerb } from './digest-intent.ts';

/** What the word after `/digest` asks for, and what follows it. */
export interface DigestWord {
  readonly verb: DigestVerb | 'help';
  readonly rest: string;
}

/** Other words for what can be done with digests. */
const MEANT: Readonly<Record<string, DigestVerb>> = {
  add: 'subscribe',
  cancel: 'pause',
  continue: 'resume',
  create: 'subscribe',
  delete: 'remove',
  disable: 'pause',
  edit: 'change',
  enable: 'resume',
  modify: 'change',
  move: 'change',
  mute: 'pause',
  settings: 'list',
  status: 'list',
  stop: 'pause',
  sub: 'subscribe',
  unpause: 'resume',
  unsub: 'pause',
  unsubscribe: 'pause',
};

/** Those that may as well begin a schedule or a story's name: only alone, or with a digest's number or place. */
const MEANT_ALONE: Readonly<Record<string, DigestVerb | 'help'>> = {
  end: 'pause',
  help: 'help',
  new: 'subscribe',
  off: 'pause',
  on: 'resume',
  send: 'now',
  show: 'list',
  start: 'resume',
  test: 'preview',
  update: 'change',
};

const NUMBER_OR_PLACE = /^(?:#?\d{1,2}|(?:(?:in|to|for) )?(?:me|(?:my )?dm|#\S{1,100})|)$/iu;
const THE_DIGEST = /^(?:it|(?:(?:the|this|my) )?digest)$/iu;

/** Reads the word after `/digest`; `undefined` for anything that is not about a digest there is. */
export function digestWord(text: string): DigestWord | undefined {
  if (/^\?+$/u.test(text)) return { verb: 'help', rest: '' };
  const [, first = '', further = ''] = /^([a-z]{1,20})(?:\s+(.*))?$/isu.exec(text) ?? [];
  const word = first.toLowerCase();
  const given = further.trim();
  const rest = THE_DIGEST.test(given) ? '' : given;
  const exact = DIGEST_VERBS.find((verb) => verb === word);
  if (exact) return { verb: exact, rest: given };
  const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
  if (meant) return { verb: meant, rest };
  const alone = Object.hasOwn(MEANT_ALONE, word) ? MEANT_ALONE[word] : undefined;
  return alone && NUMBER_OR_PLACE.test(rest) ? { verb: alone, rest } : undefined;
}
