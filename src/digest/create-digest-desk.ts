import type { DigestDesk, DigestRequest } from '../chat/digest-desk.ts';
import type { Reply } from '../chat/reply.ts';
import { remark } from '../chat/social-reply.ts';
import { forgetChannel, forgetPerson, forgetWorkspace } from '../store/forget.ts';
import { change } from './desk/change.ts';
import { shortLabel } from './desk/describe.ts';
import type { DeskParts, Visit } from './desk/desk-parts.ts';
import { form } from './desk/form.ts';
import { list } from './desk/list.ts';
import { manage } from './desk/manage.ts';
import { preview } from './desk/preview.ts';
import { subscribe } from './desk/subscribe.ts';
import { why } from './desk/why.ts';
import { createDigestPreviews } from './digest-previews.ts';
import { completeZones } from './reading/read-zone.ts';

/** Autocompletion shows no more on any platform. */
const MOST_COMPLETIONS = 25;

/** The digests' door for adapters, over these subscriptions and stories. */
export function createDigestDesk(parts: DeskParts): DigestDesk {
  const { subscriptions, sources } = parts;
  const orElse = async <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await work;
    } catch (fault) {
      parts.onFault?.(fault);
      return otherwise;
    }
  };
  return {
    handle: (request) => orElse(handle(parts, request), remark('sorry', [])),
    form: (visit, purpose) => orElse(form(parts, visit, purpose), { refusal: remark('sorry', []) }),
    summaries: ({ destination }) =>
      orElse(
        subscriptions.at(destination).then((here) =>
          here.map((subscription) => ({
            id: subscription.id,
            label: shortLabel(sources.stories, subscription),
          })),
        ),
        [],
      ),
    zones: (prefix, at) => completeZones(prefix, at, MOST_COMPLETIONS),
    forget: (gone) => orElse(forget(parts, gone), undefined),
  };
}

async function forget(
  { store }: DeskParts,
  { platform, workspace = '', channel, person }: Parameters<DigestDesk['forget']>[0],
): Promise<void> {
  if (platform !== 'discord' && platform !== 'slack') return;
  if (person !== undefined) await forgetPerson(store, { platform, workspace, user: person }, '');
  else if (channel !== undefined) {
    await forgetChannel(store, { platform, workspace, kind: 'channel', id: channel });
  } else await forgetWorkspace(store, platform, workspace);
}

async function handle(parts: DeskParts, { asker, intent, place, find, at }: DigestRequest): Promise<Reply> {
  if (place === undefined) {
    return createDigestPreviews(parts.sources).handle({ asker, intent, at });
  }
  const visit: Visit = { asker, place, find, at };
  switch (intent.kind) {
    case 'subscribe':
      return subscribe(parts, visit, intent.choices);
    case 'list':
      return list(parts, visit);
    case 'change':
      return change(parts, visit, intent);
    case 'preview':
      return preview(parts, visit, intent);
    case 'why':
      return why(parts, visit, intent.subscription);
    case 'pause':
    case 'resume':
    case 'remove':
    case 'now':
      return manage(parts, visit, intent.kind, intent.subscription);
    default:
      return intent satisfies never;
  }
}
