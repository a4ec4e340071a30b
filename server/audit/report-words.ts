import type { AuditFault } from '@pyladder/exam';
import { type AuditReport, isIntact } from './verification.ts';

/**
 * A report in words for the person who asked for the check, a line each.
 *
 * @param keysFile with the keys that alone were believed; null: those that the log brought along were
 */
export function describeReport(report: AuditReport, keysFile: string | null): string[] {
  return [
    ...(isIntact(report) ? describeIntact(report) : describeBroken(report)),
    ...describeExpected(report),
    ...describeUnsealed(report),
    ...describeHead(report),
    ...report.keys.map(({ kid, seals }) => `Signed by the key ${kid}: ${count(seals, 'seal')}.`),
    ...describeTrust(report, keysFile),
  ];
}

function describeIntact({ entries, seals, unsealed }: AuditReport): string[] {
  const newer = unsealed === 1 ? '1 entry is' : `${number(unsealed)} entries are`;
  const verify = entries === 1 ? 'verifies' : 'verify';
  return [`${count(entries, 'entry')} in ${count(seals, 'seal')} ${verify}; ${newer} newer than the last seal.`];
}

function describeBroken({ faultCount, faults }: AuditReport): string[] {
  const more = faultCount - faults.length;
  return [
    `The audit log does not verify: ${faultCount === 0 ? 'it lacks a head that was noted' : count(faultCount, 'fault')}.`,
    ...faults.map((fault) => `- ${describeFault(fault)}`),
    ...(more > 0 ? [`- and ${number(more)} more`] : []),
  ];
}

/** Where the log is not as it was sealed, and what that means. */
function describeFault(fault: AuditFault): string {
  switch (fault.code) {
    case 'entry_changed':
      return `Entry ${fault.entry} is not what seal ${fault.seal} sealed: it was changed in the database afterwards.`;
    case 'entry_removed':
      return `Entry ${fault.entry}, which seal ${fault.seal} covers, is gone: it was removed from the database.`;
    case 'entry_added':
      return `Entry ${fault.entry} was slipped into seal ${fault.seal}, which was made without it.`;
    case 'entries_replaced':
      return fault.entries === fault.found
        ? `Seal ${fault.seal} was made over other entries than those that are there now: entries and their hashes were rewritten.`
        : `Seal ${fault.seal} was made over ${count(fault.entries, 'entry')}, and there are ${number(fault.found)}: some were removed or added without a trace.`;
    case 'entry_backdated':
      return `Entry ${fault.entry} claims to be of ${fault.at}, but seal ${fault.seal} took everything until ${fault.completeUntil}: it was written later, kept from being sealed, or the database's clock was set back.`;
    case 'seal_missing':
      return `Seal ${fault.seal} is not there: it was removed.`;
    case 'seal_changed':
      return `Seal ${fault.seal} was changed: its hash is not that of its content.`;
    case 'seal_unlinked':
      return `Seal ${fault.seal} does not follow the seal before it: one of the two was replaced.`;
    case 'seal_forged':
      return `The signature of seal ${fault.seal} does not hold: it was made without the organisation's key.`;
    case 'seal_key_unknown':
      return `Seal ${fault.seal} was signed with a key that is not among those to believe.`;
  }
}

function describeExpected({ expectedHead, seals }: AuditReport): string[] {
  if (expectedHead === undefined) return [];
  if (expectedHead.seal !== null)
    return [`The head that was noted is seal ${expectedHead.seal} of ${seals}: nothing up to there was rewritten.`];
  return [
    'No seal has the head that was noted: newer seals were cut off, the log was rewritten, or an older back-up was restored.',
  ];
}

function describeUnsealed({ unsealed, oldestUnsealedAt }: AuditReport): string[] {
  if (unsealed === 0 || oldestUnsealedAt === null) return [];
  return [`The oldest entry without a seal is of ${oldestUnsealedAt}; a running server seals every ten seconds.`];
}

function describeHead({ head }: AuditReport): string[] {
  if (head === null) return ['Nothing was sealed yet.'];
  return [
    `Head: seal ${head.seal} of ${head.sealedAt}, ${head.hash}`,
    'Note the head somewhere else: seals cut off at the end are found only by --expect-head with a head noted before.',
  ];
}

/** A log made anew from its first entry to its last agrees with itself: only what was kept elsewhere tells. */
function describeTrust({ expectedHead, head }: AuditReport, keysFile: string | null): string[] {
  if (head === null || keysFile !== null || expectedHead !== undefined) return [];
  return [
    'The keys came with the log, so this does not show that nobody made it anew: check it with --keys and keys saved earlier too.',
  ];
}

function count(amount: number, one: 'entry' | 'seal' | 'fault'): string {
  if (amount === 1) return `1 ${one}`;
  return `${number(amount)} ${one === 'entry' ? 'entries' : `${one}s`}`;
}

function number(amount: number): string {
  return amount.toLocaleString('en-GB');
}
