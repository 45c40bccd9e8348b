import type { Destination } from '../../chat/destination.ts';
import type { Subscription } from '../subscription.ts';
import type { Visit } from './desk-parts.ts';

/** Whether somebody may start a digest here (design: Manager). */
export function mayStart({ place: { standing } }: Visit, existing: readonly Subscription[]): boolean {
  return standing === 'manager' || (standing === 'member' && existing.length === 0);
}

/** Whether somebody may change, send or stop this digest. */
export function mayChange({ asker, place }: Visit, subscription: Subscription): boolean {
  if (isOwn(subscription, asker)) return true;
  if (place.standing === 'manager') return true;
  return place.standing !== 'reader' && subscription.createdBy === asker.user;
}

/** It goes to the asker's own DM: theirs wherever they speak of it. */
export function isOwn({ destination }: Subscription, { platform, user }: Visit['asker']): boolean {
  return destination.kind === 'person' && destination.platform === platform && destination.id === user;
}

export function isSamePlace(one: Destination, other: Destination): boolean {
  const { platform, workspace, kind, id } = one;
  return (
    platform === other.platform && workspace === other.workspace && kind === other.kind && id === other.id
  );
}
