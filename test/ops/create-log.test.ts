import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/ops/create-log.ts';
import type { Log, LogLevel } from '../../src/ops/log.ts';
import { underNewRequestId } from '../../src/ops/request-id.ts';
import { scrubberFor } from '../../src/ops/secrets.ts';

/** Made up, in the form of the real ones; put together here so that nothing takes them for leaked ones. */
const SECRETS: Readonly<Record<string, string>> = {
  DISCORD_TOKEN: ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GaBcDe', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA'].join('.'),
  SLACK_BOT_TOKEN: `${'xoxb'}-1234567890-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx`,
  SLACK_APP_TOKEN: `${'xapp'}-1-A0123456789-1234567890123-0123456789abcdef`,
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  SLACK_CLIENT_SECRET: 'fedcba9876543210fedcba9876543210',
  BACKSTORY_SECRET: 'a secret with "quotes", spaces & signs: 0123456789',
  BACKSTORY_SECRET_PREVIOUS: 'the one before it, which was as long as this',
  DATABASE_URL: 'postgres://backstory:p%40ss-word!@db.example.org:5432/backstory',
};
const PASSWORDS = ['p%40ss-word!', 'p@ss-word!'];

async function logged(
  write: (log: Log) => void,
  options: { level?: LogLevel; readable?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  let text = '';
  const output = {
    write(line: string) {
      text += line;
      return true;
    },
  };
  const { level = 'debug', readable = false, env = SECRETS } = options;
  write(await createLog({ level, readable, scrub: scrubberFor(env), output }));
  return text;
}

function everyWay(secret: string): ((log: Log) => void)[] {
  const failure = new Error(`cannot log in with ${secret}`, { cause: new Error(secret) });
  return [
    (log) => log.info({ setting: secret }, 'settings'),
    (log) => log.warn({ deep: { list: [{ secret }] } }, 'nested'),
    (log) => log.error({ error: failure }, 'an error'),
    (log) => log.error({ reason: failure.message }, secret),
    (log) => log.debug({ [secret]: 'as a name' }, 'a name'),
    (log) => log.info({ url: `https://example.org/?x=${encodeURIComponent(secret)}` }, 'an address'),
  ];
}

describe('the log keeps secrets', () => {
  it.each(Object.entries(SECRETS))('%s, whichever way it gets in', async (_name, secret) => {
    for (const readable of [false, true]) {
      for (const write of everyWay(secret)) {
        const text = await logged(write, { readable });
        expect(text).toContain('[hidden]');
        for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
          expect(text).not.toContain(form);
        }
      }
    }
  });

  it('the password of a database, without its address', async () => {
    for (const password of PASSWORDS) {
      expect(await logged((log) => log.error({}, `no login with ${password}`))).not.toContain(password);
    }
  });

  it.each([
    SECRETS['DISCORD_TOKEN'] ?? '',
    SECRETS['SLACK_BOT_TOKEN'] ?? '',
    SECRETS['SLACK_APP_TOKEN'] ?? '',
    'postgres://someone:their-password@elsewhere/db',
    'https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIz',
    'https://hooks.slack.com/actions/T0123/1234567890/AbCdEfGhIjKl',
    'authorization: Bot abcdefghijklmnop.qrstuv',
  ])('also one that is no setting of ours: %#', async (text) => {
    const line = await logged((log) => log.info({ text }, text), { env: {} });
    const tail = text.slice(-12);
    if (!text.startsWith('postgres')) expect(line).not.toContain(tail);
    else expect(line).not.toContain('their-password');
  });

  it('and leaves what is none alone', async () => {
    const words = 'us-russia-ukraine-crisis at https://example.org/a/b?page=2, node 24.11.0, 12.5 ms';
    expect(await logged((log) => log.info({}, words))).toContain(words);
  });
});

describe('the log', () => {
  it('is a JSON object a line, with time and level', async () => {
    const text = await logged((log) => log.info({ port: 3000 }, 'running'), { env: {} });
    expect(JSON.parse(text)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      port: 3000,
      msg: 'running',
    });
  });

  it('is a line to read at a terminal', async () => {
    const text = await logged((log) => log.warn({ shard: 3 }, 'Discord: reconnecting'), { readable: true });
    expect(text).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: Discord: reconnecting {"shard":3}\n$/);
  });

  it('joins the lines of one request, across waits, and keeps two apart', async () => {
    const asking: Promise<void>[] = [];
    const lines: string[] = [];
    const output = { write: (line: string) => lines.push(line) > 0 };
    const log = await createLog({ level: 'info', readable: false, scrub: (line) => line, output });
    for (const who of ['one', 'two']) {
      const work = async () => {
        log.info({ who }, 'asked');
        await new Promise(setImmediate);
        log.info({ who }, 'sent');
      };
      asking.push(underNewRequestId(work));
    }
    await Promise.all(asking);
    const told = lines.map((line): { who: string; request: string } => JSON.parse(line));
    const idsOf = (name: string) =>
      new Set(told.filter(({ who }) => who === name).map(({ request }) => request));
    expect([idsOf('one').size, idsOf('two').size]).toEqual([1, 1]);
    expect(idsOf('one')).not.toEqual(idsOf('two'));
  });

  it('keeps of an error what it is and where it comes from, not what hangs on it', async () => {
    const error = Object.assign(new Error('refused'), { requestBody: { content: 'what somebody asked' } });
    const text = await logged((log) => log.error({ error }, 'could not be sent'));
    expect(JSON.parse(text)).toMatchObject({ error: { name: 'Error', message: 'refused' } });
    expect(text).not.toContain('what somebody asked');
  });

  it('says no more than its level', async () => {
    expect(await logged((log) => log.info({}, 'running'), { level: 'warn' })).toBe('');
  });
});
