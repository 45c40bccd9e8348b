import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import { checkBody } from './check-body.ts';
import type { Fault, Faults } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Discord, RestAnswer, Route } from './rest-route.ts';
import { accountRoutes } from './routes-account.ts';
import { commandRoutes } from './routes-commands.ts';
import { interactionRoutes } from './routes-interactions.ts';
import { messageRoutes } from './routes-messages.ts';

/** One request as it came, and how it was answered; 0 when no answer was given. */
export interface RestRecord {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  status: number;
  /** What of the body Discord would refuse. */
  issues: readonly string[];
}

export interface RestSettings {
  readonly token: string;
  readonly faults: Faults;
  readonly limits: RateLimits;
  /** Called with each record as the request arrives. */
  readonly record: (record: RestRecord) => void;
}

const ROUTES: readonly Route[] = [...accountRoutes, ...commandRoutes, ...messageRoutes, ...interactionRoutes];
const BASE = '/api/v10';

/** Answers one request as Discord's REST API would, faults included. */
export async function serveRest(
  request: IncomingMessage,
  response: ServerResponse,
  discord: Discord,
  settings: RestSettings,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://double');
  const path = decodeURIComponent(url.pathname).replace(BASE, '');
  const record: RestRecord = {
    at: Date.now(),
    method: request.method ?? 'GET',
    path,
    body: parseBody(await readText(request), request.headers['content-type'] ?? ''),
    status: 0,
    issues: [],
  };
  settings.record(record);
  const fault = settings.faults.take(`${record.method} ${path}`);
  if (fault?.kind === 'slow') await sleep(fault.ms);
  if (fault && showsBefore(fault)) {
    record.status = applyFault(fault, request, response);
    return;
  }
  const limited = settings.limits.refuse(record.method, path);
  if (limited) return send(response, record, limited.answer, limited.headers);
  const answer = answerTo(record, url.searchParams, request.headers.authorization, discord, settings);
  if (fault && 'when' in fault) {
    record.status = applyFault(fault, request, response);
    return;
  }
  send(response, record, answer, settings.limits.headers(record.method, path));
}

function answerTo(
  record: RestRecord,
  query: URLSearchParams,
  authorization: string | undefined,
  discord: Discord,
  settings: RestSettings,
): RestAnswer {
  try {
    const { route, params } = routeOf(record.method, record.path);
    if (!route.open && authorization !== `Bot ${settings.token}`) {
      throw new ApiError(401, 0, '401: Unauthorized');
    }
    const { body } = record;
    const kind = typeof route.kind === 'function' ? route.kind(body) : route.kind;
    if (kind !== undefined) checkBody(kind, body);
    return route.handle({ params, query, body }, discord);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    record.issues = error.issues;
    return errorAnswer(error);
  }
}

function errorAnswer({ status, code, message, issues }: ApiError): RestAnswer {
  const errors = { _errors: issues.map((issue) => ({ code: 'BASE_TYPE_INVALID', message: issue })) };
  return { status, body: { code, message, ...(issues.length > 0 && { errors }) } };
}

function routeOf(method: string, path: string): { route: Route; params: string[] } {
  const parts = path.split('/');
  for (const route of ROUTES) {
    const pattern = route.pattern.split('/');
    if (route.method !== method || pattern.length !== parts.length) continue;
    if (pattern.every((part, index) => part === ':' || part === parts[index])) {
      return { route, params: parts.filter((_, index) => pattern[index] === ':') };
    }
  }
  throw new ApiError(404, 0, '404: Not Found');
}

function showsBefore(fault: Fault): boolean {
  return (
    fault.kind === 'rate-limit' || fault.kind === 'refuse' || ('when' in fault && fault.when === 'before')
  );
}

/** @returns the status the client sees; 0 when it sees none */
function applyFault(fault: Fault, request: IncomingMessage, response: ServerResponse): number {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>upstream trouble</html>');
      return fault.status;
    case 'refuse':
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: fault.code, message: fault.message }));
      return fault.status;
    case 'rate-limit': {
      const global = fault.scope === 'global';
      response.writeHead(429, {
        'content-type': 'application/json',
        'retry-after': String(Math.ceil(fault.retryAfter)),
        'x-ratelimit-scope': fault.scope,
        'x-ratelimit-reset-after': String(fault.retryAfter),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-limit': '5',
        ...(global && { 'x-ratelimit-global': 'true' }),
      });
      response.end(
        JSON.stringify({ message: 'You are being rate limited.', retry_after: fault.retryAfter, global }),
      );
      return 429;
    }
    case 'reset':
      request.socket.resetAndDestroy();
      return 0;
    case 'hang':
    case 'slow':
      return 0;
    default:
      return fault satisfies never;
  }
}

function send(
  response: ServerResponse,
  record: RestRecord,
  answer: RestAnswer,
  headers: Readonly<Record<string, string>>,
): void {
  record.status = answer.status;
  if (answer.body === undefined) response.writeHead(answer.status, headers).end();
  else {
    response.writeHead(answer.status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(answer.body));
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON as it is; of a multipart body, its `payload_json`. */
function parseBody(text: string, type: string): unknown {
  if (text === '') return undefined;
  const json = type.startsWith('multipart/')
    ? (/name="payload_json"[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n([^\r\n]*)/.exec(text)?.[1] ?? '{}')
    : text;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
