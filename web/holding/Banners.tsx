import type { CredentialPage } from '@pyladder/contract';
import { formatDate, formatDay } from '../messages/formats.ts';
import { explainReason } from '../messages/standing.ts';
import { Notice } from '../ui/Notice.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { standingAt } from '../ui/standing/standing.ts';
import { t } from './words.ts';

/** What must be known before anything else: that a credential is withdrawn, over, or a demonstration. */
export function Banners({ page }: { page: CredentialPage }) {
  const standing = standingAt(page, new Date());
  const { lastChange, expiresAt, replacedBy } = page;
  return (
    <>
      {(standing === 'revoked' || standing === 'suspended') && (
        <Notice tone="wrong" title={t(`banner.${standing}`)}>
          <p>
            {lastChange === null
              ? t(`banner.${standing}.plain`)
              : t(`banner.${standing}.words`, {
                  day: formatDay(lastChange.at),
                  reason: explainReason(lastChange.reason),
                })}
          </p>
          {replacedBy !== null && (
            <p>
              <SiteLink to="/credentials/$id" params={{ id: replacedBy }}>
                {t('banner.replaced')}
              </SiteLink>
            </p>
          )}
        </Notice>
      )}
      {standing === 'expired' && expiresAt !== null && (
        <Notice tone="wrong" title={t('banner.expired')}>
          {t('banner.expired.words', { day: formatDate(expiresAt) })}
        </Notice>
      )}
      {page.isDemo && (
        <Notice tone="info" title={t('banner.demo')}>
          {t('banner.demo.words')}
        </Notice>
      )}
    </>
  );
}
