import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  '--window-size=1280,800',
];

/** A real Chromium with a profile on disk, in a process of ours, so that it can be killed as a crash would. */
export type CandidateBrowser = {
  context: BrowserContext;
  /** Opens a page and collects what goes wrong on it. */
  newPage(): Promise<Page>;
  /** Errors of pages, refusals of the content security policy included. */
  problems: string[];
  /** Ends every process of it at once. */
  kill(): Promise<void>;
  /** Opens it again with the same profile. */
  reopen(): Promise<void>;
  dispose(): Promise<void>;
};

export async function openCandidateBrowser(): Promise<CandidateBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'pyladder-chromium-'));
  const problems: string[] = [];
  let running = await start(profile);
  const candidate: CandidateBrowser = {
    context: running.context,
    problems,
    async newPage() {
      const page = await candidate.context.newPage();
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        // A dead network is what these journeys are about; everything else is a fault.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          problems.push(message.text());
        }
      });
      return page;
    },
    async kill() {
      const ended = once(running.process, 'exit');
      if (running.process.pid === undefined) throw new Error('the browser has no process');
      process.kill(-running.process.pid, 'SIGKILL');
      await ended;
    },
    async reopen() {
      running = await start(profile);
      candidate.context = running.context;
    },
    async dispose() {
      if (running.process.exitCode === null && running.process.signalCode === null) await candidate.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  return candidate;
}

type Running = { process: ChildProcess; browser: Browser; context: BrowserContext };

async function start(profile: string): Promise<Running> {
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    await rm(join(profile, lock), { force: true });
  }
  const child = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...ARGUMENTS, `--user-data-dir=${profile}`], {
    detached: true,
    stdio: 'ignore',
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no window');
  return { process: child, browser, context };
}

/** Chromium writes the port that it has chosen into its profile. */
async function portIn(file: string): Promise<number> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port) return Number(port);
    await sleep(100);
  }
  throw new Error('Chromium did not say its port within 30 s');
}
