import type { View } from './action.ts';
import {
  type Argument,
  DEPTH,
  DIGEST,
  DIGEST_CHOICES,
  DIGEST_MOVE,
  DIGEST_PLACE,
  DIGEST_PREVIEW,
  QUESTION,
  STORY,
} from './command-arguments.ts';
import type { DigestVerb } from './digest-intent.ts';

/** Where a command can be typed. */
export type Surface = 'terminal' | 'web' | 'discord' | 'slack';

export interface Command {
  readonly id: CommandId;
  /** At most 100 characters. */
  readonly description: string;
  readonly arguments: readonly Argument[];
  /** How it is called on each surface that has it, without the slash; two words are a command and its sub-command. */
  readonly surfaces: Readonly<Partial<Record<Surface, string>>>;
}

export type CommandId =
  | 'ask'
  | 'brief'
  | Exclude<View, 'changes'>
  | 'story'
  | `digest ${DigestVerb}`
  | 'help'
  | 'forget'
  | 'quit';

/** The one table of commands: help, completion and every platform's registration are made from it. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'ask',
    description: 'Ask about the story; it answers in its own words',
    arguments: [QUESTION, STORY],
    surfaces: { discord: 'ask', slack: 'ask' },
  },
  {
    id: 'brief',
    description: 'Sum up the story',
    arguments: [STORY, DEPTH],
    surfaces: { terminal: 'brief', web: 'brief', discord: 'brief', slack: 'brief' },
  },
  view('people', 'Who is in the story, and who they are'),
  view('quotes', 'What was said, and by whom'),
  view('numbers', 'The numbers, and what they count'),
  view('places', 'The places it names'),
  view('organisations', 'The organisations it names'),
  view('timeline', 'What happened when'),
  view('sources', 'Where the story comes from'),
  {
    id: 'story',
    description: 'List the stories, or pick one',
    arguments: [{ ...STORY, description: 'The story to pick' }],
    surfaces: { terminal: 'story', web: 'story', discord: 'story', slack: 'backstory story' },
  },
  digest('subscribe', 'Have the brief sent at your hour, and then what changed', [
    ...DIGEST_CHOICES,
    ...DIGEST_PLACE,
  ]),
  digest('list', 'The digests sent here', DIGEST_PLACE),
  digest('change', 'Change when, what or where a digest sends', [DIGEST, ...DIGEST_CHOICES, ...DIGEST_MOVE]),
  digest('pause', 'Stop a digest until you resume it', [DIGEST]),
  digest('resume', 'Go on with a paused digest', [DIGEST]),
  digest('now', 'Send today’s digest at once, instead of at its hour', [DIGEST]),
  {
    ...digest('preview', 'See what a digest would send now, and when the next ones come', DIGEST_PREVIEW),
    surfaces: {
      terminal: 'digest preview',
      web: 'digest preview',
      discord: 'digest preview',
      slack: 'digest preview',
    },
  },
  digest('why', 'Why the last digest came, came late, or did not', [DIGEST]),
  digest('remove', 'Remove a digest for good', [DIGEST]),
  {
    id: 'help',
    description: 'What I can do',
    arguments: [],
    surfaces: { terminal: 'help', web: 'help', discord: 'help', slack: 'backstory help' },
  },
  {
    id: 'forget',
    description: 'Forget what you have asked',
    arguments: [],
    surfaces: { terminal: 'forget', web: 'forget' },
  },
  {
    id: 'forget',
    description: 'Forget what you have asked, and the digests sent to you alone',
    arguments: [],
    surfaces: { discord: 'backstory forget', slack: 'backstory forget' },
  },
  { id: 'quit', description: 'Leave', arguments: [], surfaces: { terminal: 'quit' } },
];

function view(id: Exclude<View, 'changes'>, description: string): Command {
  return { id, description, arguments: [], surfaces: { terminal: id, web: id } };
}

/** Digests are sent where people have channels and DMs. */
function digest(verb: DigestVerb, description: string, takes: readonly Argument[]): Command {
  const name = `digest ${verb}` as const;
  return { id: name, description, arguments: takes, surfaces: { discord: name, slack: name } };
}

/** The commands of a surface, in the table's order, each with the name it has there. */
export function commandsOf(surface: Surface): readonly (Command & { readonly name: string })[] {
  return COMMANDS.flatMap((command) => {
    const name = command.surfaces[surface];
    return name === undefined ? [] : [{ ...command, name }];
  });
}
