import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ladderQuery } from '../../api/queries.ts';
import type { AuditFilter } from '../queries.ts';
import { shortOf } from '../RungNames.tsx';
import { AuditPage } from './AuditPage.tsx';

/** The log at its address, which says what is looked for. */
export function AuditRoute() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const filter = useSearch({ from: '/own/staff/administrators/staff/audit' });
  const navigate = useNavigate();
  const look = (search: AuditFilter) => void navigate({ to: '/staff/audit', search });
  return <AuditPage filter={filter} look={look} shortOf={(rung) => shortOf(ladder, rung)} />;
}
