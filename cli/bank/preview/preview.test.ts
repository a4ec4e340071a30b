import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { givenClone, startCommand } from '../../testing/given-clone.ts';
import { readPageFiles } from './page-files.ts';
import { servePreview } from './preview-server.ts';
import type { PreviewSession } from './preview-session.ts';
import type { Preview } from './preview-state.ts';

/** The command starts Pythons and, the first time, builds its page: seconds, on a busy machine minutes. */
vi.setConfig({ testTimeout: 600_000 });

const template = join('packs', 'python-ladder', 'pcep', 'flow-control', 'items', 'sum-over-range.yaml');
const other = join('packs', 'python-ladder', 'pcep', 'flow-control', 'items', 'product.yaml');

/** The command as its author starts it: its page's address, and what the page is told from now on. */
async function givenPreview(clone: string, ...words: string[]) {
  const { child, finished } = startCommand(clone, 'bank', 'preview', ...words);
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await finished;
  });
  const [address = ''] = await new Promise<string[]>((settle, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('\n')) settle(printed.split('\n'));
    });
    finished.then(({ stderr }) => fail(new Error(stderr)), fail);
  });
  return { child, finished, address, changes: followChanges(address) };
}

/** Reads server-sent events until one is as it should be. */
function followChanges(address: string) {
  const told: Preview[] = [];
  let wake = () => {};
  const stopping = new AbortController();
  onTestFinished(() => stopping.abort());
  const reading = (async () => {
    const { body } = await fetch(`${address}changes`, { signal: stopping.signal });
    let text = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      told.push(...events.map((event) => JSON.parse(event.replace(/^data: /, ''))));
      wake();
    }
  })();
  // It ends when the test does, or the command.
  reading.catch(() => wake());
  return {
    async until(isMeant: (preview: Preview) => boolean): Promise<Preview> {
      for (;;) {
        const found = told.find(isMeant);
        if (found !== undefined) return found;
        await new Promise<void>((settle) => {
          wake = settle;
        });
      }
    },
  };
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

test('an author sees a template, a save of it, what is wrong with it, and that mended, without doing anything', async () => {
  const clone = givenClone();
  const { child, finished, address, changes } = await givenPreview(clone, 'pcep.flow-control.sum-over-range');
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const page = await fetch(address);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(await page.text()) ?? [];
  expect((await fetch(new URL(script, address))).headers.get('content-type')).toContain('javascript');

  const first = await changes.until(({ stage, variants }) => stage !== 'building' && variants.length > 0);
  expect(first).toMatchObject({
    file: template,
    problems: [],
    stage: 'proving',
    template: { section: 'Flow control', wanted: 3 },
  });
  expect(first.variants).toHaveLength(3);
  const [item] = first.variants[0] ?? [];
  expect(item?.options.filter(({ key }) => key)).toHaveLength(1);
  for (const id of item?.options.flatMap(({ misconceptions }) => misconceptions.flat()) ?? []) {
    expect(first.beliefs[id]?.belief).toMatch(/\w/);
  }

  const proven = await changes.until(({ stage }) => stage === 'done');
  const versions = proven.variants[0]?.[0]?.proof.runs.map(({ python }) => python);
  expect(new Set(versions)).toEqual(new Set(['3.11', '3.12', '3.13', '3.14']));
  expect(
    proven.variants
      .flat()
      .flatMap(({ options }) => options)
      .some(({ parting }) => parting !== undefined),
  ).toBe(true);

  const file = join(clone, template);
  edit(file, 'total', 'amount');
  const second = await changes.until(({ stage, variants }) => stage !== 'building' && saysAll(variants, 'amount'));
  expect(second.problems).toEqual([]);

  edit(file, 'difficulty: 0.7', 'difficulty: 7');
  const faulty = await changes.until(({ stage, problems }) => stage !== 'building' && problems.length > 0);
  expect(faulty.problems[0]).toMatchObject({ file: template, text: 'difficulty: 7' });
  expect(faulty.problems[0]?.remedy).toMatch(/0\.40? to 0\.95/);

  edit(file, 'difficulty: 7', 'difficulty: 0.6');
  const mended = await changes.until(({ variants }) => variants[0]?.[0]?.difficulty === 0.6);
  expect(mended.problems).toEqual([]);

  child.kill('SIGINT');
  expect(await finished).toMatchObject({ code: 0, stdout: `${address}\n` });
});

function saysAll(variants: Preview['variants'], word: string): boolean {
  return variants.length > 0 && variants.flat().every(({ code }) => code.includes(word));
}

test('without a template that one is shown which was saved last, and then whichever is saved', async () => {
  const clone = givenClone();
  const longAgo = new Date(0);
  utimesSync(join(clone, other), longAgo, longAgo);
  const { changes } = await givenPreview(clone);
  await changes.until(({ file, stage }) => file === template && stage !== 'building');
  edit(join(clone, other), 'total', 'sum_of_all');
  const next = await changes.until(({ file, stage }) => file === other && stage !== 'building');
  expect(saysAll(next.variants, 'sum_of_all')).toBe(true);
});

test('a template that does not exist, and a port that is taken, are said in a line', async () => {
  const clone = givenClone();
  const absent = await startCommand(clone, 'bank', 'preview', 'pcep.flow-control.sum-over-rang').finished;
  expect(absent).toMatchObject({ code: 2, stdout: '' });
  expect(absent.stderr).toContain('Did you mean pcep.flow-control.sum-over-range?');
  const { server } = await givenServer();
  const port = new URL(server.address).port;
  const words = ['bank', 'preview', 'pcep.flow-control.sum-over-range', '--port', port];
  const taken = await startCommand(clone, ...words).finished;
  expect(taken).toMatchObject({ code: 2, stdout: '' });
  expect(taken.stderr).toContain(`Port ${port} cannot be had.`);
});

/** A server over a page of one file, beside which lies one that is no part of it. */
async function givenServer() {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-preview-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A page</title>');
  writeFileSync(join(folder, 'secret.pem'), 'a key');
  const listeners = new Set<(preview: Preview) => void>();
  const session: PreviewSession = {
    show: async () => undefined,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    end: () => undefined,
  };
  const server = await servePreview({ page: readPageFiles(folder), session, port: 0 });
  onTestFinished(() => server.close());
  return { server, listeners };
}

/** The status of an answer to a request that browsers do not send so. */
function ask(address: string, path: string, { host, method = 'GET' }: { host?: string; method?: string } = {}) {
  return new Promise<number | undefined>((settle, fail) => {
    const { port } = new URL(address);
    request({ host: '127.0.0.1', port, path, method, headers: host === undefined ? {} : { host } }, (response) => {
      response.resume();
      settle(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}

test('only the files of the page are served, and only to who asks this machine by its own name', async () => {
  const { server } = await givenServer();
  expect(await ask(server.address, '/')).toBe(200);
  for (const path of ['/secret.pem', '/../../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd']) {
    expect(await ask(server.address, path), path).toBe(404);
  }
  expect(await ask(server.address, '/', { host: 'evil.example' })).toBe(421);
  expect(await ask(server.address, '/changes', { host: 'evil.example' })).toBe(421);
  expect(await ask(server.address, '/', { method: 'POST' })).toBe(405);
});

test('a page that is closed is told nothing more', async () => {
  const { server, listeners } = await givenServer();
  const closing = new AbortController();
  await fetch(`${server.address}changes`, { signal: closing.signal });
  expect(listeners.size).toBe(1);
  closing.abort();
  await vi.waitFor(() => expect(listeners.size).toBe(0));
});
