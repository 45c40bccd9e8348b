import { describe, expect, it } from 'vitest';
import { readSlackSettings } from '../../../adapters/slack/slack-settings.ts';

const TOKEN = { SLACK_BOT_TOKEN: 'xoxb-1' };
const HTTP = { SLACK_SIGNING_SECRET: 's' };
const OAUTH = {
  SLACK_CLIENT_ID: '1.1',
  SLACK_CLIENT_SECRET: 'c',
  BACKSTORY_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://bot.example.org',
};

describe("Slack's settings", () => {
  it('are off when none is set', () => {
    expect(readSlackSettings({ SLACK_BOT_TOKEN: ' ' })).toEqual({ kind: 'off' });
  });

  it.each([
    [{ ...TOKEN, SLACK_APP_TOKEN: 'xapp-1' }, 'socket', 'token'],
    [{ ...TOKEN, ...HTTP }, 'http', 'token'],
    [{ ...OAUTH, ...HTTP }, 'http', 'oauth'],
    [{ ...OAUTH, SLACK_APP_TOKEN: 'xapp-1' }, 'socket', 'oauth'],
  ])('%j', (env, transport, install) => {
    expect(readSlackSettings(env)).toMatchObject({
      kind: 'on',
      transport: { kind: transport },
      install: { kind: install },
    });
  });

  it('take another Slack than the public one', () => {
    const env = { ...TOKEN, ...HTTP, SLACK_API_URL: 'https://slack-gov.com/api' };
    expect(readSlackSettings(env)).toMatchObject({ apiUrl: 'https://slack-gov.com/api/' });
  });

  it.each<[Record<string, string>, readonly string[]]>([
    [TOKEN, ['SLACK_APP_TOKEN']],
    [HTTP, ['SLACK_BOT_TOKEN']],
    [{ ...HTTP, SLACK_BOT_TOKEN: 'xapp-1' }, ['begins with xoxb-']],
    [{ ...TOKEN, SLACK_APP_TOKEN: 'xoxb-1' }, ['begins with xapp-']],
    [{ ...HTTP, SLACK_BOT_TOKEN: 'xoxe.xoxb-1' }, ['rotation']],
    [{ ...HTTP, ...OAUTH, ...TOKEN }, ['not both']],
    [{ ...HTTP, SLACK_CLIENT_ID: '1' }, ['SLACK_CLIENT_SECRET', 'PUBLIC_URL', 'BACKSTORY_SECRET']],
    [{ ...HTTP, ...OAUTH, BACKSTORY_SECRET: 'short' }, ['32 characters']],
    [{ ...TOKEN, ...HTTP, SLACK_API_URL: 'slack.com' }, ['SLACK_API_URL']],
    [{ ...TOKEN, ...HTTP, SLACK_DIGEST_ADMINS_ONLY: 'maybe' }, ['must be true or false']],
    // Off, and wrong all the same.
    [{ SLACK_API_URL: 'slack.com' }, ['SLACK_API_URL']],
    // One that is wrong hides none of the others, nor what is missing.
    [
      { ...HTTP, ...OAUTH, SLACK_API_URL: 'slack.com', BACKSTORY_SECRET_PREVIOUS: 'abc' },
      ['SLACK_API_URL', 'SECRET_PREVIOUS'],
    ],
    [
      { SLACK_CLIENT_ID: '1', SLACK_AUTHORIZE_URL: 'x', BACKSTORY_SECRET: 'short' },
      ['SECRET must', 'AUTHORIZE', 'SIGNING_SECRET', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'],
    ],
  ])('say everything that is wrong with %j', (env, words) => {
    const read = readSlackSettings(env);
    const problems = 'problems' in read ? read.problems : [];
    expect(problems).toHaveLength(words.length);
    for (const word of words) expect(problems.join('\n')).toContain(word);
    expect(problems.join()).not.toContain('xoxb-1');
  });
});
