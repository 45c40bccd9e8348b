/** What registering would change, by the commands' names. */
export interface CommandChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface Named {
  readonly name: string;
  readonly type?: number | undefined;
}

/** What Discord says of a command when nothing was given: leaving it out means the same. */
const DEFAULTS: Readonly<Record<string, readonly unknown[]>> = {
  type: [1],
  required: [false],
  autocomplete: [false],
  nsfw: [false],
  description: [''],
  default_member_permissions: [null],
  dm_permission: [true, null],
  name_localizations: [null],
  description_localizations: [null],
  contexts: [null],
};
/** What Discord adds of its own. */
const DISCORDS_OWN = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'name_localized',
  'description_localized',
  'handler',
]);

/** Compares the commands there should be with those Discord has, as read with all localisations. */
export function compareCommands(wanted: readonly Named[], there: readonly Named[]): CommandChanges {
  const present = new Map(there.map((command) => [keyOf(command), command]));
  const expected = new Set(wanted.map(keyOf));
  return {
    added: wanted.filter((command) => !present.has(keyOf(command))).map(({ name }) => name),
    changed: wanted
      .filter((command) => {
        const same = present.get(keyOf(command));
        return same !== undefined && canonical(same) !== canonical(command);
      })
      .map(({ name }) => name),
    removed: there.filter((command) => !expected.has(keyOf(command))).map(({ name }) => name),
  };
}

export function isUnchanged({ added, changed, removed }: CommandChanges): boolean {
  return added.length + changed.length + removed.length === 0;
}

function keyOf({ type = 1, name }: Named): string {
  return `${type} ${name}`;
}

/** A command as text that is the same for commands that mean the same. */
function canonical(command: unknown): string {
  return JSON.stringify(command, (key, value: unknown) => {
    if (Array.isArray(value)) {
      if (value.length === 0 && (key === 'options' || key === 'choices')) return undefined;
      // Where a command may be used is a set.
      return key === 'contexts' || key === 'integration_types' ? value.toSorted() : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(
      ([name, inner]) => !DISCORDS_OWN.has(name) && inner !== undefined && !DEFAULTS[name]?.includes(inner),
    );
    return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
