import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkSlack } from '../../../../adapters/slack/operator/check.ts';
import { systemClock } from '../../../../src/ops/clock.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  DEFAULT_SCOPES,
  type SlackDouble,
  startSlackDouble,
} from '../../../doubles/slack/slack-double.ts';

let double: SlackDouble;
let env: Record<string, string>;
beforeEach(async () => {
  const started = await startSlackDouble(systemClock);
  onTestFinished(() => started.stop());
  double = started;
  env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: double.apiUrl };
});
/** What doctor says of Slack, a line a finding. */
const told = async (more: Record<string, string> = {}): Promise<string> =>
  (await checkSlack({ ...env, ...more })).map(({ level, what }) => `${level}: ${what}`).join('\n');

describe('what doctor says of Slack', () => {
  it('everything is well: who the token is, its scopes, the socket, the clock', async () => {
    const all = await told();
    expect(all.split('\n').map((line) => line.split(':')[0])).toEqual(['fine', 'fine', 'fine', 'fine']);
    expect(all).toContain('@backstory in the workspace Newsroom');
    expect(all).toContain('Socket Mode is on');
    expect(all).toContain('the clock agrees');
    expect(all).not.toMatch(/xoxb-|xapp-/);
  });

  it('it is off', async () => {
    expect(await checkSlack({})).toEqual([{ level: 'fine', what: expect.stringContaining('Slack is off') }]);
  });

  it('which scopes are missing, and which are more than it needs', async () => {
    double.grant([...DEFAULT_SCOPES.filter((scope) => scope !== 'im:write'), 'channels:history']);
    const all = await told();
    expect(all).toMatch(/^warning: the Slack app lacks the scopes im:write: add them/m);
    expect(all).toMatch(/^warning: the Slack app may read channels \(channels:history\)/m);
  });

  it('the bot token is refused', async () => {
    double.state.credentials.revoke(BOT_TOKEN);
    expect(await told()).toMatch(/^problem: Slack refuses SLACK_BOT_TOKEN \(token_revoked\): copy/m);
  });

  it('the app token is refused, or lacks its scope', async () => {
    expect(await told({ SLACK_APP_TOKEN: 'xapp-other' })).toMatch(/^problem: Slack refuses SLACK_APP_TOKEN/m);
    double.state.faults.plan('apps.connections.open', {
      kind: 'platform',
      error: 'missing_scope',
      acted: false,
    });
    expect(await told()).toMatch(/^problem: SLACK_APP_TOKEN lacks the scope connections:write/m);
  });

  it('Slack cannot be reached', async () => {
    expect(await told({ SLACK_API_URL: 'http://127.0.0.1:1/api/' })).toMatch(
      /^problem: Slack could not be asked: .*port 443/m,
    );
  });

  it('every setting that cannot work', async () => {
    expect(await told({ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: '' })).toMatch(
      /^problem: SLACK_BOT_TOKEN must.*\nproblem: Slack needs SLACK_APP_TOKEN/m,
    );
  });
});
