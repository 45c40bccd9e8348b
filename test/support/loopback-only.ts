import net from 'node:net';

/**
 * No test reaches a network beyond this machine: a connection to any other host throws, so a forgotten
 * real URL fails at once instead of passing on a developer's machine and hanging elsewhere.
 */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

const connect = net.Socket.prototype.connect;
function connectToLoopback(this: net.Socket, ...args: never[]) {
  const options: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host =
    typeof options === 'object' && options !== null && 'host' in options && typeof options.host === 'string'
      ? options.host
      : 'localhost';
  if (!LOOPBACK.test(host)) throw new Error(`a test tried to connect to ${host}: tests stay on this machine`);
  return Reflect.apply(connect, this, args);
}
// This is read again for every file; a worker that runs many has it once.
if (connect.name !== connectToLoopback.name) {
  net.Socket.prototype.connect = connectToLoopback as typeof net.Socket.prototype.connect;
}
