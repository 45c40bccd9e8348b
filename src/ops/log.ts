/**
 * Where the service tells its operator what happens. Fields carry ids, codes and counts; never a token, and
 * never what somebody asked.
 */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Says nothing: for tests and one-off commands. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
