import type { LadderView, PersonRecord } from '@pyladder/contract';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { personQuery } from '../queries.ts';
import { t } from '../words.ts';
import { AwardList } from './AwardList.tsx';
import { CredentialList } from './CredentialList.tsx';
import { ExamHistory } from './ExamHistory.tsx';
import { ExtraTime } from './ExtraTime.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import styles from './PersonPage.module.css';

export type PersonPageProps = {
  ladder: LadderView;
  record: PersonRecord;
  /** Nobody decides about themselves. */
  isOwn: boolean;
};

/** All that the organisation has about a person, and what may be done about it. */
export function PersonPage({ ladder, record, isOwn }: PersonPageProps) {
  const queries = useQueryClient();
  const { queryKey } = personQuery(record.candidateId);
  const [done, setDone] = useState<string | null>(null);
  const changed = (next: PersonRecord, words: string) => {
    queries.setQueryData(queryKey, next);
    setDone(words);
  };
  const readAgain = () => void queries.refetchQueries({ queryKey });
  const acts = { ladder, record, isOwn, changed, readAgain };
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <SiteLink to="/staff/people" className={styles.back}>
          <ArrowLeft aria-hidden="true" size={18} /> {t('person.back')}
        </SiteLink>
        <PageTitle>{record.name ?? t('person.erased')}</PageTitle>
        <PersonFacts ladder={ladder} record={record} />
        {/* Always there, so that a screen reader hears what comes to stand in it. */}
        <div role="status">{done !== null && <Notice tone="right">{done}</Notice>}</div>
      </header>
      {isOwn && <Notice tone="info">{t('person.own')}</Notice>}
      <AwardList {...acts} />
      <CredentialList ladder={ladder} record={record} readAgain={readAgain} />
      <ExtraTime {...acts} />
      <ExamHistory ladder={ladder} record={record} />
      <p className={styles.log}>
        <SiteLink to="/staff/audit" search={{ about: record.candidateId }}>
          {t('person.log')}
        </SiteLink>
      </p>
    </div>
  );
}
