import type { CredentialView } from '@pyladder/contract';
import { Check, Lock, MapPin } from 'lucide-react';
import { t } from '../../messages/site.ts';
import { SiteLink } from '../SiteLink.tsx';

import type { RungStanding } from './LadderPicture.tsx';
import styles from './RungWords.module.css';
import { factsOf, gistOf } from './rungFacts.ts';
import type { RungTone } from './tones.ts';

const ICONS = { here: MapPin, passed: Check, open: null, needs: Lock };

export type RungWordsProps = {
  credential: CredentialView;
  tone: RungTone;
  standing: RungStanding | null;
  /** Short names of all rungs by id, for what is needed first. */
  shortNames: ReadonlyMap<string, string>;
  detail: 'full' | 'short';
};

/** What stands beside one rung: its name, where the reader stands, what it takes. */
export function RungWords({ credential, tone, standing, shortNames, detail }: RungWordsProps) {
  const Icon = standing === null || standing === 'shown' ? null : ICONS[standing];
  return (
    <div className={styles.rung} data-tone={tone}>
      <p className={styles.head}>
        <SiteLink
          aria-current={standing === 'shown' ? 'page' : undefined}
          to="/$credentialId"
          params={{ credentialId: credential.id }}
          className={styles.short}
        >
          {credential.short}
        </SiteLink>
        {standing !== null && standing !== 'shown' && (
          <span className={styles.standing} data-standing={standing}>
            {Icon !== null && <Icon aria-hidden="true" size={14} strokeWidth={2.5} />}
            {t(`rung.${standing}`)}
          </span>
        )}
      </p>
      {detail === 'full' && <p className={styles.name}>{gistOf(credential)}</p>}
      <p className={styles.facts}>{factsOf(credential, (id) => shortNames.get(id) ?? id)}</p>
    </div>
  );
}
