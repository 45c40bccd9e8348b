import type { Parcel } from '../../../src/chat/courier.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Encoder } from '../render/action-blocks.ts';
import { renderReply } from '../render/render-reply.ts';
import { type MessageBody, messageBody } from './message-body.ts';

/** One message ready to be sent, and what it says. */
export interface SlackParcel extends Parcel {
  readonly body: MessageBody;
}

/** A reply as the messages it is sent as where nobody waits for it; one without anything to show is none. */
export function renderParcels(reply: Reply, encoder: Encoder): readonly SlackParcel[] {
  return renderReply(reply, encoder)
    .filter(({ blocks }) => blocks.length > 0)
    .map((part) => ({ body: messageBody(part), text: part.plain }));
}
