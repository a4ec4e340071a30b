import type { Result } from './result.ts';
import { codeOfReport, type VerdictCode, worstOf } from './verdict-codes.ts';
import { type Finding, findingOf, shortWords } from './verdict-words.ts';

/** Counts what many credentials came to. */
export type Tally = {
  add(result: Result): void;
  count(): number;
  /** `412 a second` so far. */
  perSecond(): number;
  /** One line for people. */
  summary(): string;
  code(): VerdictCode;
};

export function startTally(): Tally {
  const started = performance.now();
  const counts = new Map<Finding, number>();
  const codes = new Set<VerdictCode>();
  let count = 0;
  const seconds = () => Math.max(0.001, (performance.now() - started) / 1000);
  const perSecond = () => Math.round(count / seconds());
  return {
    add({ report }) {
      const finding = findingOf(report);
      counts.set(finding, (counts.get(finding) ?? 0) + 1);
      codes.add(codeOfReport(report));
      count += 1;
    },
    count: () => count,
    perSecond,
    summary() {
      const found = [...counts].map(([finding, times]) => `${times} ${shortWords[finding]}`).join(', ');
      const noun = count === 1 ? 'credential' : 'credentials';
      return `${count} ${noun} in ${seconds().toFixed(1)} s (${perSecond()} a second)${found && `: ${found}`}.\n`;
    },
    code: () => worstOf(codes),
  };
}
