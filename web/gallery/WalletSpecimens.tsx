import { WalletContent } from '../wallet/WalletPage.tsx';
import { walletEntryWith } from './credentialFixtures.ts';
import { ladder } from './fixtures.ts';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const change = { at: '2026-11-21T09:00:00.000Z', reason: 'under_review' } as const;

const credentials = [
  walletEntryWith({ id: '0197a3f0-0000-7000-8000-00000000c001', shares: { name: true, profile: false } }),
  walletEntryWith({
    id: '0197a3f0-0000-7000-8000-00000000c002',
    credential: 'cepp',
    short: 'CEPP',
    name: 'Certified Expert in Python Programming',
    isDemo: true,
    hasProfile: false,
  }),
  walletEntryWith({
    id: '0197a3f0-0000-7000-8000-00000000c003',
    credential: 'pcap',
    short: 'PCAP',
    name: 'Certified Associate in Python Programming',
    standing: 'suspended',
    lastChange: change,
  }),
  walletEntryWith({
    id: '0197a3f0-0000-7000-8000-00000000c004',
    standing: 'revoked',
    lastChange: { ...change, reason: 'issued_in_error' },
    replacedBy: '0197a3f0-0000-7000-8000-00000000c001',
  }),
];

/** The wallet: empty, waiting, and with credentials in every standing. */
export function WalletSpecimens() {
  return (
    <Specimen title={t('wallet')}>
      <WalletContent ladder={ladder} wallet={{ credentials: [], pending: [] }} />
      <WalletContent ladder={ladder} wallet={{ credentials, pending: ['pcpp-32-1'] }} />
    </Specimen>
  );
}
