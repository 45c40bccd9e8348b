import type { Writable } from 'node:stream';
import { destination, pino, stdTimeFunctions } from 'pino';
import type { Log, LogLevel } from './log.ts';
import { requestId } from './request-id.ts';
import type { Scrub } from './secrets.ts';

export interface LogOptions {
  readonly level: LogLevel;
  /** For people at a terminal rather than for programs. */
  readonly readable: boolean;
  /** Takes secrets out of each line: the last thing that happens to it. */
  readonly scrub: Scrub;
  /** stderr unless given, so that stdout stays what the bot says. */
  readonly output?: Pick<Writable, 'write'>;
}

/**
 * The service's log: a JSON object a line, or a line to read. What belongs to one request carries its id as
 * `request`. Of an error it keeps what it is, what it says and where it comes from, and nothing that
 * libraries hang on it: that may be a whole message of somebody's.
 */
export async function createLog({ level, readable, scrub, output }: LogOptions): Promise<Log> {
  const sink = output ?? destination({ fd: 2, sync: true });
  const write = (line: string) => void sink.write(scrub(line));
  const stream = readable ? await readableStream(write) : { write };
  const log: Log = pino(
    {
      base: null,
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ request: requestId() }),
      serializers: { err: plainError, error: plainError, fault: plainError },
    },
    stream,
  );
  return log;
}

/** pino-pretty writes into a stream; its lines go on to be scrubbed. */
async function readableStream(write: (line: string) => void): Promise<{ write(line: string): void }> {
  const { prettyFactory } = await import('pino-pretty');
  const pretty = prettyFactory({
    colorize: false,
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    errorLikeObjectKeys: [],
  });
  return { write: (line) => write(pretty(line)) };
}

function plainError(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { name, message, stack, cause } = thrown;
  return {
    name,
    message,
    ...('code' in thrown && { code: thrown.code }),
    // Where it was thrown; the message is said above.
    at: stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')),
    ...(cause !== undefined && { cause: plainError(cause) }),
  };
}
