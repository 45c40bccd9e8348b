import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import type { DoubleState } from './double-state.ts';
import type { Fault } from './faults.ts';
import { type Arguments, type Method, type MethodResult, refuse } from './method.ts';
import { otherMethods } from './other-methods.ts';
import { viewMethods } from './view-methods.ts';

const METHODS = new Map<string, Method>([
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...otherMethods,
  ['apps.connections.open', { auth: 'app', arguments: [], run: openConnection }],
]);

/** Sent by every client and known to every method. */
const COMMON = new Set(['token', 'team_id']);

/** What the wire does with one call: an answer, or a fault in its place. */
export interface Outcome {
  /** Absent when Slack never got to do it. */
  readonly result?: MethodResult;
  readonly fault?: Fault;
}

/** Does what a call asks, unless a fault comes before it, and records it. */
export function answerCall(
  method: string,
  args: Arguments,
  token: string | undefined,
  state: DoubleState,
): Outcome {
  const fault = state.faults.take(method);
  const acts = fault === undefined || ('acted' in fault && fault.acted);
  const result = acts ? callMethod(method, args, token, state) : undefined;
  const outcome = fault ? fault.kind : result?.ok ? 'ok' : String(result?.['error']);
  state.calls.push({ method, args, token, at: state.clock.now(), outcome });
  return { ...(result && { result }), ...(fault && { fault }) };
}

function callMethod(
  name: string,
  args: Arguments,
  token: string | undefined,
  state: DoubleState,
): MethodResult {
  const method = METHODS.get(name);
  if (!method) return refuse('unknown_method');
  const unknown = Object.keys(args).filter((key) => !COMMON.has(key) && !method.arguments.includes(key));
  if (unknown.length > 0) {
    return refuse('invalid_arguments', [`unknown arguments: ${unknown.join(', ')}`]);
  }
  if (method.auth === 'none') return method.run(args, state);
  if (method.auth === 'app') {
    if (!token) return refuse('not_authed');
    return state.credentials.isApp(token) ? method.run(args, state) : refuse('invalid_auth');
  }
  const bot = state.credentials.bot(token, state.clock.now());
  if ('error' in bot) return refuse(bot.error);
  if (method.scope && !bot.scopes.has(method.scope)) {
    return { ...refuse('missing_scope'), needed: method.scope, provided: [...bot.scopes].join(',') };
  }
  return method.run(args, bot, state);
}

/** The address is completed by the server, which knows its port. */
function openConnection(_args: Arguments, { tickets, app }: DoubleState): MethodResult {
  return { ok: true, url: `/link/?ticket=${tickets.issue(app.id)}&app_id=${app.id}` };
}
