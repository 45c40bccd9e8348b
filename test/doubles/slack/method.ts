import type { BotToken } from './credentials.ts';
import type { DoubleState } from './double-state.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** What a method answers, `ok` included. */
export type MethodResult = { readonly ok: boolean; readonly [field: string]: unknown };

/** One method of the Web API: who may call it, which arguments it knows, what it does. */
export type Method = BotMethod | AppMethod | OpenMethod;

interface Described {
  /** Arguments besides `token` and `team_id`; Slack ignores others, this double refuses them: they are slips. */
  readonly arguments: readonly string[];
}

interface BotMethod extends Described {
  readonly auth: 'bot';
  readonly scope?: string;
  run(args: Arguments, token: BotToken, state: DoubleState): MethodResult;
}

interface AppMethod extends Described {
  readonly auth: 'app';
  run(args: Arguments, state: DoubleState): MethodResult;
}

interface OpenMethod extends Described {
  readonly auth: 'none';
  run(args: Arguments, state: DoubleState): MethodResult;
}

/** A refusal as Slack words it. */
export function refuse(error: string, messages: readonly string[] = []): MethodResult {
  return { ok: false, error, ...(messages.length > 0 && { response_metadata: { messages } }) };
}

/** The argument as text; "" when it is not there. */
export function textOf(args: Arguments, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : '';
}
