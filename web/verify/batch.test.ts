// @vitest-environment node
import { expect, test } from 'vitest';
import { findings } from '../gallery/credentialFixtures.ts';
import { type Batch, countOutcomes, startBatch } from './batch.ts';
import type { Input } from './inputs.ts';
import { writeTable } from './table.ts';
import type { Outcome } from './verifyInput.ts';

const inputsOf = (count: number): Input[] =>
  Array.from({ length: count }, (_, place) => ({ name: `${place}.json`, source: { badge: String(place) } }));
const failed: Outcome = { kind: 'failed', code: 'offline' };

type Run = { count: number; verify: (input: Input) => Promise<Outcome>; now?: () => number };

/** Runs a list to its end on three lanes; gives what was drawn meanwhile, the end last. */
function runBatch({ count, verify, now = () => 0 }: Run): Promise<Batch[]> {
  const shown: Batch[] = [];
  return new Promise((resolve) => {
    const onChange = (batch: Batch) => {
      shown.push(batch);
      if (batch.state !== 'working') resolve(shown);
    };
    startBatch({ inputs: inputsOf(count), verify, lanes: 3, onChange, now });
  });
}

test('each of ten thousand is verified once, in its own place, and the page is drawn anew now and then only', async () => {
  const asked: string[] = [];
  let time = 0;
  const verify = async ({ name }: Input) => {
    asked.push(name);
    time += 10;
    return failed;
  };
  const shown = await runBatch({ count: 10_000, verify, now: () => time });
  const batch = shown.at(-1);
  if (batch === undefined) throw new Error('nothing was shown');
  expect([batch.done, batch.state]).toEqual([10_000, 'done']);
  expect(asked).toEqual(inputsOf(10_000).map(({ name }) => name));
  expect(batch.entries.every(({ input, outcome }, place) => input.name === `${place}.json` && outcome === failed)).toBe(
    true,
  );
  // 100 seconds of work, drawn every 150 ms.
  expect(shown.length).toBeLessThan(100_000 / 150 + 2);
});

test('no more are at work at once than there are workers', async () => {
  let atWork = 0;
  let most = 0;
  const verify = async () => {
    most = Math.max(most, ++atWork);
    await Promise.resolve();
    atWork -= 1;
    return failed;
  };
  await runBatch({ count: 50, verify });
  expect(most).toBe(3);
});

test('what comes in after a stop is not taken for a result', async () => {
  let release: (outcome: Outcome) => void = () => undefined;
  const shown: Batch[] = [];
  const running = startBatch({
    inputs: inputsOf(2),
    verify: () => new Promise((resolve) => (release = resolve)),
    lanes: 1,
    onChange: (batch) => shown.push(batch),
    now: () => 0,
  });
  running.stop();
  release(failed);
  await Promise.resolve();
  expect(shown.map(({ state }) => state)).toEqual(['stopped']);
  expect(running.current()).toMatchObject({ state: 'stopped', done: 0 });
});

const entries = findings.map(({ name, finding }, place) => ({
  place,
  input: { name, source: { badge: '' } },
  outcome: { kind: 'report' as const, finding, badge: null },
}));

test('what needs looking at is counted first', () => {
  expect(countOutcomes(entries).map(({ heading, count }) => `${heading} ${count}`)).toEqual([
    'forged 1',
    'revoked 1',
    'suspended 1',
    'expired 1',
    'unknown_issuer 1',
    'not_understood 3',
    'valid-demo 1',
    'valid-incomplete 1',
    'valid 1',
  ]);
});

test('a list copied into a spreadsheet is a table in which no stranger’s text becomes a formula', () => {
  const [first, ...rest] = entries;
  if (first?.outcome.finding.claims == null) throw new Error('the fixture has no claims');
  const { finding } = first.outcome;
  const hostile = {
    ...first,
    input: { ...first.input, name: '=HYPERLINK("https://evil.example")' },
    outcome: {
      ...first.outcome,
      finding: { ...finding, claims: { ...first.outcome.finding.claims, name: 'a\tb\nc' } },
    },
  };
  const rows = writeTable([hostile, ...rest]).split('\n');
  expect(rows).toHaveLength(entries.length + 1);
  expect(rows.every((row) => row.split('\t').length === 6)).toBe(true);
  expect(rows[1]).toContain(`'=HYPERLINK`);
  expect(rows[1]).toContain('a b c');
});
