/** Node's own server with a body as long as a short answer and nothing else: what the machine takes of every figure. */
import { createServer } from 'node:http';
import { answerParent } from './answer-parent.ts';

const body = 'x'.repeat(1500);
const server = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.once('end', () => {
    outgoing.setHeader('content-type', 'text/plain');
    outgoing.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  answerParent(typeof address === 'object' && address ? address.port : 0);
});
