import { HoldingPage } from '../holding/HoldingPage.tsx';
import { HoldingNotFound } from '../holding/HoldingRoute.tsx';
import { credentialPageWith, grantedPage, profileShared } from './credentialFixtures.ts';
import { ladder } from './fixtures.ts';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const change = { at: '2026-11-21T09:00:00.000Z', reason: 'irregularity' } as const;

const pages = [
  { key: 'private', page: credentialPageWith() },
  { key: 'shared', page: credentialPageWith({ holderName: 'Ada Lovelace', profile: profileShared }) },
  { key: 'granted', page: grantedPage },
  { key: 'demo', page: credentialPageWith({ isDemo: true }) },
  { key: 'suspended', page: credentialPageWith({ standing: 'suspended', lastChange: change }) },
  {
    key: 'revoked',
    page: credentialPageWith({ standing: 'revoked', lastChange: change, replacedBy: grantedPage.id }),
  },
  {
    key: 'expired',
    page: credentialPageWith({ issuedAt: '2023-11-20T10:42:07.000Z', expiresAt: '2024-11-20T00:00:00.000Z' }),
  },
];

/** A credential's public page, as its holder allows and wherever it stands. */
export function HoldingSpecimens() {
  return (
    <Specimen title={t('holding')}>
      {pages.map(({ key, page }) => (
        <HoldingPage key={key} page={page} ladder={ladder} />
      ))}
      <HoldingNotFound />
    </Specimen>
  );
}
