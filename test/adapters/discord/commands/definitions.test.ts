import { describe, expect, it } from 'vitest';
import { compareCommands, isUnchanged } from '../../../../adapters/discord/commands/compare.ts';
import { commandDefinitions } from '../../../../adapters/discord/commands/definitions.ts';
import {
  ARGUMENT_TRANSLATIONS,
  COMMAND_TRANSLATIONS,
} from '../../../../adapters/discord/commands/translations.ts';
import { commandsOf } from '../../../../src/chat/commands.ts';
import { checkBody } from '../../../doubles/discord/check-body.ts';

describe('the commands on Discord', () => {
  it('are within every limit', () => {
    checkBody('commands', commandDefinitions());
    for (const definition of commandDefinitions()) checkBody('command', definition);
  });

  it('are those of the core’s table, and the message command', () => {
    const firstWords = new Set(commandsOf('discord').map(({ name }) => name.split(' ')[0]));
    expect(commandDefinitions().map(({ name }) => name)).toEqual([...firstWords, 'Ask about this']);
  });

  it('can be used in servers, in DMs, and as a user-installed app', () => {
    for (const definition of commandDefinitions()) {
      expect(definition).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    }
  });

  it('have descriptions in German, French and Spanish that were made from today’s English', () => {
    for (const { id, description, arguments: takes } of commandsOf('discord')) {
      expect(COMMAND_TRANSLATIONS[id]?.en, id).toBe(description);
      for (const argument of takes) {
        expect(ARGUMENT_TRANSLATIONS.map(({ en }) => en)).toContain(argument.description);
      }
    }
  });
});

describe('comparing commands with those Discord has', () => {
  const wanted = commandDefinitions();
  /** As Discord gives them back: in any order, with ids, and defaults it fills in. */
  const there = () =>
    wanted
      .map((command, index) => ({
        ...(JSON.parse(JSON.stringify(command)) as typeof command),
        id: String(index),
        version: '1',
        nsfw: false,
        name_localizations: null,
        default_member_permissions: null,
        ...('description' in command ? {} : { description: '' }),
      }))
      .toReversed();

  it('finds no difference where there is none', () => {
    expect(isUnchanged(compareCommands(wanted, there()))).toBe(true);
  });

  it('finds what was added, changed and removed', () => {
    const [first, ...others] = there();
    const changed = others.map((command) =>
      command.name === 'brief' ? { ...command, description: 'Something else' } : command,
    );
    expect(compareCommands(wanted, [...changed, { name: 'retired' }])).toEqual({
      added: [first?.name],
      changed: ['brief'],
      removed: ['retired'],
    });
  });

  it('sees a changed option, and a translation that is missing', () => {
    for (const change of [
      (text: string) => text.replace('"max_length":1000', '"max_length":500'),
      (text: string) => text.replace(/"de":"[^"]*",/, ''),
    ]) {
      const altered = JSON.parse(change(JSON.stringify(there()))) as typeof wanted;
      expect(compareCommands(wanted, altered).changed).toHaveLength(1);
    }
  });
});
