import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../adapters/slack/posting/failure.ts';

const platform = (error: string, more: object = {}) =>
  new WebAPIPlatformError({ ok: false, error, response_metadata: {}, ...more });
const system = (code: string) => Object.assign(new Error(code), { code });
const fetchFailed = (code: string) => new TypeError('fetch failed', { cause: system(code) });

describe('what a failure at Slack means', () => {
  it.each<[Error, object]>([
    [new WebAPIRateLimitedError(30), { kind: 'wait', milliseconds: 30_000 }],
    [platform('ratelimited'), { kind: 'wait' }],
    [platform('not_in_channel'), { kind: 'barred', why: { kind: 'not-in-channel' } }],
    [platform('channel_not_found'), { kind: 'barred', why: { kind: 'not-in-channel' } }],
    [platform('is_archived'), { kind: 'barred', why: { kind: 'archived' } }],
    [platform('restricted_action'), { kind: 'barred', why: { kind: 'restricted' } }],
    [
      platform('missing_scope', { needed: 'chat:write' }),
      { kind: 'barred', why: { kind: 'missing-scope', needed: 'chat:write' } },
    ],
    [platform('token_revoked'), { kind: 'dead' }],
    [platform('account_inactive'), { kind: 'dead' }],
    [platform('invalid_auth'), { kind: 'dead' }],
    [platform('msg_too_long'), { kind: 'malformed' }],
    [platform('invalid_blocks'), { kind: 'malformed' }],
    [platform('something_new'), { kind: 'malformed', reason: 'something_new' }],
    [platform('<html>502</html>'), { kind: 'uncertain', reason: 'unreadable answer' }],
    [platform('fatal_error'), { kind: 'uncertain' }],
    [platform('message_not_found'), { kind: 'gone' }],
    [new WebAPIHTTPError(503, 'Unavailable', {}, ''), { kind: 'uncertain', reason: 'HTTP 503' }],
    [new WebAPIRequestError(fetchFailed('ECONNREFUSED')), { kind: 'undone', reason: 'ECONNREFUSED' }],
    [new WebAPIRequestError(fetchFailed('ENOTFOUND')), { kind: 'undone' }],
    [new WebAPIRequestError(fetchFailed('ECONNRESET')), { kind: 'uncertain', reason: 'ECONNRESET' }],
    [new WebAPIRequestError(fetchFailed('UND_ERR_SOCKET')), { kind: 'uncertain' }],
    [
      new WebAPIRequestError(new DOMException('late', 'TimeoutError')),
      { kind: 'uncertain', reason: 'TimeoutError' },
    ],
  ])('%s', (error, meaning) => {
    expect(failureOf(error)).toMatchObject(meaning);
  });
});
