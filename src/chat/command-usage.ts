import type { Argument } from './command-arguments.ts';
import type { Command, Surface } from './commands.ts';

/**
 * What is typed after a command's name. Slack has no fields to fill in: what follows a question there would be
 * read as a part of it, so the story is named before it, and `public` before all.
 */
export function usageOf({ id, arguments: takes }: Command, surface: Surface): string {
  if (surface !== 'slack') return takes.map(argumentUsage).join(' ');
  if (id === 'ask') return '[public] [in story:] question';
  const typed = takes.map(argumentUsage);
  return [...(id === 'brief' ? ['[public]'] : []), ...typed].join(' ');
}

function argumentUsage({ name, required, choices }: Argument): string {
  const words = choices?.join('|') ?? name;
  return required ? words : `[${words}]`;
}
