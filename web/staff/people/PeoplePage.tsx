import { FindPeople } from '@pyladder/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ladderQuery } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/States.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { explainUnread } from '../failures.ts';
import { peopleQuery } from '../queries.ts';
import { FoundCount, StaffPage } from '../StaffPage.tsx';
import { t } from '../words.ts';
import { FoundPeople } from './FoundPeople.tsx';
import styles from './PeoplePage.module.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What people were last searched by: kept with the page in the browser's history, never in its address. */
    peopleSearch?: string;
  }
}

/** Finds people. What is searched for stays out of the address, because addresses end up in logs. */
export function PeoplePage() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const asked = useLocation({ select: ({ state }) => state.peopleSearch ?? '' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(asked);
  const [isWrong, setWrong] = useState(false);
  const found = useQuery(peopleQuery(asked));
  const search = (event: FormEvent) => {
    event.preventDefault();
    const text = FindPeople.body.safeParse({ text: typed });
    setWrong(!text.success);
    if (!text.success) return document.getElementById('people-search')?.focus();
    if (text.data.text === asked) void found.refetch();
    else void navigate({ to: '/staff/people', replace: true, state: { peopleSearch: text.data.text } });
  };
  return (
    <StaffPage title={t('people.title')} lead={t('people.lead')}>
      <form noValidate onSubmit={search} className={styles.form}>
        <TextField
          id="people-search"
          type="search"
          label={t('people.search')}
          hint={t('people.search.hint')}
          value={typed}
          onChange={setTyped}
          error={isWrong ? t('people.search.wrong') : null}
          autoComplete="off"
        />
        <div>
          <Button look="next" type="submit" isPending={found.isFetching}>
            <Search aria-hidden="true" size={18} /> {t('people.search.submit')}
          </Button>
        </div>
      </form>
      {found.error !== null && (
        <Notice tone="wrong" voice="announced">
          {explainUnread(found.error)}
        </Notice>
      )}
      {found.isLoading && <Loading />}
      <FoundCount>
        {found.data !== undefined &&
          !found.isFetching &&
          t('people.found', { count: found.data.people.length, text: asked })}
      </FoundCount>
      {found.data !== undefined && <FoundPeople found={found.data} ladder={ladder} />}
    </StaffPage>
  );
}
