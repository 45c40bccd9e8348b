import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/ops/settings.ts';

describe('readSettings', () => {
  test('needs none', () => {
    expect(readSettings({})).toEqual({
      settings: {
        tokensSet: [],
        http: { host: '127.0.0.1', port: 3000, isSet: false },
        opsPort: undefined,
        publicUrl: undefined,
        data: { folder: undefined, databaseUrl: undefined },
        digestCatchUp: 21_600_000,
        log: { level: undefined, questions: false, production: false },
      },
    });
  });

  test('takes an empty setting for one that is not set', () => {
    expect(readSettings({ DATABASE_URL: '', DISCORD_TOKEN: '' })).toEqual(readSettings({}));
  });

  test('knows which tokens are set, never their values', () => {
    const read = readSettings({ DISCORD_TOKEN: 'very-secret', LOG_LEVEL: 'warn' });
    expect(read).toMatchObject({ settings: { log: { level: 'warn' }, tokensSet: ['DISCORD_TOKEN'] } });
    expect(JSON.stringify(read)).not.toContain('very-secret');
  });

  test('knows where the data is to be, and shows no password', () => {
    const read = readSettings({ BACKSTORY_DATA: '/srv/news', DATABASE_URL: 'postgres://bot:secret@db/news' });
    const data = { folder: '/srv/news', databaseUrl: 'postgres://bot:secret@db/news' };
    expect(read).toMatchObject({ settings: { data } });
    const wrong = readSettings({ DATABASE_URL: 'mysql://bot:secret@db/news' });
    expect(wrong).toEqual({
      problems: [expect.stringMatching(/^DATABASE_URL must be an address such as postgres/)],
    });
    expect(JSON.stringify(wrong)).not.toContain('secret');
  });

  test('knows where the service listens, and whether that was said', () => {
    const read = readSettings({ BACKSTORY_HOST: '0.0.0.0', BACKSTORY_PORT: '8080' });
    expect(read).toMatchObject({ settings: { http: { host: '0.0.0.0', port: 8080, isSet: true } } });
  });

  test('tells everything that is wrong at once, how to mend it, and never a value', () => {
    const env = {
      BACKSTORY_HOST: 'two words',
      BACKSTORY_PORT: 'http',
      BACKSTORY_OPS_PORT: '99999',
      PUBLIC_URL: 'bot.example.org',
      LOG_LEVEL: 'loud',
      LOG_QUESTIONS: 'perhaps',
    };
    const read = readSettings(env);
    expect(read).toEqual({
      problems: [
        'BACKSTORY_HOST must have no spaces in it',
        'BACKSTORY_PORT must be a port number, such as 3000',
        'BACKSTORY_OPS_PORT must be a port number, at most 65535',
        'PUBLIC_URL must be an address that begins with https:// and has no path, such as https://bot.example.org',
        'LOG_LEVEL must be one of debug, info, warn, error',
        'LOG_QUESTIONS must be true or false',
      ],
    });
    for (const value of ['two words', '99999', 'loud', 'perhaps']) {
      expect(JSON.stringify(read)).not.toContain(value);
    }
  });

  test('keeps the two ports apart', () => {
    expect(readSettings({ BACKSTORY_PORT: '8080', BACKSTORY_OPS_PORT: '8080' })).toEqual({
      problems: ['BACKSTORY_OPS_PORT must be another port than BACKSTORY_PORT'],
    });
  });
});
