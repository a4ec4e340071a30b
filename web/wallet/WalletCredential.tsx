import type { WalletEntry } from '@pyladder/contract';
import { FlaskConical } from 'lucide-react';
import { inkOf, type RungTone } from '../ui/ladder/tones.ts';
import { Notice } from '../ui/Notice.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { BadgePicture } from '../ui/standing/BadgePicture.tsx';
import { StandingLine } from '../ui/standing/StandingLine.tsx';
import { FileList } from './FileList.tsx';
import { ShareSettings } from './ShareSettings.tsx';
import { ShowCredential } from './ShowCredential.tsx';
import styles from './WalletCredential.module.css';
import { t } from './words.ts';

export type WalletCredentialProps = { entry: WalletEntry; tone: RungTone };

/** One credential in its holder's hands: where it stands, who may see what, and its files. */
export function WalletCredential({ entry, tone }: WalletCredentialProps) {
  const { id, short, name, issuerName, standing, isDemo, replacedBy } = entry;
  const isRevoked = standing === 'revoked';
  return (
    <article className={styles.credential} aria-labelledby={`name-${id}`}>
      <BadgePicture short={short} tone={tone} address={isRevoked ? null : `/credentials/${id}.svg`} size="small" />
      <div className={styles.facts}>
        <header className={styles.header}>
          <p className={styles.short} style={{ color: inkOf(tone) }}>
            {short}
          </p>
          <h2 id={`name-${id}`}>{name}</h2>
          <StandingLine facts={entry} />
          <p className={styles.issuer}>{t('issuer', { issuer: issuerName })}</p>
          {isDemo && (
            <p className={styles.demo}>
              <FlaskConical aria-hidden="true" size={20} /> {t('demo')}
            </p>
          )}
        </header>
        {standing !== 'standing' && <Notice tone="wrong">{t(`withdrawn.${standing}`)}</Notice>}
        {replacedBy !== null && (
          <p>
            {t('replaced')}{' '}
            <SiteLink to="/credentials/$id" params={{ id: replacedBy }}>
              {t('replaced.link')}
            </SiteLink>
          </p>
        )}
        <div className={styles.pair}>
          {!isRevoked && <ShowCredential entry={entry} />}
          <ShareSettings entry={entry} />
        </div>
        <FileList id={id} short={short} isRevoked={isRevoked} />
      </div>
    </article>
  );
}
