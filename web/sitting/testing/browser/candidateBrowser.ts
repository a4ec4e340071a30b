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
    kill: () => killGroup(running.process),
    async reopen() {
      running = await start(profile);
      candidate.context = running.context;
    },
    async dispose() {
      await candidate.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  return candidate;
}

type Running = { process: ChildProcess; browser: Browser; context: BrowserContext };

/** Starts it, and once more if it does not answer: a Chromium that has just been born now and then falls silent. */
async function start(profile: string, attempts = 3): Promise<Running> {
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    await rm(join(profile, lock), { force: true });
  }
  const child = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...ARGUMENTS, `--user-data-dir=${profile}`], {
    detached: true,
    stdio: 'ignore',
  });
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`, { timeout: 15_000 });
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('the browser has no window');
    return { process: child, browser, context };
  } catch (error) {
    await killGroup(child);
    if (attempts <= 1) throw error;
    return start(profile, attempts - 1);
  }
}

/** Ends a browser with all the processes that it has started. */
async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) throw new Error('the browser has no process');
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
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
