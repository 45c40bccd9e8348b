import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import * as z from 'zod';

/** Platform rules B4: what the OpenAPI document leaves out about commands. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHARACTERS = 8_000;
const AT_MOST = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};
/** Of Discord's locales, those a description may be given in. */
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

interface Option {
  readonly name: string;
  readonly description?: string | undefined;
  readonly type: number;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: unknown }[] | undefined;
  readonly options?: readonly Option[] | undefined;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
  readonly description_localizations?: Readonly<Record<string, string>> | null | undefined;
}

const option: z.ZodType<Option> = z.lazy(() =>
  z.looseObject({
    name: z.string(),
    description: z.string().optional(),
    type: z.int().default(ApplicationCommandType.ChatInput),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).optional(),
    options: z.array(option).optional(),
    name_localizations: z.record(z.string(), z.string()).nullish(),
    description_localizations: z.record(z.string(), z.string()).nullish(),
  }),
);

/** Issues of one command. */
export function commandIssues(body: unknown): readonly string[] {
  const command = option.parse(body);
  const found: string[] = [];
  if (command.type === ApplicationCommandType.ChatInput) {
    found.push(...namedIssues(command), ...optionIssues(command.options ?? []));
  } else if (command.description || command.options?.length) {
    found.push(`${command.name}: a context menu command has no description and no options`);
  }
  const length = characters(command);
  if (length > CHARACTERS) found.push(`${command.name}: ${length} characters, over ${CHARACTERS}`);
  return found;
}

/** Issues of a whole set that replaces what is registered. */
export function commandSetIssues(body: unknown): readonly string[] {
  const commands = z.array(option).parse(body);
  const found = commands.flatMap(commandIssues);
  const names = commands.map(({ type, name }) => `${type} ${name}`);
  if (new Set(names).size < names.length) found.push('a command comes twice');
  for (const [type, most] of Object.entries(AT_MOST)) {
    if (commands.filter((command) => command.type === Number(type)).length > most)
      found.push(`over ${most} of type ${type}`);
  }
  return found;
}

function namedIssues({ name, description, name_localizations, description_localizations }: Option): string[] {
  const found: string[] = [];
  for (const given of [name, ...Object.values(name_localizations ?? {})]) {
    if (!NAME.test(given) || given !== given.toLowerCase()) found.push(`name: ${given} is no command name`);
  }
  for (const given of [description ?? '', ...Object.values(description_localizations ?? {})]) {
    if (given.length < 1 || given.length > 100) found.push(`${name}: a description has 1 to 100 characters`);
  }
  for (const locale of Object.keys({ ...name_localizations, ...description_localizations })) {
    if (!LOCALES.has(locale)) found.push(`${name}: ${locale} is no locale of Discord's`);
  }
  return found;
}

function optionIssues(options: readonly Option[]): string[] {
  const found = options.flatMap((inner) => [...namedIssues(inner), ...optionIssues(inner.options ?? [])]);
  const firstOptional = options.findIndex((inner) => !inner.required);
  const isSub = (inner: Option) => inner.type <= ApplicationCommandOptionType.SubcommandGroup;
  if (
    !options.some(isSub) &&
    firstOptional >= 0 &&
    options.slice(firstOptional).some((inner) => inner.required)
  ) {
    found.push('options: the required ones come first');
  }
  if (options.some(isSub) && !options.every(isSub)) found.push('options: subcommands stand alone');
  if (new Set(options.map(({ name }) => name)).size < options.length)
    found.push('options: a name comes twice');
  for (const { name, autocomplete, choices } of options) {
    if (autocomplete && choices?.length) found.push(`${name}: either choices or autocomplete`);
  }
  return found;
}

/** Discord counts the longest localisation of each text; counting them all is on the safe side. */
function characters(command: Option): number {
  const own = [
    command.name,
    command.description ?? '',
    ...(command.choices ?? []).flatMap(({ name, value }) => [name, String(value)]),
  ];
  const inner = (command.options ?? []).reduce((sum, each) => sum + characters(each), 0);
  const longest = Math.max(
    0,
    ...Object.values(command.description_localizations ?? {}).map((text) => text.length),
  );
  return own.join('').length + Math.max(0, longest - (command.description?.length ?? 0)) + inner;
}
