import { ComponentType } from 'discord.js';
import * as z from 'zod';
import { type Component, component } from './message-component.ts';

const message = z.looseObject({ components: z.array(component) });

/**
 * A message body as text, for documentation and for reading differences: its Markdown as it is, the frame as
 * a bar with its colour, buttons in brackets.
 */
export function sketchMessage(body: unknown): string {
  return message.parse(body).components.map(sketch).join('\n');
}

function sketch({ type, content, label, accent_color: accent, components = [] }: Component): string {
  switch (type) {
    case ComponentType.Container: {
      const colour = `#${(accent ?? 0).toString(16).padStart(6, '0')}`;
      const inside = components.map(sketch).join('\n\n');
      return [`┌ ${colour}`, ...inside.split('\n').map((line) => `│ ${line}`.trimEnd()), '└'].join('\n');
    }
    case ComponentType.ActionRow:
      return components.map(sketch).join(' ');
    case ComponentType.Button:
      return `[ ${label} ]`;
    default:
      return content ?? '';
  }
}
