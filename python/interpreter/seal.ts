const forbidden = [
  'process',
  'require',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'BroadcastChannel',
  'MessageChannel',
  'eval',
  'Function',
  'navigator',
  'localStorage',
  'indexedDB',
  'caches',
  'importScripts',
  'postMessage',
  'SharedWorker',
  'WebTransport',
  'WebSocketStream',
  'RTCPeerConnection',
  'Notification',
  'sessionStorage',
];

/**
 * Empties this thread of what JavaScript could do harm with, once the interpreter is ready. The Python
 * side has closed its own door (runner/bridge.py); whoever finds a way past it meets an empty room.
 */
export function sealJavaScript(): void {
  const kinds = [function plain() {}, async function pending() {}, function* many() {}, async function* late() {}];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind);
    Object.defineProperty(prototype, 'constructor', { value: refuseCode, configurable: false, writable: false });
  }
  // A browser keeps some of its names on what its global object inherits from.
  for (let holder: object | null = globalThis; holder !== null; holder = Object.getPrototypeOf(holder)) {
    for (const name of forbidden) Reflect.deleteProperty(holder, name);
  }
}

function refuseCode(): never {
  throw new EvalError('code cannot be made from text here');
}
