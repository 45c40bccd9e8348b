export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where the program says what it does; pino fits. Never given a token or, unless asked for, a question's words. */
export type Log = Readonly<Record<LogLevel, (fields: object, message: string) => void>>;

const nothing = () => {};
/** Says nothing. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
