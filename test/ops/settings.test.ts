import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/ops/settings.ts';

describe('readSettings', () => {
  test('needs none', () => {
    expect(readSettings({})).toEqual({ settings: { storiesFolder: undefined, tokensSet: [] } });
  });

  test('takes an empty setting for one that is not set', () => {
    expect(readSettings({ STORIES_DIR: '', DISCORD_TOKEN: '' })).toEqual(readSettings({}));
  });

  test('knows which tokens are set, never their values', () => {
    const read = readSettings({ DISCORD_TOKEN: 'very-secret', STORIES_DIR: 'news' });
    expect(read).toEqual({ settings: { storiesFolder: 'news', tokensSet: ['DISCORD_TOKEN'] } });
  });

  test('names a setting that cannot be used, without its value', () => {
    const read = readSettings({ DISCORD_TOKEN: 'very secret' });
    expect(read).toEqual({ problems: ['DISCORD_TOKEN must have no spaces in it'] });
  });
});
