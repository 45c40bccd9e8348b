import type { BRIEFS } from './command-arguments.ts';
import type { CommandId } from './commands.ts';
import type { DigestChoices, DigestIntent, DigestVerb, DigestWhere, WhenUnchanged } from './digest-intent.ts';
import type { Intent } from './request.ts';

/** The arguments of a command as given, by their names; what is absent was not given. */
export interface CommandValues {
  readonly question?: string;
  readonly story?: string;
  readonly depth?: (typeof BRIEFS)[number];
  readonly time?: string;
  readonly days?: string;
  readonly zone?: string;
  readonly quiet?: string;
  readonly unchanged?: WhenUnchanged;
  /** The id of another channel, or its name as typed; on changing a digest, where it is to go. */
  readonly channel?: string;
  /** The channel whose digest is to be changed, as typed. */
  readonly from?: string;
  /** For the asker alone. */
  readonly me?: boolean;
  /** A subscription's id, or what somebody typed for it. */
  readonly digest?: string;
  /** What follows a digest command that was typed in one go. */
  readonly text?: string;
}

/** What a command asks of the chat; `quit` asks nothing of it. */
export function commandIntent(id: Exclude<CommandId, 'quit'>, values: CommandValues): Intent {
  const story = values.story ? { story: values.story } : {};
  switch (id) {
    case 'ask':
      return { kind: 'ask', question: values.question ?? '', ...story };
    case 'brief':
      if (values.depth === 'changes') return { kind: 'view', view: 'changes', ...story };
      return { kind: 'brief', ...(values.depth && { depth: values.depth }), ...story };
    case 'story':
      return values.story ? { kind: 'follow', story: values.story } : { kind: 'stories' };
    case 'help':
    case 'forget':
      return { kind: id };
    case 'digest change':
      return { kind: 'digest', digest: changeIntent(values), where: placeOf(values.from) };
    case 'digest subscribe':
    case 'digest list':
    case 'digest pause':
    case 'digest resume':
    case 'digest now':
    case 'digest preview':
    case 'digest why':
    case 'digest remove':
      return { kind: 'digest', digest: digestIntent(verbOf(id), values), where: whereOf(values) };
    default:
      return { kind: 'view', view: id, ...story };
  }
}

function verbOf<Verb extends DigestVerb>(id: `digest ${Verb}`): Verb {
  return id.slice('digest '.length) as Verb;
}

function changeIntent(values: CommandValues): DigestIntent {
  const to = whereOf(values);
  return {
    kind: 'change',
    ...chosen(values.digest),
    choices: choicesOf(values),
    ...(to.kind !== 'here' && { to }),
  };
}

function digestIntent(kind: Exclude<DigestVerb, 'change'>, values: CommandValues): DigestIntent {
  switch (kind) {
    case 'list':
      return { kind };
    case 'subscribe':
      return { kind, choices: choicesOf(values) };
    case 'preview':
      return { kind, ...chosen(values.digest), choices: choicesOf(values) };
    default:
      return { kind, ...chosen(values.digest ?? values.text) };
  }
}

function chosen(digest: string | undefined): { readonly subscription?: string } {
  return digest ? { subscription: digest } : {};
}

function choicesOf({ story, time, days, zone, quiet, unchanged, text }: CommandValues): DigestChoices {
  return {
    ...(story && { story }),
    ...(time && { time }),
    ...(days && { days }),
    ...(zone && { zone }),
    ...(quiet && { quiet }),
    ...(unchanged && { whenUnchanged: unchanged }),
    ...(text && { text }),
  };
}

function whereOf({ channel, me }: CommandValues): DigestWhere {
  return me ? { kind: 'me' } : placeOf(channel);
}

function placeOf(channel: string | undefined): DigestWhere {
  return channel ? { kind: 'channel', channel } : { kind: 'here' };
}
