import type { Depth } from '../briefing/brief.ts';
import type { View } from './action.ts';
import type { Intent } from './request.ts';

/** Where a command can be typed. */
export type Surface = 'terminal' | 'web' | 'discord' | 'slack';

/** What a command takes, in order. */
export interface Argument {
  readonly name: 'question' | 'story' | 'depth';
  /** At most 100 characters. */
  readonly description: string;
  readonly required: boolean;
  /** The only values there are, when it is not free text. */
  readonly choices?: readonly string[];
}

export interface Command {
  readonly id: CommandId;
  /** At most 100 characters. */
  readonly description: string;
  readonly arguments: readonly Argument[];
  /** How it is called on each surface that has it, without the slash; two words are a command and its sub-command. */
  readonly surfaces: Readonly<Partial<Record<Surface, string>>>;
}

export type CommandId = 'ask' | 'brief' | Exclude<View, 'changes'> | 'story' | 'help' | 'forget' | 'quit';

/** The depths a brief is offered at. */
export const DEPTHS = ['line', 'short', 'full'] as const satisfies readonly Depth[];

const QUESTION: Argument = {
  name: 'question',
  description: 'What you want to know, in your own words',
  required: true,
};
const STORY: Argument = {
  name: 'story',
  description: 'Which story; the current one if you leave it out',
  required: false,
};
const DEPTH: Argument = {
  name: 'depth',
  description: 'One line, short, or full',
  required: false,
  choices: DEPTHS,
};

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
    surfaces: { terminal: 'forget', web: 'forget', discord: 'backstory forget', slack: 'backstory forget' },
  },
  { id: 'quit', description: 'Leave', arguments: [], surfaces: { terminal: 'quit' } },
];

function view(id: Exclude<View, 'changes'>, description: string): Command {
  return { id, description, arguments: [], surfaces: { terminal: id, web: id } };
}

/** The commands of a surface, in the table's order, each with the name it has there. */
export function commandsOf(surface: Surface): readonly (Command & { readonly name: string })[] {
  return COMMANDS.flatMap((command) => {
    const name = command.surfaces[surface];
    return name === undefined ? [] : [{ ...command, name }];
  });
}

/** The arguments of a command as given; what is absent was not given. */
export interface CommandValues {
  readonly question?: string;
  readonly story?: string;
  readonly depth?: Depth;
}

/** What a command asks of the chat; `quit` asks nothing of it. */
export function commandIntent(id: Exclude<CommandId, 'quit'>, values: CommandValues): Intent {
  const story = values.story ? { story: values.story } : {};
  switch (id) {
    case 'ask':
      return { kind: 'ask', question: values.question ?? '', ...story };
    case 'brief':
      return { kind: 'brief', ...(values.depth && { depth: values.depth }), ...story };
    case 'story':
      return values.story ? { kind: 'follow', story: values.story } : { kind: 'stories' };
    case 'help':
    case 'forget':
      return { kind: id };
    default:
      return { kind: 'view', view: id, ...story };
  }
}
