import { verifyMany } from '@pyladder/credentials/node';
import { abortOnInterrupt, exitCodes } from '../run-command.ts';
import { accountOf, lineOf } from './account.ts';
import { openProgressLine } from './progress-line.ts';
import { fetchChange } from './published-change.ts';
import { readSource } from './reading.ts';
import { jsonOf, type Result, unreadResult } from './result.ts';
import { findSources, nameOf, type Source } from './sources.ts';
import { openStatusLists } from './status-lists.ts';
import { startTally } from './tally.ts';
import { type ChosenTrust, loadTrust } from './trust-options.ts';

export type VerifyOptions = {
  json: boolean;
  trust: string[];
  status: string[];
  list: string | null;
  offline: boolean;
  now: Date;
};

/** Verifies what was named and tells what came of it; the exit code says the same. @throws UserError */
export async function verifyCredentials(words: string[], options: VerifyOptions): Promise<void> {
  const { sources, isOne } = findSources(words, options.list);
  const { signal, release } = abortOnInterrupt();
  try {
    const trust = await loadTrust(options.trust, { offline: options.offline, signal });
    for (const complaint of trust.complaints) process.stderr.write(`${complaint}\n`);
    const results = verifySources(sources, trust, { ...options, isOne, signal });
    if (isOne) await tellOne(results, options, trust);
    else await tellMany(results, sources.length, options);
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('Interrupted; the rest was not verified.\n');
    process.exitCode = exitCodes.interrupted;
  } finally {
    release();
  }
}

type Verifying = VerifyOptions & { isOne: boolean; signal: AbortSignal };

async function* verifySources(
  sources: readonly Source[],
  { issuers, origins }: ChosenTrust,
  { offline, status: files, now, isOne, signal }: Verifying,
): AsyncGenerator<Result> {
  const status = openStatusLists({ files, offline, origins, signal });
  const reach = { offline, origins, signal };
  const terms = { trusted: issuers, status, now, signal, ...(isOne && { threads: 1 }) };
  for await (const outcome of verifyMany(sources, (source) => readSource(source, reach), terms)) {
    const { source } = outcome;
    if ('unread' in outcome) {
      yield unreadResult(source, outcome.unread);
      continue;
    }
    const { report } = outcome;
    const isWithdrawn = report.verdict === 'revoked' || report.verdict === 'suspended';
    // Of many, nobody's site is asked so often.
    const asks = isOne && !offline && isWithdrawn && report.claims !== null;
    const change = asks && report.claims !== null ? await fetchChange(report.claims, { origins, signal }) : null;
    yield { source: nameOf(source), report, change };
  }
}

async function tellOne(
  results: AsyncGenerator<Result>,
  { json, now }: VerifyOptions,
  trust: ChosenTrust,
): Promise<void> {
  const tally = startTally();
  for await (const result of results) {
    tally.add(result);
    if (json) process.stdout.write(`${JSON.stringify(jsonOf(result, now), null, 2)}\n`);
    else process.stdout.write(accountOf(result) + adviceOn(result, trust));
  }
  process.exitCode = tally.code();
}

/** What to write to be told more. */
function adviceOn({ report }: Result, { issuers, unheard }: ChosenTrust): string {
  if (report.verdict !== 'unknown_issuer') return '';
  if (unheard.includes(report.claims?.issuerId ?? '')) {
    return '\nYou trust this issuer, but its keys could not be had: try again later, or name a file with them.\n';
  }
  const nobody = issuers.length === 0 ? 'Nobody is trusted yet. ' : '';
  const issuer = nameToTrust(report.claims?.issuerId ?? '');
  const advice =
    issuer === null
      ? 'For example: --trust did:web:exams.example.org'
      : `If this issuer is whom you mean: --trust ${issuer}`;
  return `\n${nobody}${advice}\n`;
}

/** How an issuer is named to be trusted; a demo on this machine has no certificate, so it is asked by http. */
function nameToTrust(issuerId: string): string | null {
  const demo = /^did:web:(127\.0\.0\.1|localhost)%3A(\d+)$/.exec(issuerId);
  if (demo !== null) return `http://${demo[1]}:${demo[2]}`;
  return /^did:(web|key):[\w.%:-]+$/.test(issuerId) ? issuerId : null;
}

async function tellMany(results: AsyncGenerator<Result>, total: number, { json, now }: VerifyOptions): Promise<void> {
  const tally = startTally();
  const progress = openProgressLine(tally, total);
  try {
    for await (const result of results) {
      tally.add(result);
      progress.clear();
      process.stdout.write(json ? `${JSON.stringify(jsonOf(result, now))}\n` : lineOf(result));
      progress.show();
    }
    process.exitCode = tally.code();
  } finally {
    progress.clear();
    (json ? process.stderr : process.stdout).write(tally.summary());
  }
}
