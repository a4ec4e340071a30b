import { connect, type Socket } from 'node:net';

/** A keep-alive connection that sends one prepared request after the other: the least a client can cost. */
export type BareConnection = {
  /** Sends bytes that are one whole HTTP request, and gives the reply's status and body. */
  exchange(request: string): Promise<{ status: number; body: string }>;
  close(): void;
};

const HEADER_END = '\r\n\r\n';

/** Opens a connection. Replies must carry `content-length`, as the server's JSON does. */
export async function openBareConnection(host: string, port: number): Promise<BareConnection> {
  const socket = await new Promise<Socket>((settle, fail) => {
    const opened = connect({ host, port, noDelay: true }, () => settle(opened));
    opened.once('error', fail);
  });
  let received = '';
  let settle: ((reply: { status: number; body: string }) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received = received === '' ? chunk : received + chunk;
    const reply = readReply(received);
    if (reply === null) return;
    received = '';
    settle?.(reply);
  });
  socket.on('error', (error) => fail?.(error));
  socket.on('close', () => fail?.(new Error('the server closed the connection')));
  return {
    exchange(request) {
      return new Promise((resolve, reject) => {
        settle = resolve;
        fail = reject;
        socket.write(request, 'latin1');
      });
    },
    close: () => socket.destroy(),
  };
}

/** Null until the reply is whole. */
function readReply(text: string): { status: number; body: string } | null {
  const end = text.indexOf(HEADER_END);
  if (end === -1) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
  if (length === undefined) throw new Error(`a reply without content-length: ${text.slice(0, end)}`);
  const start = end + HEADER_END.length;
  if (text.length - start < Number(length)) return null;
  return { status: Number(text.slice(9, 12)), body: text.slice(start, start + Number(length)) };
}
