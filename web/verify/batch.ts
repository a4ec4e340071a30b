import { type Shade, shadeOf } from '../ui/verdict/finding.ts';
import type { Input } from './inputs.ts';
import type { Outcome } from './verifyInput.ts';

export type Entry = { place: number; input: Input; outcome: Outcome | null };

/** What a list is sorted by: the verdict with its shade, or that there is none. */
export type Heading = Shade | 'failed';

/** Everything that was asked for at once, and how far it has come. */
export type Batch = {
  entries: readonly Entry[];
  done: number;
  state: 'working' | 'done' | 'stopped';
  startedAt: number;
  endedAt: number | null;
};

export type RunningBatch = {
  current(): Batch;
  /** What is at work is given up. */
  stop(): void;
};

export type BatchSettings = {
  inputs: readonly Input[];
  verify: (input: Input) => Promise<Outcome>;
  /** How many are at work at once. */
  lanes: number;
  /** Called now and then while it goes on, and when it has ended. */
  onChange: (batch: Batch) => void;
  now: () => number;
};

/** A page is drawn anew this often at most, however many are done meanwhile. */
const REDRAW_MS = 150;

/** Verifies all of `inputs`, a few at a time and in order. */
export function startBatch({ inputs, verify, lanes, onChange, now }: BatchSettings): RunningBatch {
  const entries: Entry[] = inputs.map((input, place) => ({ place, input, outcome: null }));
  let batch: Batch = { entries, done: 0, state: 'working', startedAt: now(), endedAt: null };
  let next = 0;
  let done = 0;
  let shownAt = now();

  function show(change: Partial<Batch>): void {
    batch = { ...batch, ...change, done, entries: [...entries] };
    shownAt = now();
    onChange(batch);
  }

  async function work(): Promise<void> {
    for (let entry = entries[next++]; entry !== undefined && batch.state === 'working'; entry = entries[next++]) {
      const outcome = await verify(entry.input);
      if (batch.state !== 'working') return;
      entries[entry.place] = { ...entry, outcome };
      done += 1;
      if (now() - shownAt >= REDRAW_MS) show({});
    }
  }

  void Promise.all(Array.from({ length: Math.min(lanes, inputs.length) }, work)).then(() => {
    if (batch.state === 'working') show({ state: 'done', endedAt: now() });
  });
  return {
    current: () => batch,
    stop() {
      if (batch.state === 'working') show({ state: 'stopped', endedAt: now() });
    },
  };
}

export function headingOf(outcome: Outcome): Heading {
  return outcome.kind === 'failed' ? 'failed' : shadeOf(outcome.finding);
}

/** In the order in which they need looking at. */
const ORDER: readonly Heading[] = [
  'forged',
  'revoked',
  'suspended',
  'expired',
  'unknown_issuer',
  'not_understood',
  'failed',
  'valid-demo',
  'valid-incomplete',
  'valid',
];

/** How many came out how: what there is none of is left out. */
export function countOutcomes(entries: readonly Entry[]): { heading: Heading; count: number }[] {
  const counts = new Map<Heading, number>();
  for (const { outcome } of entries) {
    if (outcome === null) continue;
    const heading = headingOf(outcome);
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return ORDER.flatMap((heading) => {
    const count = counts.get(heading);
    return count === undefined ? [] : [{ heading, count }];
  });
}
