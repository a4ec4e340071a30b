import type { WalletEntry } from '@pyladder/contract';
import { ExternalLink, Eye } from 'lucide-react';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ButtonAnchor, ButtonLink } from '../ui/SiteLink.tsx';
import styles from './Section.module.css';
import { t } from './words.ts';

/** The ways to show a credential to somebody: its address, its page, and a profile elsewhere. */
export function ShowCredential({ entry }: { entry: WalletEntry }) {
  const { id, address, addToProfile } = entry;
  return (
    <section className={styles.section}>
      <h3>{t('show.title')}</h3>
      <p className={styles.address}>
        <span>{t('show.address')}</span>
        <code>{address}</code>
      </p>
      <div className={styles.actions}>
        <CopyButton text={() => address}>{t('show.copy')}</CopyButton>
        <ButtonLink to="/credentials/$id" params={{ id }}>
          <Eye aria-hidden="true" size={18} /> {t('show.open')}
        </ButtonLink>
        <ButtonAnchor href={addToProfile} target="_blank" rel="noopener noreferrer" aria-describedby={`linkedin-${id}`}>
          <ExternalLink aria-hidden="true" size={18} /> {t('show.linkedin')}
        </ButtonAnchor>
      </div>
      <p id={`linkedin-${id}`} className={styles.note}>
        {t('show.linkedin.words')}
      </p>
    </section>
  );
}
