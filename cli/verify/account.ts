import type { Claims } from '@pyladder/credentials';
import { checkNames, checkSentence, resultWords } from './check-words.ts';
import { dateWords, printable } from './printable.ts';
import { isUnreadCode } from './reading.ts';
import type { Result } from './result.ts';
import { findingOf, headlineOf, meanings, reasonWords, shortWords } from './verdict-words.ts';

const WIDTH = 96;

/** Everything about one credential for somebody who has to decide: the verdict first, then what it rests on. */
export function accountOf(result: Result): string {
  const { report, source } = result;
  const unread = report.checks.find(({ code }) => isUnreadCode(code));
  if (unread !== undefined) return `${wrap(`${printable(source)} could not be read. ${checkSentence(unread)}`, '')}\n`;
  const finding = findingOf(report);
  const isBelieved = !['not_understood', 'forged', 'unknown_issuer'].includes(report.verdict);
  const parts = [
    wrap(headlineOf(result), ''),
    [
      'What was checked',
      ...report.checks.map((check) =>
        row(checkNames[check.name], `${resultWords[check.result]}. ${checkSentence(check)}`),
      ),
    ],
    report.claims === null
      ? []
      : [isBelieved ? 'What it says' : 'What it says, and nobody confirms', ...claimRows(report.claims)],
    ['What this means', wrap(meanings[finding], '  ')],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => (typeof part === 'string' ? part : part.join('\n')))
    .join('\n\n')}\n`;
}

/** One credential of many: verdict, name, and what helps to tell it from the others. */
export function lineOf({ source, report, change }: Result): string {
  const { claims, checks } = report;
  const failed = checks.find(({ result }) => result === 'failed' || result === 'unknown');
  const about =
    claims === null ? '' : [claims.achievementName ?? claims.name, claims.issuerName ?? claims.issuerId].join(', ');
  const why =
    change !== null
      ? `${dateWords(change.at)}, ${reasonWords(change.reason)}`
      : report.verdict === 'not_understood' && failed !== undefined
        ? checkSentence(failed)
        : '';
  const words = [printable(source), printable(about), why].filter((part) => part !== '').join('  ');
  return `${shortWords[findingOf(report)].padEnd(18)}${words}\n`;
}

function claimRows(claims: Claims): string[] {
  const { name, achievementName, description, criteria, issuerName, issuerId, validFrom, validUntil, id } = claims;
  const issuer = issuerName === null ? issuerId : `${issuerName} (${issuerId})`;
  const rows: [string, string | null][] = [
    ['Credential', name],
    ['Attests', achievementName === name ? null : achievementName],
    ['Description', description],
    ['Earned by', criteria],
    ['Issuer', issuer],
    ['Issued', validFrom === null ? null : dateWords(validFrom)],
    ['Valid until', validUntil === null ? null : dateWords(validUntil)],
    ['Its address', id],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : row(label, printable(value))));
}

function row(label: string, words: string): string {
  const indent = ' '.repeat(16);
  return `  ${label.padEnd(14)}${wrap(words, indent).slice(indent.length)}`;
}

/** Breaks words into lines; what has no spaces, such as an address, stays whole. */
function wrap(words: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => `${indent}${text}`).join('\n');
}
