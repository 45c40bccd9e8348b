import { checkView } from './check-blocks.ts';
import type { BotToken } from './credentials.ts';
import type { DoubleState } from './double-state.ts';
import { type Arguments, type Method, type MethodResult, refuse, textOf } from './method.ts';

/** docs.slack.dev/reference/methods/views.*: modals by trigger, the App Home by user. */
export const viewMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['views.open', { auth: 'bot', arguments: ['trigger_id', 'view'], run: open }],
  ['views.update', { auth: 'bot', arguments: ['view_id', 'view', 'hash'], run: update }],
  ['views.publish', { auth: 'bot', arguments: ['user_id', 'view', 'hash'], run: publish }],
]);

const TRIGGER_ERRORS = {
  unknown: 'invalid_trigger_id',
  used: 'exchanged_trigger_id',
  expired: 'expired_trigger_id',
} as const;

function open(args: Arguments, _token: BotToken, state: DoubleState): MethodResult {
  const checked = checkView(args['view']);
  if ('error' in checked) return refuse(checked.error, checked.messages);
  if (checked.view.type !== 'modal') return refuse('invalid_arguments', ['views.open takes a modal']);
  const used = state.triggers.use(textOf(args, 'trigger_id'));
  if ('refused' in used) return refuse(TRIGGER_ERRORS[used.refused]);
  const id = state.workspace.id('V');
  const hash = state.workspace.stamp();
  state.workspace.modals.set(id, { user: used.meaning.user, view: checked.view, hash });
  return { ok: true, view: { ...checked.view, id, hash } };
}

function update(args: Arguments, _token: BotToken, { workspace }: DoubleState): MethodResult {
  const checked = checkView(args['view']);
  if ('error' in checked) return refuse(checked.error, checked.messages);
  const id = textOf(args, 'view_id');
  const shown = workspace.modals.get(id);
  if (!shown) return refuse('not_found');
  const hash = textOf(args, 'hash');
  if (hash !== '' && hash !== shown.hash) return refuse('hash_conflict');
  shown.view = checked.view;
  shown.hash = workspace.stamp();
  return { ok: true, view: { ...shown.view, id, hash: shown.hash } };
}

function publish(args: Arguments, token: BotToken, { workspace }: DoubleState): MethodResult {
  const checked = checkView(args['view']);
  if ('error' in checked) return refuse(checked.error, checked.messages);
  if (checked.view.type !== 'home') return refuse('invalid_arguments', ['views.publish takes a home view']);
  const user = workspace.users.get(textOf(args, 'user_id'));
  if (!user || (token.team !== '' && user.team !== token.team)) return refuse('user_not_found');
  workspace.homes.set(user.id, checked.view);
  return { ok: true, view: { ...checked.view, id: `home-${user.id}`, hash: workspace.stamp() } };
}
