import type { LadderView, Record as LearnerRecord } from '@pyladder/contract';
import { Award } from 'lucide-react';
import { formatDay } from '../messages/formats.ts';
import { t } from '../messages/site.ts';
import { fillOf, toneOfRung } from '../ui/ladder/tones.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import styles from './HeldAwards.module.css';

export type HeldAwardsProps = { ladder: LadderView; holdings: LearnerRecord['holdings'] };

/** What the person holds now, highest first; nothing at all while they hold nothing. */
export function HeldAwards({ ladder, holdings }: HeldAwardsProps) {
  if (holdings.length === 0) return null;
  const count = ladder.credentials.length;
  const held = ladder.credentials
    .map((credential, place) => ({
      credential,
      place,
      since: holdings.find((one) => one.credential === credential.id)?.since,
    }))
    .filter((one) => one.since !== undefined)
    .reverse();
  return (
    <section aria-labelledby="held">
      <h2 id="held" className={styles.heading}>
        {t('held.title')}
      </h2>
      <ul className={styles.awards}>
        {held.map(({ credential, place, since }) => (
          <li key={credential.id}>
            <Award
              aria-hidden="true"
              size={32}
              strokeWidth={1.75}
              style={{ color: fillOf(toneOfRung(place, count)) }}
            />
            <div>
              <strong>{credential.short}</strong>
              <span>{credential.name}</span>
              <span>{t('held.since', { day: formatDay(since ?? '') })}</span>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.wallet}>
        <SiteLink to="/wallet">{t('held.wallet')}</SiteLink>
      </p>
    </section>
  );
}
