import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignUp } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../app.ts';
import { openTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { createDeps, type Deps, type Ground } from '../deps.ts';
import { openJobs } from '../jobs/jobs.ts';
import { loadInstalledLadder } from '../ladder/ladder.ts';
import { readSettings, type Settings } from '../process/settings.ts';
import { newVisitor, type Visitor } from './visitor.ts';

export type TestApp = {
  app: FastifyInstance;
  deps: Deps;
  database: TestDatabase;
  /** Everything that was logged, one JSON text a line. */
  logged: string[];
  visitor: (address?: string) => Visitor;
  /** A visitor with an account of their own, signed in. */
  candidate: () => Promise<Visitor & { candidateId: string; email: string; password: string }>;
  /** The same, with a role. */
  staff: (role: 'examiner' | 'administrator') => ReturnType<TestApp['candidate']>;
  close: () => Promise<void>;
};

export type TestAppOptions = Partial<
  Pick<Ground, 'clock' | 'random' | 'ladder' | 'readingLists' | 'site' | 'renderPage'>
> & {
  settings?: Partial<Settings>;
};

/** The whole application on a migrated database of its own. Only what a test names is a stand-in. */
export async function openTestApp({ settings, ladder, ...ground }: TestAppOptions = {}): Promise<TestApp> {
  const database = await openTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'pyladder-test-'));
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const jobs = await openJobs(database.pool, log);
  const deps = await createDeps({
    site: new Map(),
    renderPage: null,
    readingLists: {},
    ...ground,
    db: database.db,
    log,
    jobs,
    settings: { ...readSettings({}), dataFolder, ...settings },
    address: settings?.publicUrl ?? 'http://127.0.0.1:4400',
    ladder: ladder ?? loadInstalledLadder(),
  });
  const app = await buildApp(deps);
  const visitor = (address?: string) => newVisitor(app, address);

  async function candidate() {
    const newcomer = visitor();
    const account = { name: 'Ada Example', email: `${randomUUID()}@example.org`, password: 'correct horse' };
    const { status, text, body } = await newcomer.call(SignUp, { body: account });
    if (status !== 200 || !body.person) throw new Error(`sign-up: ${status} ${text}`);
    return { ...newcomer, ...account, candidateId: body.person.candidateId };
  }

  return {
    app,
    deps,
    database,
    logged,
    visitor,
    candidate,
    async staff(role) {
      const person = await candidate();
      const grant = { issuer_id: deps.installation.issuerId, candidate_id: person.candidateId, role };
      await database.db.insertInto('staff_roles').values(grant).execute();
      return person;
    },
    async close() {
      await app.close();
      await jobs.stop();
      await database.close();
      await rm(dataFolder, { recursive: true });
    },
  };
}
