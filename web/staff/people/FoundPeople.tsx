import type { FindPeople, LadderView, Reply } from '@pyladder/contract';
import { Notice } from '../../ui/Notice.tsx';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { RungNames } from '../RungNames.tsx';
import { t } from '../words.ts';
import styles from './FoundPeople.module.css';

export type FoundPeopleProps = { found: Reply<typeof FindPeople>; ladder: LadderView };

/** Who was found, each with what they hold and the way to their record. */
export function FoundPeople({ found: { people, more }, ladder }: FoundPeopleProps) {
  if (people.length === 0) return <p className={styles.none}>{t('people.none')}</p>;
  return (
    <>
      {more && <Notice tone="info">{t('people.more', { count: people.length })}</Notice>}
      <ul className={styles.people}>
        {people.map(({ candidateId, name, email, holds }) => (
          <li key={candidateId}>
            <div>
              <h2>
                <SiteLink to="/staff/people/$candidateId" params={{ candidateId }} preload={false}>
                  {name ?? t('person.erased')}
                </SiteLink>
              </h2>
              <p>{email ?? t('person.erased.email')}</p>
            </div>
            <code>{candidateId}</code>
            <RungNames rungs={holds} ladder={ladder} none={t('people.holdsNothing')} />
          </li>
        ))}
      </ul>
    </>
  );
}
