import type { LadderView, PersonRecord } from '@pyladder/contract';
import { formatDay, formatList } from '../../messages/formats.ts';
import { Reference } from '../Reference.tsx';
import { RungNames } from '../RungNames.tsx';
import { t } from '../words.ts';
import styles from './PersonFacts.module.css';

/** Who this is. */
export function PersonFacts({ ladder, record }: { ladder: LadderView; record: PersonRecord }) {
  const { email, candidateId, roles, createdAt, holds, name } = record;
  return (
    <>
      {name === null && <p className={styles.erased}>{t('person.erased.words')}</p>}
      <dl className={styles.facts}>
        <div>
          <dt>{t('person.holds')}</dt>
          <dd>
            <RungNames rungs={holds} ladder={ladder} none={t('person.holdsNothing')} />
          </dd>
        </div>
        <div>
          <dt>{t('person.email')}</dt>
          <dd>{email ?? t('person.erased.email')}</dd>
        </div>
        <div>
          <dt>{t('person.roles')}</dt>
          <dd>{formatList(roles.map((role) => t(`role.${role}`)))}</dd>
        </div>
        <div>
          <dt>{t('person.since')}</dt>
          <dd>{formatDay(createdAt)}</dd>
        </div>
        <div>
          <dt>{t('person.id')}</dt>
          <dd>
            <Reference text={candidateId} what={t('what.candidateId')} />
          </dd>
        </div>
      </dl>
    </>
  );
}
