import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile on disk, so that it can be killed and opened again as on a person's computer. */
export type Browser = {
  context: BrowserContext;
  page: Page;
  /** Closes the window and opens it again with the same profile. */
  reopen(): Promise<Page>;
  dispose(): Promise<void>;
};

/** Debian's Chromium, or the one named by CHROMIUM. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'pyladder-chromium-'));
  const open = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args,
      viewport: { width: 1280, height: 800 },
      ...options,
    });
  const context = await open();
  const browser: Browser = {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    async reopen() {
      await browser.context.close();
      browser.context = await open();
      browser.page = browser.context.pages()[0] ?? (await browser.context.newPage());
      return browser.page;
    },
    async dispose() {
      await browser.context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return browser;
}
