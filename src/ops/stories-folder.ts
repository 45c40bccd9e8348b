/**
 * The folder of stories, as the operator set it; undefined: the one that came with the program. Apart from the
 * other settings, which a command that reads one story has no need of.
 */
export function readStoriesFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const set = env['STORIES_DIR'] ?? '';
  return set.trim() === '' ? undefined : set;
}
