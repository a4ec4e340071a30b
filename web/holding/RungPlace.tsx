import type { CredentialPage, LadderView } from '@pyladder/contract';
import { LadderPicture, type RungStanding } from '../ui/ladder/LadderPicture.tsx';
import { inkOf, type RungTone, toneOfRung } from '../ui/ladder/tones.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import styles from './RungPlace.module.css';
import { t } from './words.ts';

/** The ladder with the rung of this credential marked, and those that it rests on. */
export function RungPlace({ page, ladder }: { page: CredentialPage; ladder: LadderView }) {
  const grounds = new Set(page.basis.map(({ credential }) => credential));
  const standingOf = (id: string): RungStanding | null => {
    if (id === page.credential) return 'shown';
    return grounds.has(id) ? 'passed' : null;
  };
  const count = ladder.credentials.length;
  const rungs = ladder.credentials.map((rung, place) => {
    const standing = standingOf(rung.id);
    return {
      id: rung.id,
      standing,
      words: <RungName rung={rung} tone={toneOfRung(place, count)} standing={standing} />,
    };
  });
  return <LadderPicture label={t('ladder')} rungs={rungs} size="small" />;
}

type RungNameProps = { rung: LadderView['credentials'][number]; tone: RungTone; standing: RungStanding | null };

function RungName({ rung: { id, short, name }, tone, standing }: RungNameProps) {
  return (
    <div className={styles.rung}>
      <SiteLink to="/$credentialId" params={{ credentialId: id }} style={{ color: inkOf(tone) }}>
        {short}
      </SiteLink>
      {(standing === 'shown' || standing === 'passed') && <strong>{t(`ladder.${standing}`)}</strong>}
      <span>{name}</span>
    </div>
  );
}
