import type { AuditEntryView } from '@pyladder/contract';
import type { ReactNode } from 'react';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { Reference } from '../Reference.tsx';
import styles from './EntryList.module.css';
import { nameActor, t } from './entryWords.ts';

/** All of one entry, letter for letter. */
export function EntryDetails({ entry }: { entry: AuditEntryView }) {
  const { id, at, actorId, action, subjectId, detail } = entry;
  return (
    <dl className={styles.details}>
      <Row name={t('detail.by')}>
        {nameActor(entry)}
        {actorId !== null && <Reference text={actorId} what={t('what.actor')} />}
      </Row>
      <Row name={t('detail.subject', { subject: entry.subject })}>
        <Reference text={subjectId} what={t('what.subject')} />
        <SubjectLink entry={entry} />
      </Row>
      <Row name={t('detail.at')}>
        <Reference text={at} what={t('what.at')} />
      </Row>
      <Row name={t('detail.id')}>
        <Reference text={id} what={t('what.entry')} />
      </Row>
      <Row name={t('detail.action')}>
        <code>{action}</code>
      </Row>
      {Object.keys(detail).length > 0 && (
        <Row name={t('detail.detail')}>
          <pre>{JSON.stringify(detail, null, 2)}</pre>
        </Row>
      )}
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The way to what an entry is about, where it has a page. */
function SubjectLink({ entry: { subject, subjectId, detail } }: { entry: AuditEntryView }) {
  if (subject === 'credential') {
    return (
      <SiteLink to="/credentials/$id" params={{ id: subjectId }}>
        {t('detail.credential')}
      </SiteLink>
    );
  }
  const candidateId = subject === 'candidate' ? subjectId : detail.candidateId;
  if (typeof candidateId !== 'string') return null;
  return (
    <SiteLink to="/staff/people/$candidateId" params={{ candidateId }} preload={false}>
      {t('detail.record')}
    </SiteLink>
  );
}
