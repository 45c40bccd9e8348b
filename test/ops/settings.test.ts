import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/ops/settings.ts';

describe('readSettings', () => {
  test('needs none', () => {
    const http = { host: '127.0.0.1', port: 3000, isSet: false };
    expect(readSettings({})).toEqual({ settings: { storiesFolder: undefined, tokensSet: [], http } });
  });

  test('takes an empty setting for one that is not set', () => {
    expect(readSettings({ STORIES_DIR: '', DISCORD_TOKEN: '' })).toEqual(readSettings({}));
  });

  test('knows which tokens are set, never their values', () => {
    const read = readSettings({ DISCORD_TOKEN: 'very-secret', STORIES_DIR: 'news' });
    expect(read).toMatchObject({ settings: { storiesFolder: 'news', tokensSet: ['DISCORD_TOKEN'] } });
    expect(JSON.stringify(read)).not.toContain('very-secret');
  });

  test('knows where the service listens, and whether that was said', () => {
    const read = readSettings({ BACKSTORY_HOST: '0.0.0.0', BACKSTORY_PORT: '8080' });
    expect(read).toMatchObject({ settings: { http: { host: '0.0.0.0', port: 8080, isSet: true } } });
    expect(readSettings({ BACKSTORY_PORT: 'http' })).toEqual({
      problems: ['BACKSTORY_PORT must be a port number'],
    });
  });
});
