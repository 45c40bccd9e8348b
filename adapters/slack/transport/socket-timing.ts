/** How patient the socket's watch is; milliseconds. */
export interface SocketTiming {
  /** From asking for a connection to Slack's `hello`. */
  readonly connect: number;
  /** A connection that brought nothing for so long is replaced: it may be deaf. */
  readonly silence: number;
  /** Before the second attempt to connect; doubled for each further one. */
  readonly firstPause: number;
  readonly longestPause: number;
}

/** For the real Slack. */
export const SOCKET_TIMING: SocketTiming = {
  connect: 30_000,
  silence: 15 * 60_000,
  firstPause: 1000,
  longestPause: 60_000,
};
