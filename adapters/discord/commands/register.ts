import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { type CommandChanges, compareCommands, isUnchanged } from './compare.ts';
import { commandDefinitions, type Definition } from './definitions.ts';

const registered = z.array(z.looseObject({ name: z.string(), type: z.int().optional() }));

/** Where commands are registered: everywhere, or in one server only. */
export interface Scope {
  readonly applicationId: string;
  readonly guildId?: string | undefined;
}

/**
 * Registers the commands where they differ from what Discord has, all at once; nothing is sent when they don't.
 * @param dryRun only says what would change
 * @throws what `failureOf` reads
 */
export async function registerCommands(
  rest: REST,
  { applicationId, guildId }: Scope,
  dryRun = false,
): Promise<CommandChanges> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = guildId === undefined ? commandDefinitions() : commandDefinitions().map(inGuild);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const changes = compareCommands(wanted, registered.parse(await rest.get(route, { query })));
  if (!dryRun && !isUnchanged(changes)) await rest.put(route, { body: wanted });
  return changes;
}

/** A server's own commands have no say in where else they are. */
function inGuild({ contexts: _, integration_types: __, ...definition }: Definition): Definition {
  return definition as Definition;
}
