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
        'PUBLIC_URL must be an address that begins with https:// or http:// and has no path, such as https://bot.example.org',
        'LOG_LEVEL must be one of debug, info, warn, error',
        'LOG_QUESTIONS must be true or false',
      ],
    });
    for (const value of ['two words', '99999', 'loud', 'perhaps']) {
      expect(JSON.stringify(read)).not.toContain(value);
    }
  });

  test.each([
    { BACKSTORY_PORT: '8080', BACKSTORY_OPS_PORT: '8080' },
    // The port that is listened on when none is set.
    { BACKSTORY_OPS_PORT: '3000' },
  ])('keeps the two ports apart: %o', (env) => {
    expect(readSettings(env)).toEqual({
      problems: [
        'BACKSTORY_OPS_PORT must be another port than BACKSTORY_PORT, which is 3000 when it is not set',
      ],
    });
  });

  test('lets both ports be any free one', () => {
    expect(readSettings({ BACKSTORY_PORT: '0', BACKSTORY_OPS_PORT: '0' })).toMatchObject({
      settings: { opsPort: 0 },
    });
  });

  test('judges what two settings need of each other also beside another that is wrong', () => {
    const env = { BACKSTORY_PORT: '8080', BACKSTORY_OPS_PORT: '8080', LOG_LEVEL: 'loud' };
    expect(readSettings(env)).toEqual({
      problems: [
        expect.stringMatching(/^LOG_LEVEL must/),
        expect.stringMatching(/^BACKSTORY_OPS_PORT must be another/),
      ],
    });
  });

  test('takes no address with a path for PUBLIC_URL', () => {
    expect(readSettings({ PUBLIC_URL: 'https://news.example/bot' })).toEqual({
      problems: [expect.stringMatching(/^PUBLIC_URL must be .* and has no path/)],
    });
    expect(readSettings({ PUBLIC_URL: 'http://news.example/' })).toMatchObject({
      settings: { publicUrl: 'http://news.example' },
    });
  });
});
