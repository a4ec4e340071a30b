import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditEntryWith, auditPage } from '../../gallery/staffFixtures.ts';
import catalogue from '../../messages/audit.en.json' with { type: 'json' };
import { describeEntry, nameAction } from './entryWords.ts';

const shortOf = (rung: string) => rung.toUpperCase();

test('entries are told in sentences, with who did it and why', () => {
  expect(auditPage.entries.map((entry) => describeEntry(entry, shortOf))).toEqual([
    'Edsger Admin revoked an award of PCAP: irregularities in the exam.',
    'The product itself issued a credential of CEPP.',
    'The product itself scored an exam: 34 of 40, passed.',
    'Somebody who has since been erased gave 10 minutes more in an exam.',
    'The product itself: something_newer',
  ]);
});

test('an action that this page does not know, or whose details have changed, is shown by its word', () => {
  const strange = auditEntryWith({ detail: { credential: 7 } });
  expect(describeEntry(strange, shortOf)).toBe('Edsger Admin: award_revoked');
  expect(nameAction('toString')).toBe('toString');
  expect(nameAction('award_revoked')).toBe('Award revoked');
});

test('whatever stands in an entry, the page can be read', () => {
  const actions = Object.keys(catalogue).flatMap((id) => (id.startsWith('did.') ? [id.slice(4)] : []));
  const entries = fc.record({
    action: fc.oneof(fc.constantFrom(...actions, '__proto__', 'constructor'), fc.string()),
    actorName: fc.option(fc.string()),
    detail: fc.dictionary(
      fc.oneof(
        fc.constantFrom('credential', 'points', 'max', 'passed', 'publicReason', 'seconds', 'found'),
        fc.string(),
      ),
      fc.anything(),
    ),
  });
  fc.assert(fc.property(entries, (entry) => describeEntry(auditEntryWith(entry), shortOf) !== ''));
});
