import { WebAPIPlatformError } from '@slack/web-api';
import { type AdapterState, StartFailure } from '../../src/chat/adapter.ts';
import type { Log } from '../../src/ops/log.ts';
import type { Authorizer } from './install/authorizer.ts';
import { failureOf } from './posting/failure.ts';
import { SCOPES } from './scopes.ts';

/** Before Slack is asked again who the token is for: milliseconds. */
const AGAIN = 15_000;

/** What is known of the token, apart from how requests come in. */
export class SlackHealth {
  #trouble: AdapterState | undefined;
  #again: NodeJS.Timeout | undefined;
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** What is wrong, if anything is. */
  get trouble(): AdapterState | undefined {
    return this.#trouble;
  }

  /**
   * Asks Slack who the one token is for, and goes on asking while Slack cannot be reached.
   * @throws {StartFailure} when the token is no good
   */
  async checkToken(authorizer: Authorizer): Promise<void> {
    try {
      const { scopes } = await authorizer.authorize({
        teamId: undefined,
        enterpriseId: '',
        isEnterpriseInstall: true,
      });
      this.#trouble = undefined;
      this.#compareScopes(Array.isArray(scopes) ? scopes : undefined);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'dead' || error instanceof WebAPIPlatformError) {
        const code = 'reason' in failure ? failure.reason : failure.kind;
        throw new StartFailure(
          `Slack refuses SLACK_BOT_TOKEN (${code}): copy the bot token from the app's page "OAuth & Permissions"`,
        );
      }
      this.#trouble = { kind: 'degraded', reason: 'Slack cannot be reached; trying again' };
      this.#log.warn({ ...failure }, 'Slack cannot be reached; trying again');
      this.#again = setTimeout(() => void this.#recheck(authorizer), AGAIN);
      this.#again.unref();
    }
  }

  /** The token, or the app itself, was taken away. */
  die(reason: string): void {
    this.#trouble = { kind: 'failed', reason };
    this.#log.error({ reason }, 'Slack works no more');
  }

  stop(): void {
    clearTimeout(this.#again);
  }

  async #recheck(authorizer: Authorizer): Promise<void> {
    try {
      await this.checkToken(authorizer);
    } catch (error) {
      this.die(error instanceof Error ? error.message : String(error));
    }
  }

  #compareScopes(granted: readonly unknown[] | undefined): void {
    if (granted === undefined) return;
    const missing = SCOPES.filter((scope) => !granted.includes(scope));
    if (missing.length > 0) {
      this.#log.warn({ missing }, 'the Slack app lacks scopes; add them on its page and install it again');
    }
  }
}
