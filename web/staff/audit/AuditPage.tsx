import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/States.tsx';
import { explainUnread } from '../failures.ts';
import { type AuditFilter, auditQuery } from '../queries.ts';
import { FoundCount, StaffPage } from '../StaffPage.tsx';
import { EntryList } from './EntryList.tsx';
import { t } from './entryWords.ts';
import { FilterForm } from './FilterForm.tsx';
import { SealPanel } from './SealPanel.tsx';

export type AuditPageProps = {
  filter: AuditFilter;
  look: (filter: AuditFilter) => void;
  shortOf: (rung: string) => string;
};

/** What was done, newest first, and how far it is sealed against being rewritten. */
export function AuditPage({ filter, look, shortOf }: AuditPageProps) {
  const log = useInfiniteQuery({
    ...auditQuery(filter),
    placeholderData: keepPreviousData,
    // What is on the page stays there; a page that has nothing yet is the page's error.
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const first = log.data?.pages[0];
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const isLooking = log.isFetching && !log.isFetchingNextPage;
  return (
    <StaffPage title={t('title')} lead={t('lead')}>
      {first !== undefined && <SealPanel sealed={first.sealed} />}
      <FilterForm
        key={`${filter.about} ${filter.action}`}
        filter={filter}
        actions={first?.actions ?? []}
        isLooking={isLooking}
        look={(wanted) => {
          const isSame = wanted.about === filter.about && wanted.action === filter.action;
          if (isSame) void log.refetch();
          else look(wanted);
        }}
      />
      {log.error !== null && (
        <Notice tone="wrong" voice="announced">
          {explainUnread(log.error)}
        </Notice>
      )}
      {log.isLoading && <Loading />}
      <FoundCount>
        {first !== undefined && !log.isFetching && t('count', { count: entries.length, more: String(log.hasNextPage) })}
      </FoundCount>
      <EntryList entries={entries} shortOf={shortOf} isBusy={log.isPlaceholderData} />
      {log.hasNextPage && (
        <div>
          <Button isPending={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
            {t(log.isFetchingNextPage ? 'older.pending' : 'older')}
          </Button>
        </div>
      )}
    </StaffPage>
  );
}
