import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** The real server in a process of its own, on a data folder of its own. */
export type RunningServer = {
  url: string;
  dataDir: string;
  /** What it has printed so far (all starts). */
  output(): string;
  pid(): number;
  isRunning(): boolean;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop, waits until it has, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same data and port; resolves when it is ready. */
  start(): Promise<void>;
  waitUntilReady(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
};

/** Starts the server with a fresh database and waits until it is ready. `env` adds to its environment. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const server = runningServer({ dataDir: await makeDataFolder(), port: await freePort(), env });
  await server.start();
  return server;
}

/** Starts the server on data that are there already; `dispose` removes them. `env` adds to its environment. */
export async function startServerOn(dataDir: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const server = runningServer({ dataDir, port: await freePort(), env });
  await server.start();
  return server;
}

/** A new folder for a server's data in the system's temporary folder. */
export async function makeDataFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pyladder-test-'));
  // As root, PostgreSQL runs as another account, which has to pass through.
  await chmod(dataDir, 0o711);
  return dataDir;
}

function runningServer({
  dataDir,
  port,
  env,
}: {
  dataDir: string;
  port: number;
  env: Record<string, string>;
}): RunningServer {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let printed = '';
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;

  const server: RunningServer = {
    url,
    dataDir,
    output: () => printed,
    pid: () => {
      if (child?.pid === undefined) throw new Error('the server has not been started');
      return child.pid;
    },
    isRunning,
    async start() {
      child = spawn(process.execPath, [main], {
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: String(port),
          DATA_DIR: dataDir,
          DATABASE_URL: '',
          PUBLIC_URL: '',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const keep = (chunk: Buffer) => {
        printed += chunk.toString('utf8');
      };
      child.stdout?.on('data', keep);
      child.stderr?.on('data', keep);
      await server.waitUntilReady();
    },
    async waitUntilReady() {
      for (let attempt = 0; attempt < 3000; attempt++) {
        if (!isRunning()) throw new Error(`the server stopped before it was ready:\n${printed}`);
        if (await isReady(url)) return;
        await sleep(100);
      }
      throw new Error(`the server was not ready within five minutes:\n${printed}`);
    },
    async kill() {
      if (child === null || !isRunning()) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (child === null) return null;
      if (!isRunning()) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async dispose() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return server;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) });
    return reply.status === 200;
  } catch {
    // Not listening yet: that is what is being waited for.
    return false;
  }
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
