import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall, type Outcome } from './answer-call.ts';
import type { DoubleState } from './double-state.ts';
import type { Arguments } from './method.ts';
import { consent } from './oauth.ts';
import { useResponseUrl } from './response-url.ts';

/** Sent as JSON inside a form, as Slack's clients do. */
const STRUCTURED = new Set(['blocks', 'view', 'metadata']);

/** Slack's HTTP side: `/api/<method>`, `/response/<key>` and the OAuth consent page. Not listening yet. */
export function createWebServer(
  state: DoubleState,
  who: () => { team: string; user: string; enterprise?: string },
): Server {
  return createServer((request, response) => {
    void serve(request, response, state, who).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  state: DoubleState,
  who: () => { team: string; user: string; enterprise?: string },
): Promise<void> {
  const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, room, ...rest] = address.pathname.split('/');
  const name = rest.join('/');
  if (room === 'oauth') {
    const back = consent(address.searchParams, who(), state);
    if (typeof back === 'string') response.writeHead(302, { location: back }).end();
    else response.writeHead(400).end(back.error);
    return;
  }
  const body = await readBody(request);
  if (room === 'api') {
    const args = readForm(body);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const outcome = answerCall(name, args, token, state);
    const bot = state.credentials.bot(token, state.clock.now());
    if (!('error' in bot)) response.setHeader('x-oauth-scopes', [...bot.scopes].join(','));
    respond(response, completeAddress(outcome, address.host), 200);
  } else if (room === 'response') {
    const args: Arguments = JSON.parse(body);
    const fault = state.faults.take('response_url');
    const acts = fault === undefined || ('acted' in fault && fault.acted);
    const result = acts ? useResponseUrl(name, args, state) : undefined;
    const outcome = fault ? fault.kind : result?.ok ? 'ok' : String(result?.['error']);
    state.calls.push({
      method: 'response_url',
      args,
      token: undefined,
      at: state.clock.now(),
      key: name,
      outcome,
    });
    respond(
      response,
      { ...(result && { result }), ...(fault && { fault }) },
      statusOfRefusal(result?.['error']),
    );
  } else {
    response.writeHead(404).end();
  }
}

/** Slack's response_url answers a refusal with a status, unlike its methods. */
function statusOfRefusal(error: unknown): number {
  if (error === undefined) return 200;
  return error === 'used_url' || error === 'expired_url' ? 404 : 400;
}

function respond(response: ServerResponse, { result, fault }: Outcome, status: number): void {
  switch (fault?.kind) {
    case 'rate-limited':
      response.writeHead(429, { 'retry-after': String(fault.retryAfter) }).end('{"ok":false}');
      return;
    case 'status':
      response.writeHead(fault.status).end('upstream error');
      return;
    case 'platform':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: fault.error }));
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    default:
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }
}

function completeAddress(outcome: Outcome, host: string): Outcome {
  const path = outcome.result?.['url'];
  if (!outcome.result || typeof path !== 'string' || !path.startsWith('/')) return outcome;
  return { ...outcome, result: { ...outcome.result, url: `ws://${host}${path}` } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function readForm(body: string): Arguments {
  const args: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(body)) {
    if (STRUCTURED.has(key)) args[key] = JSON.parse(value);
    else args[key] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return args;
}
